internal import EmbeddedFiles

extension PluginFiles {
    /// The names of the plugins inside the executable, sorted.
    public static let bundledNames: [String] =
        EmbeddedFile.all(below: "plugins", ending: "/\(Manifest.fileName)").map { file in
            String(file.path.dropLast(Manifest.fileName.count + 1))
        }.sorted()

    /// A plugin inside the executable, under the name that the configuration gives it; nil where
    /// there is none.
    public static func bundled(_ name: String) -> PluginFiles? {
        let files = EmbeddedFile.all(below: "plugins/\(name)", notEnding: ".md")
        guard !files.isEmpty else { return nil }
        return PluginFiles(name: name, root: "bundled:\(name)", files: files.map { File($0) })
    }

    /// Is it inside the executable? Its files say so, for a folder may be called whatever somebody likes.
    package var isBundled: Bool { !files.isEmpty && files.allSatisfy { $0.place != nil } }

    /// Where the files of a plugin stand that a lock file has, and that lies in no folder of its
    /// workspace.
    package static func sharedRoot(_ name: String, _ version: String) -> String {
        "shared:\(name)@\(version)"
    }

    /// Does the name of a folder read like the root of a plugin that lies in none?
    package static func readsLikeNoFolder(_ name: String) -> Bool {
        name.hasPrefix("bundled:") || name.hasPrefix("shared:")
    }

    /// Is it one that lies in no folder of the workspace?
    package var isShared: Bool { root.hasPrefix("shared:\(name)@") }

    /// The page of a rule of a plugin inside the executable, as Markdown; nil where there is none.
    public static func bundledPage(of rule: String, in name: String) -> String? {
        EmbeddedFile.at("plugins/\(name)/rules/\(rule).md")?.text
    }

    /// What tests in Lua are written with: the bytes of `testing.lua`.
    package static let testing = EmbeddedFile.at("testing/testing.lua")?.bytes ?? []

    /// What lua-language-server is told of the sandbox, with gaps for what is told from elsewhere.
    package static let typeLibrary = HostFunctions.filled(
        EmbeddedFile.at("library/perilune.d.lua")?.text ?? "")
}

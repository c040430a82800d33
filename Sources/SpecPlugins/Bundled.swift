internal import CBundle

/// The files that travel inside the executable.
enum Bundled {
    /// Files below a folder, by their paths in it, in the bundle's order; those alone that are wanted.
    static func files(
        below folder: String, wanting isWanted: (String) -> Bool = { _ in true }
    ) -> [PluginFiles.File] {
        var files: [PluginFiles.File] = []
        for index in 0..<bundle_count() {
            let file = unsafe bundle_at(index)
            let path = unsafe String(cString: file.path)
            guard path.hasPrefix(folder + "/"), isWanted(path) else { continue }
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            files.append(
                PluginFiles.File(
                    path: String(path.dropFirst(folder.count + 1)), bytes: unsafe Array(bytes)))
        }
        return files
    }
}

extension PluginFiles {
    /// The names of the plugins inside the executable, sorted.
    public static let bundledNames: [String] = {
        let names = Bundled.files(below: "plugins", wanting: { $0.hasSuffix("/plugin.yml") })
            .compactMap {
                $0.path.split(separator: "/").first.map(String.init)
            }
        return Set(names).sorted()
    }()

    /// A plugin inside the executable, under the name that the configuration gives it; nil where
    /// there is none.
    public static func bundled(_ name: String) -> PluginFiles? {
        let files = Bundled.files(below: "plugins/\(name)") { !$0.hasSuffix(".md") }
        guard !files.isEmpty else { return nil }
        return PluginFiles(
            name: name, root: "bundled:\(name)", files: files.sorted { $0.path < $1.path })
    }

    /// The page of a rule of a plugin inside the executable, as Markdown; nil where there is none.
    public static func bundledPage(of rule: String, in name: String) -> String? {
        Bundled.files(below: "plugins/\(name)/rules").first { $0.path == rule + ".md" }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// What tests in Lua are written with: `testing.lua`.
    package static let testing: [File] = Bundled.files(below: "testing")

    /// What lua-language-server is told of the sandbox, with gaps for what is told from elsewhere.
    package static let typeLibrary: String = {
        let file = Bundled.files(below: "library").first { $0.path == "perilune.d.lua" }
        return HostFunctions.filled(String(decoding: file?.bytes ?? [], as: UTF8.self))
    }()
}

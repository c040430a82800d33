public import SpecPlugins

/// What the editor and the linter of a rule author have to know of the sandbox, as files for a
/// repository.
public enum AuthorFiles {
    /// One of them.
    public struct File: Sendable {
        /// As seen from the folder of the repository.
        public var path: String
        public var bytes: [UInt8]
        /// Does nobody edit it, so that it may be written anew?
        public var isOurs: Bool
    }

    private static let types = ".perilune/types"

    /// - Parameter workspace: whose kinds of items there are.
    public static func all(for workspace: Workspace) throws(PluginFailure) -> [File] {
        let names = try SandboxNames()
        return [
            File(
                path: "\(types)/perilune.d.lua",
                bytes: Array(TypeLibrary.text(workspace.queryNames).utf8), isOurs: true),
            File(path: ".luarc.json", bytes: languageServer(names), isOurs: false),
            File(path: ".luacheckrc", bytes: Array(luacheck(names).utf8), isOurs: false),
        ]
    }

    /// Writes them below a folder, through no symbolic link. A file that somebody may have edited is
    /// written where it is not there yet, or where `overwrites` says so.
    /// - Returns: their paths, as seen from the current folder.
    public static func write(
        _ files: [File], to folder: String, overwrites: Bool
    ) throws(Problem) -> (written: [String], kept: [String]) {
        var (written, kept): ([String], [String]) = ([], [])
        for file in files {
            let path = Path.join(folder, file.path)
            if !file.isOurs, !overwrites, Files.status(path) != nil || Files.isLink(path) {
                if (try? Files.read(path, limit: 1 << 20)) != file.bytes { kept.append(path) }
                continue
            }
            try Files.write(file.bytes, to: file.path, below: folder)
            written.append(path)
        }
        return (written, kept)
    }

    /// What tests in Lua have besides.
    package static let testing = [
        "after_each", "assert", "before_each", "describe", "it", "pending",
    ]

    /// `.luarc.json`: Lua's own libraries that the sandbox does not have are not offered.
    private static func languageServer(_ names: SandboxNames) -> [UInt8] {
        let there = Set(names.globals.map(\.name))
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member(
                "$schema",
                "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json")
            writer.member("runtime.version", "Lua 5.4")
            writer.object("runtime.builtin") { writer in
                for library in ["debug", "io", "os", "package"] where !there.contains(library) {
                    writer.member(library, "disable")
                }
            }
            writer.array("workspace.library") { $0.string(types) }
            writer.member("workspace.checkThirdParty", false)
            writer.array("diagnostics.globals") { writer in
                for name in testing where !there.contains(name) { writer.string(name) }
            }
        }
        return writer.finish()
    }

    /// `.luacheckrc`: a standard that has what the sandbox has.
    private static func luacheck(_ names: SandboxNames) -> String {
        var text = """
            -- What a plugin finds in Perilune's sandbox; `perilune plugin types --force` writes it anew.
            stds.perilune = {
              read_globals = {

            """
        for global in names.globals {
            if global.fields.isEmpty {
                text += "    \(global.name) = {},\n"
            } else {
                let fields = global.fields.map { "\($0) = {}" }
                text += "    \(global.name) = { fields = { \(fields.joined(separator: ", ")) } },\n"
            }
        }
        let tests = testing.filter { $0 != "assert" }.map { "\"\($0)\"" }.joined(separator: ", ")
        return text + """
              },
            }
            std = "perilune"
            -- A stage's function takes what it needs of what it is given.
            unused_args = false
            max_line_length = false
            files["**/tests/**/*_test.lua"] = {
              read_globals = { \(tests), assert = { other_fields = true } },
            }
            exclude_files = { ".perilune" }

            """
    }
}

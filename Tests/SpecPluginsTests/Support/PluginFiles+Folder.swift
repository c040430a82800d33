import Foundation
import SpecPlugins
import TestSupport

extension PluginFiles {
    /// A plugin of a folder, its files sorted.
    init(folder: URL, name: String) throws {
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        var files: [File] = []
        for path in paths.sorted() where PluginFiles.isPart(path) {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
            files.append(File(path: path, bytes: bytes))
        }
        self.init(name: name, root: folder.lastPathComponent, files: files)
    }

    /// A plugin of one file.
    static func single(_ source: String, options: String = "") -> PluginFiles {
        let manifest = "name: demo\nversion: 1.0.0\ndescription: a plugin of a test\n" + options
        return PluginFiles(
            name: "demo", root: "demo",
            files: [
                File(path: "plugin.yml", bytes: Array(manifest.utf8)),
                File(path: "init.lua", bytes: Array(source.utf8)),
            ])
    }

    /// A plugin of one check.
    static func check(each: String, _ body: String) -> PluginFiles {
        single(
            """
            return { checks = { rule = { summary = "s", severity = "warning", each = "\(each)",
            run = function(thing, report, options) \(body) end } } }
            """)
    }
}

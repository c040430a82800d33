import Foundation
import SpecModel
import SpecPlugins
import TestSupport

/// Tests written in Lua: a file returns a table from names to functions, each a case of its own.
/// They run as the checks of a plugin, so they see what a plugin sees.
struct LuaTest: Sendable, CustomStringConvertible {
    var file: String
    var name: String

    var description: String { "\(file): \(name)" }

    /// Every case of a file; a file that does not load is one case that says why.
    static func all(_ file: URL, beside modules: [URL] = []) -> [LuaTest] {
        let name = file.lastPathComponent
        guard let plugin = try? Plugin(files(file, modules)) else {
            return [LuaTest(file: name, name: "loads")]
        }
        return plugin.checks.map { LuaTest(file: name, name: $0.name) }
    }

    /// What went wrong, one line each.
    static func run(_ name: String, in file: URL, beside modules: [URL] = []) -> [String] {
        do throws(PluginFailure) {
            let plugin = try Plugin(files(file, modules))
            var session = try PluginSession(plugin)
            let spec = Spec(source: SourceText(path: "spec.md", bytes: []))
            let request = CheckRequest(name: name, severity: .error, options: [:])
            return session.check(spec, [request]).failures.map(Rendering.line)
        } catch {
            return [Rendering.line(error)]
        }
    }

    private static let harness = """
        local checks = {}
        for name, test in pairs(require "tests") do
          checks[name] = { summary = name, severity = "error", each = "spec", run = test }
        end
        return { checks = checks }
        """

    private static let manifest = """
        name: lua-tests
        version: 0.1.0
        description: tests in Lua
        """

    private static func files(_ file: URL, _ modules: [URL]) -> PluginFiles {
        let expect = file.deletingLastPathComponent().appending(path: "expect.lua")
        var files = [
            PluginFiles.File(path: "plugin.yml", bytes: Array(manifest.utf8)),
            PluginFiles.File(path: "init.lua", bytes: Array(harness.utf8)),
            PluginFiles.File(path: "tests.lua", bytes: bytes(file)),
            PluginFiles.File(path: "expect.lua", bytes: bytes(expect)),
        ]
        for module in modules {
            files.append(PluginFiles.File(path: module.lastPathComponent, bytes: bytes(module)))
        }
        return PluginFiles(name: "lua-tests", root: "lua-tests", files: files)
    }

    private static func bytes(_ file: URL) -> [UInt8] {
        (try? [UInt8](Data(contentsOf: file))) ?? []
    }
}

import Foundation
import SpecPlugins
import TestSupport
import Testing

@testable import Perilune

/// The Lua that was compiled when the product was built.
@Suite struct BundledLuaTests {
    @Test func `it is all that the product has`() throws {
        let plugins = PluginFiles.bundledNames.flatMap { name in
            (PluginFiles.bundled(name)?.files ?? []).map { "plugins/\(name)/\($0.path)" }
        }
        let host = try FileManager.default
            .contentsOfDirectory(atPath: Repository.path("Sources/SpecPlugins/Host").path)
            .map { "host/\($0)" }
        #expect(
            BundledLua.all.keys.sorted()
                == (plugins + host).filter { $0.hasSuffix(".lua") }.sorted())
    }

    @Test func `a file of the same name runs as it is written`() throws {
        BundledLua.use()
        var files = try #require(PluginFiles.bundled("requirements"))
        let place = try #require(files.files.firstIndex { $0.path == "init.lua" })
        files.files[place].bytes = Array("\nerror(\"not the bundled one\")\n".utf8)
        let failure = #expect(throws: PluginFailure.self) { try Plugin(files) }
        #expect(failure?.message == "not the bundled one")
        #expect(failure?.line == 2)
    }
}

import Foundation
import SpecPlugins
import TestSupport
import Testing

@Suite struct BundledTests {
    @Test func whatTravelsInsideIsWhatStandsInTheFolders() throws {
        let folders = Fixture.folders("../../plugins")
        #expect(PluginFiles.bundledNames == folders.map(\.name))
        for folder in folders {
            let bundled = try #require(PluginFiles.bundled(folder.name))
            let files = try PluginFiles(folder: folder.url, name: folder.name)
            #expect(bundled.files.map(\.path) == files.files.map(\.path))
            #expect(bundled.files.map(\.bytes) == files.files.map(\.bytes))
            #expect(bundled.files.map(\.count) == files.files.map(\.count))
            #expect(bundled.files == files.files)
        }
    }

    @Test func noFolderIsBundledForWhatItIsCalled() throws {
        let bundled = try #require(PluginFiles.bundled("risk-register"))
        #expect(bundled.isBundled)
        let copied = bundled.files.map { PluginFiles.File(path: $0.path, bytes: $0.bytes) }
        let folder = PluginFiles(name: bundled.name, root: bundled.root, files: copied)
        #expect(folder == bundled)
        #expect(!folder.isBundled)
    }

    @Test func everyFileOfTheHostTravelsInside() throws {
        let folder = Repository.path("Sources/SpecPlugins/Host")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let bundle = try String(
            contentsOf: Repository.path("Sources/CBundle/bundle.c"), encoding: .utf8)
        for name in names { #expect(bundle.contains("ROW(\"host/\(name)\""), "\(name)") }
    }

    @Test func thereIsNoOther() {
        #expect(PluginFiles.bundled("risk")?.files.count == nil)
        #expect(PluginFiles.bundled("")?.files.count == nil)
    }

    @Test(arguments: PluginFiles.bundledNames)
    func aBundledPluginLoads(_ name: String) throws {
        let plugin = try Plugin(#require(PluginFiles.bundled(name)))
        #expect(plugin.name == name)
        #expect(plugin.version == Version.engine.description)
        for check in plugin.checks {
            #expect(!check.why.isEmpty && !check.fix.isEmpty, "\(check.name)")
        }
    }
}

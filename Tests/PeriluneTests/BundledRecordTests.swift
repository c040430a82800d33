import SpecPlugins
import Testing

@testable import Perilune

/// What bundled plugins said when the product was built.
@Suite struct BundledRecordTests {
    @Test(arguments: PluginFiles.bundledNames)
    func `each is what it says of itself now`(_ name: String) throws {
        let files = try #require(PluginFiles.bundled(name))
        let now = try Plugin(files)
        let record = try #require(BundledRecords.of(name))
        let then = Plugin(
            files, record, .builtIn, PluginLimits(), today: nil, grant: nil)
        #expect(then.version == now.version)
        #expect(then.summary == now.summary)
        #expect(then.grant == now.grant)
        #expect(then.checks == now.checks)
        #expect(then.transforms == now.transforms)
        #expect(then.exports == now.exports)
    }

    @Test func `there is none of other plugins`() {
        #expect(BundledRecords.of("team") == nil)
        #expect(BundledRecords.all.keys.sorted() == PluginFiles.bundledNames)
    }
}

import LuaSandbox
import TestSupport
import Testing

/// What honest plugins do, at the size that they do it, passes with the limits that everybody has. A
/// host that refuses everything would pass all attacks.
@Suite struct BenignTests {
    @Test(arguments: Fixture.files("Fixtures/benign", extension: "lua"))
    func passes(_ fixture: Fixture) throws {
        let entry = Chunk(name: "plugin/init.lua", source: try fixture.bytes())
        let outcomes = try (0..<2).map { _ in try Outcome(entry: entry).description }
        #expect(outcomes[0] == outcomes[1], "two runs differ")
        try Golden.compare(outcomes[0], with: fixture.sibling("txt"))
    }
}

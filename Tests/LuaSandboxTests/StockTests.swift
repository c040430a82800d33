import Foundation
import LuaSandbox
import Printable
import TestSupport
import Testing

/// The library does what stock Lua 5.4 does, errors included, wherever it is not stricter on
/// purpose. `Fixtures/stock/record` writes the expected output with the `lua5.4` of the system.
@Suite struct StockTests {
    @Test(arguments: Fixture.files("Fixtures/stock", extension: "lua"))
    func sameAsStock(_ fixture: Fixture) throws {
        var limits = Limits()
        limits.log = 4 << 20
        let outcome = try Outcome(
            entry: Chunk(name: fixture.name, source: try fixture.bytes()), limits: limits)
        #expect(outcome.failure == nil)
        let expected = try [UInt8](Data(contentsOf: fixture.sibling("txt")))
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .dropLast().map { String(printable: $0) }
        #expect(expected.count > 10)
        for (index, (found, expected)) in zip(outcome.log, expected).enumerated()
        where found != expected {
            Issue.record("line \(index + 1): found \(found), expected \(expected)")
        }
        #expect(outcome.log.count == expected.count)
    }
}

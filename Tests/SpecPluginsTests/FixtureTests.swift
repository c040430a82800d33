import Foundation
import TestSupport
import Testing

/// A folder under `Fixtures/plugins` is a plugin, a spec where its code is to run, and what is
/// expected of it.
@Suite struct FixtureTests {
    @Test(arguments: Fixture.folders("Fixtures/plugins"))
    func plugin(_ fixture: Fixture) throws {
        let report = try FixtureReport.of(folder: fixture.url)
        try Golden.compare(report, with: fixture.url.appending(path: "expected.txt"))
    }
}

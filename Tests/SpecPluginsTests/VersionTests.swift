import SpecPlugins
import Testing

@Suite struct VersionTests {
    @Test(arguments: [
        ("1.2.3", "1.2.3"), ("0.0.0", "0.0.0"), ("1.0.0-beta.1", "1.0.0-beta.1"),
        ("1.2.3+build.5", "1.2.3"),
    ])
    func aVersionIsRead(_ text: String, _ shown: String) {
        #expect(Version(text)?.description == shown)
    }

    @Test(arguments: [
        "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "v1.2.3", "1.2.3-", "1.2.3-a..b", "-1.2.3",
        "1.2.3-ü", "1.2.99999999999999999999",
    ])
    func whatIsNoVersionIsRefused(_ text: String) {
        #expect(Version(text) == nil)
    }

    /// The order of semver.org §11.
    @Test func versionsAreOrdered() throws {
        let ascending = [
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
            "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
        ]
        let versions = ascending.compactMap { Version($0) }
        #expect(versions.count == ascending.count)
        for (index, version) in versions.enumerated() {
            for other in versions[..<index] { #expect(other < version && !(version < other)) }
        }
    }

    @Test(arguments: [
        (">=0.1 <1", ["0.1.0", "0.9.9"], ["0.0.9", "1.0.0"]),
        (">=0.1, <1", ["0.1.0"], ["1.0.0"]),
        ("^1.2", ["1.2.0", "1.9.0"], ["1.1.9", "2.0.0"]),
        ("^0.3", ["0.3.0", "0.3.9"], ["0.4.0"]),
        ("^0.0.3", ["0.0.3"], ["0.0.4"]),
        ("1.2.3", ["1.2.3"], ["1.2.4"]), ("=1.2", ["1.2.0"], ["1.2.1"]),
        (">1 <=2.1", ["1.0.1", "2.1.0"], ["1.0.0", "2.1.1"]),
    ])
    func aRangeHolds(_ text: String, _ inside: [String], _ outside: [String]) throws {
        let range = try #require(VersionRange(text))
        for version in inside { #expect(range.contains(try #require(Version(version)))) }
        for version in outside { #expect(!range.contains(try #require(Version(version)))) }
    }

    @Test(arguments: ["", " ", ">=", "newest", ">=1 <", "1.2.3.4", "~>1.0", "^x"])
    func whatIsNoRangeIsRefused(_ text: String) {
        #expect(VersionRange(text) == nil)
    }
}

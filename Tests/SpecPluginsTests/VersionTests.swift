import SpecPlugins
import Testing

@Suite struct VersionTests {
    @Test(arguments: [
        ("1.2.3", "1.2.3"), ("0.0.0", "0.0.0"), ("1.0.0-beta.1", "1.0.0-beta.1"),
        ("1.2.3+build.5", "1.2.3"), ("1.2.3-0.-1.x-y", "1.2.3-0.-1.x-y"),
        ("999999999.999999999.999999999", "999999999.999999999.999999999"),
    ])
    func aVersionIsRead(_ text: String, _ shown: String) {
        #expect(Version(text)?.description == shown)
    }

    @Test(arguments: [
        "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "v1.2.3", "1.2.3-", "1.2.3-a..b", "-1.2.3",
        "1.2.3-ü", "1.2.99999999999999999999",
        "1.2.1000000000", "1.2.3-01", "1.2.3+", "1.2.3+a..b", "1.2.3+\u{1B}", "1.2.+3", "1.2.3-+",
        "1.2.3-" + String(repeating: "a", count: 300),
    ])
    func whatIsNoVersionIsRefused(_ text: String) {
        #expect(Version(text) == nil)
    }

    /// The order of semver.org §11.
    @Test func versionsAreOrdered() throws {
        let ascending = [
            "1.0.0-1", "1.0.0-99999999999999999998", "1.0.0-99999999999999999999",
            "1.0.0-100000000000000000000", "1.0.0--1", "1.0.0-alpha", "1.0.0-alpha.1",
            "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
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
        ("^0", ["0.0.0", "0.9.0"], ["1.0.0"]), ("^0.0", ["0.0.9"], ["0.1.0"]),
        ("^1.2.3", ["1.2.3", "1.3.0"], ["1.2.2", "2.0.0"]),
        ("~1.2.3", ["1.2.3", "1.2.9"], ["1.2.2", "1.3.0"]),
        ("~1.2", ["1.2.0", "1.2.9"], ["1.3.0"]), ("~1", ["1.9.0"], ["0.9.0", "2.0.0"]),
        ("1.2.3", ["1.2.3"], ["1.2.4"]), ("=1.2", ["1.2.0", "1.2.1"], ["1.1.9", "1.3.0"]),
        ("1", ["1.0.0", "1.9.9"], ["0.9.9", "2.0.0"]), ("1.2.*", ["1.2.7"], ["1.3.0"]),
        ("*", ["0.0.0", "7.1.2"], ["1.0.0-beta"]), (">= 1.2, < 2", ["1.2.0"], ["2.0.0"]),
        (">1 <=2.1", ["2.0.0", "2.1.9"], ["1.0.1", "2.2.0"]), (">1.2.3", ["1.2.4"], ["1.2.3"]),
        ("<=1.2.3", ["1.2.3"], ["1.2.4"]), (">=2 <1", [], ["0.5.0", "1.5.0", "2.5.0"]),
        // Pre-releases are asked for by name.
        ("^1.2", [], ["1.2.0-beta", "1.3.0-beta", "2.0.0-beta"]), ("<2", [], ["2.0.0-beta"]),
        (
            "^1.2.0-beta.2", ["1.2.0-beta.2", "1.2.0-rc.1", "1.2.0", "1.3.0"],
            ["1.2.0-beta.1", "1.3.0-beta", "2.0.0-beta.2"]
        ),
        ("=1.2.0-beta", ["1.2.0-beta"], ["1.2.0", "1.2.0-beta.1"]),
        (">=2.0.0-alpha <3", ["2.0.0-beta", "2.1.0"], ["2.1.0-beta", "3.0.0-beta"]),
        // The next of the largest number is a number.
        ("^999999999", ["999999999.0.0"], ["0.0.0"]), (">999999999", [], ["999999999.9.9"]),
    ])
    func aRangeHolds(_ text: String, _ inside: [String], _ outside: [String]) throws {
        let range = try #require(VersionRange(text))
        for version in inside { #expect(range.contains(try #require(Version(version)))) }
        for version in outside { #expect(!range.contains(try #require(Version(version)))) }
    }

    @Test func aRangeIsShownAsItWasWritten() {
        #expect(VersionRange(" >= 0.1,<1 ")?.description == ">=0.1 <1")
        #expect(VersionRange("^1.2")?.description == "^1.2")
    }

    @Test(arguments: [
        "", " ", ">=", "newest", ">=1 <", "1.2.3.4", "~>1.0", "^x", "^", "||", "1 || 2",
        "^1.*", "1.*.2", "**", "1.2.3.*", ">=>=1", "^ ^1", "1000000000",
        String(repeating: ">=1 ", count: 17), String(repeating: " ", count: 300) + "1",
    ])
    func whatIsNoRangeIsRefused(_ text: String) {
        #expect(VersionRange(text) == nil)
    }
}

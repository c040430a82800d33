import SpecPlugins
import Testing

@Suite struct ReservedIdTests {
    private func reserved(_ text: String) throws -> ReservedIds {
        var ids = ReservedIds()
        let isKept = ids.add(Array(text.utf8))
        try #require(isKept)
        return ids
    }

    @Test(arguments: [
        ("FR-12", ["FR": [12...12]]),
        ("“FR-3”, RISK-003 (NFR-SEC-1).", ["FR": [3...3], "RISK": [3...3], "NFR-SEC": [1...1]]),
        ("FR-10..FR-12 FR-20...FR-21", ["FR": [10...12, 20...21]]),
        ("FR-10–FR-12, FR-13 — FR-14", ["FR": [10...14]]),
        ("FR-10-FR-12 and FR-20 - FR-22", ["FR": [10...12, 20...22]]),
        ("FR-10..12", ["FR": [10...12]]),
        // May be anything, and two things.
        ("FR-10-20", ["FR": [10...10]]),
        ("FR-1..NFR-3", ["FR": [1...1], "NFR": [3...3]]),
        ("FR-12..FR-10", ["FR": [10...12]]),
        ("FR-5..", ["FR": [5...5]]),
        ("FR-5 FR-4 FR-5 FR-6", ["FR": [4...6]]),
        ("FR- FR 3 FR3 FR-3a 2026-03-01 -FR", [:]),
        ("FR-1234567890123456", [:]),
        ("FR-1\r\nFR-2", ["FR": [1...2]]),
        ("", [:]),
    ])
    func `ids are found in a text`(
        _ text: String, _ expected: [String: [ClosedRange<Int>]]
    ) throws {
        let ids = try reserved(text)
        var merged: [String: [ClosedRange<Int>]] = [:]
        for (prefix, ranges) in expected {
            merged[prefix] = ranges.sorted { $0.lowerBound < $1.lowerBound }
        }
        #expect(ids.ranges == merged)
        #expect(ids.isEmpty == expected.isEmpty)
    }

    @Test func `texts add up`() {
        var ids = ReservedIds()
        for text in ["FR-1 FR-3", "FR-2..FR-3", "FR-9"] {
            let isKept = ids.add(Array(text.utf8))
            #expect(isKept)
        }
        #expect(ids.ranges == ["FR": [1...3, 9...9]])
    }

    @Test func `there is an end to them`() throws {
        var ids = ReservedIds()
        let text = (0...100_000).map { "FR-\($0 * 2)" }.joined(separator: " ")
        let isKept = ids.add(Array(text.utf8))
        #expect(!isKept)
        #expect(
            try reserved(String(repeating: "FR-1\n", count: 200_000)).ranges == ["FR": [1...1]])
    }

    /// `next_id` of a spec, over its own ids and what is taken.
    @Test(arguments: [
        ("", ["FR-10", "FR-11", "R-1"]), ("FR-10", ["FR-11", "FR-12", "R-1"]),
        ("FR-3..FR-10 FR-12 R-1", ["FR-11", "FR-13", "R-2"]),
        ("FR-90", ["FR-10", "FR-11", "R-1"]),
    ])
    func `new ids go round them`(_ text: String, _ expected: [String]) throws {
        let ids = try reserved(text)
        let files = PluginFiles.single(
            """
            return { transforms = { t = { summary = "s", run = function(spec)
            print(spec:next_id "FR" .. " " .. spec:next_id "FR" .. " " .. spec:next_id "R") end } } }
            """)
        var session = try PluginSession(Plugin(files))
        _ = try session.transform("t", SpecBuilder.example(), options: [:], reserved: ids)
        #expect(session.takeLog() == [expected.joined(separator: " ")])
    }
}

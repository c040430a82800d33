import SpecModel
import SpecPlugins
import SpecReading
import TestSupport
import Testing

/// What the options of the bundled exports and checks change.
@Suite struct BundledOptionTests {
    /// The lines of an export of one of the specs beside the plugin, cells parted at commas.
    private func export(
        _ plugin: String, _ file: String, _ options: [String: OptionValue]
    ) throws -> [[String]] {
        var session = try PluginSession(Plugin(#require(PluginFiles.bundled(plugin))))
        let artifact = try session.export("csv", [try spec(plugin, file)], options: options)
        return String(decoding: artifact.bytes, as: UTF8.self)
            .split(separator: "\r\n").map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map {
                    String($0).trimmingQuotes
                }
            }
    }

    private func spec(_ plugin: String, _ file: String) throws -> Spec {
        let fixtures = Fixture.files("../../plugins/\(plugin)/tests", extension: "md")
        let fixture = try #require(fixtures.first { $0.name == file + ".md" })
        return SpecReader().read(try fixture.bytes(), path: fixture.name)
    }

    @Test func dataCenterTiesTasksToEpicsByName() throws {
        let rows = try export(
            "jira-issues", "phases-with-tasks", ["preset": .string("dc")])
        #expect(
            rows[0].prefix(6) == [
                "Issue Type", "Issue ID", "Parent ID", "Epic Name", "Epic Link", "Summary",
            ])
        let epic = "Checkout v2: Phase 1: Foundation (Week 1-2)"
        #expect(rows[1].prefix(6) == ["Epic", "1", "", epic, "", epic])
        let task = try #require(rows.first { $0.count > 5 && $0[5] == "Create the tables" })
        #expect(task.prefix(5) == ["Task", "5", "", "", epic])
    }

    @Test func idsThatJiraWouldLinkAreRenamed() throws {
        func summaries(_ project: String) throws -> [String] {
            try export("jira-issues", "phases-with-tasks", ["project": .string(project)])
                .filter { $0.first == "Story" }.map { $0[3] }
        }
        #expect(try summaries("FR") == ["SPEC_FR-1: Pay by card", "SPEC_FR-2: Pay by voucher"])
        #expect(try summaries("fr") == ["SPEC_FR-1: Pay by card", "SPEC_FR-2: Pay by voucher"])
        #expect(try summaries("PAY") == ["FR-1: Pay by card", "FR-2: Pay by voucher"])
    }

    @Test func labelsAndComponentsAreOfEveryIssue() throws {
        let rows = try export(
            "jira-issues", "phases-in-a-table",
            [
                "labels": .list(["two words", "phase"]),
                "components": .list(["Web", "API"]),
            ])
        #expect(rows[0].filter { $0 == "Labels" }.count == 3)
        #expect(rows[0].filter { $0 == "Components" }.count == 2)
        let epics = rows.filter { $0.first == "Epic" }
        #expect(!epics.isEmpty)
        let wanted = ["two-words", "phase", "", "Web", "API"]
        let all = rows.dropFirst().joined()
        #expect(Array(all).containsRun(wanted))
        #expect(!all.contains("two words"))
    }

    @Test func tickedTasksCanBeLeftOut() throws {
        let all = try export("jira-issues", "phases-with-tasks", [:])
        let open = try export(
            "jira-issues", "phases-with-tasks", ["skip_done": .boolean(true)])
        #expect(all.joined().contains("Write the API"))
        #expect(!open.joined().contains("Write the API"))
        #expect(!open.joined().contains("done"))
    }

    @Test(arguments: [
        ("auto", ["9 High", "6 High", "6 High", "3 Medium", "2 Low", "1 Low"]),
        ("3x3", ["9 High", "6 High", "6 High", "3 Medium", "2 Low", "1 Low"]),
        ("5x5", ["16 High", "12 High", "12 High", "8 Medium", "6 Medium", "4 Low"]),
        ("owasp-3x3", ["9 Critical", "6 High", "6 High", "3 Medium", "2 Low", "1 Note"]),
        ("nist-800-30", ["16 High", "12 Medium", "12 Medium", "8 Low", "6 Low", "4 Low"]),
    ])
    func aScaleMakesScoreAndRating(_ scale: String, _ expected: [String]) throws {
        let rows = try export("risk-register", "three-levels", ["scale": .string(scale)])
        #expect(rows.dropFirst().map { "\($0[5]) \($0[6])" } == expected)
    }

    @Test func aCheckTakesItsLevels() throws {
        var session = try PluginSession(
            Plugin(#require(PluginFiles.bundled("risk-register"))))
        let spec = try spec("risk-register", "three-levels")
        func lines(_ levels: [String]) -> [Int] {
            let request = CheckRequest(
                name: "risk-mitigated", severity: .error, options: ["levels": .list(levels)])
            return session.check(spec, [request]).findings.map(\.location.start.line)
        }
        #expect(lines(["critical"]) == [])
        #expect(lines(["high"]) == [7, 8])
        #expect(lines(["low"]) == [9])
        #expect(lines(["medium"]) == [7, 8])
    }

    @Test func aCheckTakesItsStatuses() throws {
        var session = try PluginSession(Plugin(#require(PluginFiles.bundled("review"))))
        let spec = try spec("review", "questions-in-a-draft")
        func lines(_ statuses: [String]) -> [Int] {
            let request = CheckRequest(
                name: "question-answered", severity: .error,
                options: ["statuses": .list(statuses)])
            return session.check(spec, [request]).findings.map(\.location.start.line)
        }
        #expect(lines(["approved"]) == [])
        #expect(lines(["draft"]) == [7])
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        var text = Substring(self)
        while text.first == "\"" { text = text.dropFirst() }
        while text.last == "\"" { text = text.dropLast() }
        return String(text)
    }
}

extension [String] {
    fileprivate func containsRun(_ run: [String]) -> Bool {
        indices.contains { self[$0...].starts(with: run) }
    }
}

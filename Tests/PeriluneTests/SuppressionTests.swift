import Foundation
import Perilune
import SpecModel
import SpecWorkers
import TestSupport
import Testing

/// What comments hide, and what they do not.
@Suite struct SuppressionTests {
    private static let workspace = Result { try Workspace(Configuration(), root: "/") }

    private func check(_ text: String, suppresses: Bool = true) throws -> CheckReport {
        try Pipeline(Self.workspace.get(), suppresses: suppresses)
            .check([Document(path: "a.md", bytes: Array(text.utf8))])
    }

    private static let spec = """
        # Technical Specification: Guest Checkout

        **Author:** Ines Duarte
        **Status:** Approved
        **Related PRD:** [Link or ID]

        ## Functional Requirements

        | ID | Requirement | Acceptance Criteria |
        |----|-------------|---------------------|
        | FR-1 | A guest pays 😄 fast | It is user-friendly |
        | FR-1 | A guest sees the order | |
        | NFR-2 | It is [Name] | [Criteria] |

        ## Risks

        - Fire, High impact
        - **The link leaks** (Impact: High)

        > See [there](#nowhere) and [that].

        ### Phase 1: Build

        Look at [this](#nothing) and at FR-77.

        ## Open Questions

        - [ ] How long?
        - [ ] Why?
        """

    private static let comments = [
        "disable", "enable", "disable-line", "disable-next-line", "disable-item", "disable-file",
    ].flatMap { word in
        ["", "requirements", "links,placeholders/placeholder-filled", "review risk-register/x"]
            .map { "<!-- perilune-\(word) \($0) - why -->" }
    }

    /// Comments in the text of lines and cells, and on lines of their own; nothing is lost, and
    /// nothing comes up, whichever they are.
    @Test(arguments: 0..<60)
    func `what is found is reported or suppressed, and once`(_ seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        var lines = Self.spec.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        for _ in 0...random.next() % 6 {
            let comment = Self.comments[Int(random.next() % UInt64(Self.comments.count))]
            let place = Int(random.next() % UInt64(lines.count))
            if lines[place].isEmpty {
                lines[place] = "\n\(comment)\n"
            } else if lines[place].hasSuffix(" |") {
                lines[place] = lines[place].dropLast(1) + comment + " |"
            } else if !lines[place].hasPrefix("|--") {
                lines[place] += " " + comment
            }
        }
        let text = lines.joined(separator: seed % 2 == 0 ? "\n" : "\r\n")
        let all = try check(text, suppresses: false)
        let report = try check(text)
        #expect(all.suppressed.isEmpty && !all.findings.isEmpty)
        let said = (report.findings + report.suppressed.map(\.finding)).filter {
            !$0.rule.hasPrefix("suppressions/")
        }
        #expect(Self.sorted(said) == Self.sorted(all.findings), "\(text)")
        let document = Array(text.utf8)
        for suppressed in report.suppressed {
            let range = suppressed.comment.start.offset..<suppressed.comment.end.offset
            let comment = String(decoding: document[range], as: UTF8.self)
            #expect(comment.hasPrefix("<!-- perilune-disable") && suppressed.reason == "why")
            let plugin = suppressed.finding.rule.prefix { $0 != "/" }
            let names = comment.split { " ,".contains($0) }.dropFirst(2).prefix { $0 != "-" }
            #expect(
                names.isEmpty || names.contains(plugin)
                    || names.contains { $0 == suppressed.finding.rule })
            if comment.contains("disable-line") {
                #expect(suppressed.finding.location.start.line == suppressed.comment.start.line)
            }
        }
    }

    private static func sorted(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.location.start.offset) \($0.rule) \($0.message)" }.sorted()
    }

    private static let hostile = [
        String(repeating: "<!-- perilune-disable placeholders -->\n\n", count: 6_000)
            + String(repeating: "<!-- perilune-enable placeholders -->\n\n[Name]\n\n", count: 6_000),
        String(repeating: "<!-- perilune-disable a b c d e f g h i j -->\n\n", count: 6_000),
        String(
            repeating: "<!-- perilune-disable " + String(repeating: "x", count: 8_000) + " -->\n\n",
            count: 300),
        String(repeating: "[Name] <!-- perilune-disable-line placeholders -->\n\n", count: 4_000),
        "<!-- perilune-disable -- " + String(repeating: "why ", count: 200_000) + " -->\n\n"
            + String(repeating: "[Name]\n\n", count: 4_000),
        "## Risks\n\n| Risk | Impact |\n|---|---|\n"
            + String(
                repeating: "| [Name] <!-- perilune-disable-item placeholders -- b --> | High |\n",
                count: 2_000),
        "<!-- perilune-disable-line placeholders links plan api review requirements dependencies "
            + "structure plain-language risk-register" + String(repeating: "\n", count: 1_000_000)
            + "-->\n\n[Name]\n",
    ]

    @Test func `a comment of several lines is about the first and the last`() throws {
        let text = "[Name] <!-- perilune-disable-line placeholders\n-- why\n--> [Other]\n\n[C]\n"
        let report = try check(text)
        #expect(report.suppressed.map(\.finding.location.start.line) == [1, 3])
        #expect(report.findings.map(\.location.start.line) == [5])
    }

    /// Each would take minutes if its cost grew with the square of its length.
    @Test(arguments: hostile.indices)
    func `hostile comments cost what they are long, and say little`(_ place: Int) throws {
        let report = try check(Self.hostile[place])
        #expect(
            report.findings.count { $0.rule.hasPrefix("suppressions/") } <= 2 * Suppression.limit)
        #expect(report.findings.allSatisfy { $0.message.utf8.count < 2_000 })
        #expect(report.suppressed.allSatisfy { $0.reason.unicodeScalars.count <= 1_001 })
    }
}

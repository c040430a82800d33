import Foundation
import TestSupport
import Testing

/// 300 old specs are adopted in one command; from then on only what is new is reported, whatever
/// happens around what is known.
struct BaselineTests {
    private static let specs = 300

    @Test func `only a new defect is reported, also after rows above it moved`() throws {
        let folder = try TemporaryFolder()
        try folder.write("perilune.yml", "specs:\n  - include: docs/*.md\n")
        var random = SplitMix(state: 5)
        var texts = (0..<Self.specs).map { Self.spec($0, &random) }
        func check(_ arguments: String) throws -> [Substring] {
            for (number, text) in texts.enumerated() {
                try folder.write("docs/\(number).md", text.joined(separator: "\n"))
            }
            let run = try Console.shell("perilune check \(arguments)", in: folder.path(""))
            return run.output.split(separator: "\n").filter { $0.hasPrefix("docs/") }
        }
        let before = try check("--quiet")
        #expect(before.count > 2 * Self.specs)
        #expect(try check("--baseline --quiet") == [])

        for number in texts.indices { Self.disturb(&texts[number], &random) }
        #expect(try check("--quiet") == [])

        let row = try #require(Self.row(in: texts[123]))
        texts[123].insert("| A new one | High | High | |", at: row)
        let after = try check("--quiet")
        #expect(after.count == 1)
        #expect(after.first?.contains("A new one") == true)
        #expect(try check("--no-baseline --quiet").count == before.count + 1)
    }

    /// Lines of a spec with defects of each kind: in a table, in a list, in a line.
    private static func spec(_ number: Int, _ random: inout SplitMix) -> [String] {
        var lines = ["# Spec \(number)", "", "**Author:** [Name]", "", "## Risks", ""]
        lines += ["| Risk | Likelihood | Impact | Mitigation |", "|---|---|---|---|"]
        for row in 0...random.next() % 4 { lines.append("| Risk \(row) | Low | High | |") }
        lines += ["", "## Requirements", "", "- FR-1: First", "- FR-1: Second", "- FR-2: TBD", ""]
        return lines
    }

    /// Puts rows, entries and lines between what is there, and turns rows around.
    private static func disturb(_ lines: inout [String], _ random: inout SplitMix) {
        guard let table = row(in: lines), let end = lines[table...].firstIndex(of: ""),
            let entry = lines.firstIndex(of: "- FR-1: First")
        else { return }
        lines.insert("- FR-\(10 + random.next() % 80): Another one", at: entry)
        lines[table..<end].reverse()
        lines.insert("| Fine | Low | Low | Watched \(random.next() % 9) |", at: table)
        for _ in 0...random.next() % 5 { lines.insert(contentsOf: ["Words.", ""], at: 4) }
    }

    /// Where the first row of the table stands.
    private static func row(in lines: [String]) -> Int? {
        lines.firstIndex(of: "|---|---|---|---|").map { $0 + 1 }
    }
}

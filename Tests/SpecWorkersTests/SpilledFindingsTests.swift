import SpecModel
import Spilling
import TestSupport
import Testing

@testable import SpecWorkers

/// What is found comes back as it was, wherever it was meanwhile.
struct SpilledFindingsTests {
    @Test(arguments: [0, 1_000, .max])
    func `findings come back as they were, in their order`(_ room: Int) {
        var random = SplitMix(state: 1)
        let lists = (0..<400).map { number in
            (0..<Int.random(in: 0..<12, using: &random)).map { _ in finding(number, &random) }
        }
        var spilled = SpilledFindings(in: SpillFile(room: room))
        for list in lists { spilled.add(list) }
        #expect(spilled.take() == lists.flatMap { $0 })
        #expect(spilled.take() == [])
        spilled.add(lists[1] + lists[2])
        #expect(spilled.take() == lists[1] + lists[2])
    }

    @Test func `paths that look alike stay two`() throws {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        let findings = ["caf\u{E9}.md", "cafe\u{301}.md"].map { path in
            Finding(
                rule: "a/b", severity: .info, message: "said",
                location: Location(path: path, start: place, end: place))
        }
        var spilled = SpilledFindings()
        spilled.add(findings)
        let all = spilled.take()
        let taken = try #require(all)
        #expect(
            taken.map { Array($0.location.path.utf8) }
                == findings.map { Array($0.location.path.utf8) })
    }

    @Test func `a pool whose workers were ended has others when it needs some`() throws {
        let run = PoolRun(2)
        let texts = (0..<6).map { "# Spec \($0)\n" }
        let before = try run.check(texts).findings
        run.pool.end()
        #expect(try run.check(texts).findings == before)
    }

    private func finding(_ number: Int, _ random: inout SplitMix) -> Finding {
        var finding = Finding(
            rule: "plugin/rule-\(Int.random(in: 0..<60, using: &random))",
            severity: .allCases.randomElement(using: &random) ?? .info,
            message: text(&random), location: location(number, &random))
        if Bool.random(using: &random) { finding.item = text(&random) }
        if Bool.random(using: &random) { finding.help = text(&random) }
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
            finding.related.append(
                Finding.Related(message: text(&random), location: location(number / 2, &random)))
        }
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
            let start = Int.random(in: 0..<1 << 31, using: &random)
            finding.fix.append(
                Edit(
                    path: "specs/\(number).md", range: SourceRange(start, start + 7),
                    replacement: text(&random), group: .random(in: -5..<5, using: &random)))
            finding.applicability = .allCases.randomElement(using: &random) ?? .safe
        }
        return finding
    }

    private func text(_ random: inout SplitMix) -> String {
        let words = ["", "a", "„Ω“", "the risk\u{1F6E0} has no owner", "\u{0}", "e\u{301}"]
        return (0..<Int.random(in: 0..<9, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private func location(_ number: Int, _ random: inout SplitMix) -> Location {
        let places = (0..<2).map { _ in
            SourcePosition(
                line: .random(in: 1..<1 << 32, using: &random),
                column: .random(in: 1..<200, using: &random),
                offset: .random(in: 0..<1 << 32, using: &random))
        }
        return Location(path: "specs/\(number).md", start: places[0], end: places[1])
    }
}

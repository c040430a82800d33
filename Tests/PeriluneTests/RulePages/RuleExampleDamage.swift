import Foundation
import Perilune
import TestSupport

/// Documents that nobody wrote: parts of examples, changed at random, with what Lua trips over.
struct RuleExampleDamage {
    private static let odd = [
        String(repeating: "9", count: 25), String(repeating: "1", count: 400), "-1", "1e999", "nan",
        "%", "%d", "%zz%ff", "[", "](", "][", "](#", "|", "||", "`", "~~~", "{", "}", "(", "+", "*",
        "FR-99999999999999999999999", "Phase 9999999999999999999999",
        "Section 99999999999999999999", "Week 99999999999999999999 - 2", "§ 99999999999999999999",
        "9999-99-99", "0000-00-00",
        "<!--", "-->", "```json\n{\"a\":\n```\n", "```sql\nCREATE TABLE\n```\n", "/users/{",
        "GET /a/{b", "😄", "\u{202E}", "\u{1B}[31m", "\0", "\r", "\n\n", "TBD",
    ]

    private let texts: [String]
    private var random: SplitMix

    init(_ examples: [RuleExample], seed: UInt64) {
        texts = examples.flatMap { $0.documents.map(\.text) }
        random = SplitMix(state: seed)
    }

    /// The next document.
    mutating func next() -> [UInt8] {
        var lines = pick(texts).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = lines.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<5, using: &random) {
            case 0: lines[place] = insert(pick(Self.odd), into: lines[place])
            case 1:
                let digits = pick(Self.odd)
                lines = lines.map { $0.replacing(#/\d+/#, with: digits) }
            case 2: lines.insert(lines[place], at: 0)
            case 3: lines.insert(contentsOf: pick(texts).components(separatedBy: "\n"), at: place)
            default: lines[place] = String(lines[place].prefix(place))
            }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private mutating func pick(_ list: [String]) -> String {
        list.randomElement(using: &random) ?? ""
    }

    private mutating func insert(_ text: String, into line: String) -> String {
        let place = Int.random(in: 0...line.count, using: &random)
        return line.prefix(place) + text + line.dropFirst(place)
    }
}

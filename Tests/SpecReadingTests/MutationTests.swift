import Foundation
import SpecModel
import SpecReading
import TestSupport
import Testing

/// Documents after a few cuts, splices and odd bytes: none traps, and every place stays true.
@Suite struct MutationTests {
    /// Markup at which a reader might lose its place.
    private static let pieces =
        [
            "|", "\n", "\r", "`", "```\n", "**", "[^1]: ", "[^1]", "~~", "- [ ] ", "> ", "\t", "# ",
            "<br>", "\\", "&amp;", "---\n", "===\n", "|---|---|\n", "{{X}}", "[x](y)", "**A:** ",
            "    ", "\u{2028}", "CREATE TABLE x (a INT);", "```sql\n", "\u{FEFF}", "<!-- ", "1. ",
            "<table>", "<tr>", "<td>", "</td>", "</table>",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3]]

    private static func fixtures() throws -> [[UInt8]] {
        var documents = try MarkdownTests.fixtures.map { try $0.bytes() }
        if Shared.isPresent {
            let seeds = try Shared.path("seeds")
            for name in ["engineering", "feature", "formal", "numbered", "proposal"] {
                let url = seeds.appending(path: "\(name).md")
                documents.append([UInt8](try Data(contentsOf: url)))
            }
        }
        return documents.filter { !$0.isEmpty }
    }

    @Test(arguments: 1...16)
    func mutated(_ seed: UInt64) throws {
        let documents = try Self.fixtures()
        var random = SplitMix(state: seed)
        let reader = SpecReader()
        for _ in 0..<250 {
            var bytes = documents[Int(random.next() % UInt64(documents.count))]
            for _ in 0..<(1 + random.next() % 10) {
                mutate(&bytes, documents, &random)
            }
            let source = SourceText(path: "a.md", bytes: bytes)
            let spec = reader.read(bytes, path: "a.md")
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(misplaced(in: spec) == nil, "\(text)")
            #expect(bytes.contains(0) || brokenInvariant(of: source) == nil, "\(text)")
        }
    }

    private func mutate(
        _ bytes: inout [UInt8], _ documents: [[UInt8]], _ random: inout SplitMix
    ) {
        func below(_ limit: Int) -> Int { limit > 0 ? Int(random.next() % UInt64(limit)) : 0 }
        let place = below(bytes.count + 1)
        let end = min(bytes.count, place + below(120))
        switch below(6) {
        case 0: if place < bytes.count { bytes[place] = UInt8(1 + below(255)) }
        case 1: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
        case 2: bytes.removeSubrange(place..<end)
        case 3:
            let other = documents[below(documents.count)]
            let start = below(other.count)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 200)], at: place)
        case 4: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
    }
}

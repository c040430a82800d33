import SpecModel
import SpecReading
import TestSupport
import Testing

/// Documents after a few cuts, splices and odd bytes: none traps, every value stays where it says, and
/// none becomes much more than it was.
@Suite struct MutationTests {
    /// Markup at which a reader might lose its place.
    private static let pieces =
        [
            "|", "\n", "\r", "`", "```\n", "**", "[^1]: ", "[^1]", "~~", "- [ ] ", "> ", "\t", "# ",
            "<br>", "\\", "&amp;", "---\n", "===\n", "|---|---|\n", "{{X}}", "[x](y)", "**A:** ",
            "    ", "\u{2028}", "CREATE TABLE x (a INT);", "```sql\n", "\u{FEFF}", "<!-- ", "1. ",
            "<table>", "<tr>", "<td>", "</td>", "</table>",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3]]

    /// Seeds, real documents and generated ones: none of them changes when a fixture is added.
    private static let documents: Result<[[UInt8]], any Error> = Result {
        guard Shared.isPresent else { return [] }
        var documents: [[UInt8]] = []
        for folder in ["seeds", "corpus/specs"] {
            documents += try Generated.markdown(in: Shared.path(folder)).map(\.bytes)
        }
        return try documents + Generated.documents(100, seed: 97)
    }

    /// 8,000 documents of people and of the generator, in parts that run side by side.
    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: 1...32)
    func documents(_ seed: UInt64) throws {
        let documents = try Self.documents.get()
        var random = SplitMix(state: seed)
        for _ in 0..<250 {
            let document = documents[Int(random.next() % UInt64(documents.count))]
            check(mutated(piece(of: document, &random), documents, &random))
        }
    }

    /// 40 of each fixture, of which there are more than 60.
    @Test(arguments: MarkdownTests.fixtures)
    func fixture(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        guard !bytes.isEmpty else { return }
        let others = try Self.documents.get() + [bytes]
        var random = SplitMix(state: fixture.name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        for _ in 0..<40 { check(mutated(piece(of: bytes, &random), others, &random)) }
    }

    private func check(_ bytes: [UInt8]) {
        let spec = SpecReader().read(bytes, path: "a.md")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(ValueCheck(spec).wrong == [], "\(text)")
        #expect(CoverCheck(spec).wrong == [], "\(text)")
        let isText = !bytes.contains(0)
        #expect((isText ? brokenInvariant(of: spec.source) : nil) == nil, "\(text)")
        let size = ModelSize(spec)
        #expect(size.parts <= 4 * bytes.count + 16, "\(text)")
        #expect(size.text <= 16 * bytes.count + 64, "\(text)")
        #expect(Set(spec.items.map(\.key)).count == spec.items.count, "\(text)")
    }

    private func mutated(
        _ document: [UInt8], _ others: [[UInt8]], _ random: inout SplitMix
    ) -> [UInt8] {
        var bytes = document
        for _ in 0..<(1 + random.next() % 10) { mutate(&bytes, others, &random) }
        return bytes
    }

    /// Up to 4,000 bytes from the begin of some line.
    private func piece(of document: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let place = Int(random.next() % UInt64(document.count))
        let start = document[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Array(document[start...].prefix(4000))
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

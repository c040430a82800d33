import Perilune
import SpecModel
import TestSupport
import Testing

/// Edits upon edits are said as edits of the first text.
@Suite struct RevisionTests {
    private func edit(_ start: Int, _ end: Int, _ text: String) -> Edit {
        Edit(path: "", range: SourceRange(start, end), replacement: text)
    }

    private func revised(_ text: String, _ passes: [[Edit]]) -> Revision {
        var revision = Revision(Array(text.utf8))
        for edits in passes {
            let fits = revision.apply(edits)
            #expect(fits)
        }
        return revision
    }

    @Test func `an edit of an edit is one`() {
        let revision = revised(
            "one two", [[edit(4, 7, "three")], [edit(4, 5, "T"), edit(6, 7, "R")]])
        #expect(String(decoding: revision.bytes, as: UTF8.self) == "one ThRee")
        #expect(revision.edits(of: "") == [edit(4, 7, "ThRee")])
    }

    @Test func `what was put in and taken out leaves nothing`() {
        let revision = revised("one two", [[edit(3, 3, " and")], [edit(3, 7, "")]])
        #expect(!revision.isChanged)
        #expect(revision.edits(of: "") == [])
    }

    @Test func `edits that do not fit change nothing`() {
        var revision = revised("one", [[edit(3, 3, " two")]])
        for edits in [[edit(5, 9, "")], [edit(2, 3, "x"), edit(1, 2, "y")]] {
            let fits = revision.apply(edits)
            #expect(!fits)
        }
        #expect(revision.edits(of: "") == [edit(3, 3, " two")])
    }

    @Test(arguments: 0..<200) func `random edits come to the same`(_ seed: Int) throws {
        var numbers = SplitMix(state: UInt64(seed))
        let length = Int.random(in: 0..<40, using: &numbers)
        let original = (0..<length).map { _ in
            UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &numbers)
        }
        var revision = Revision(original)
        for _ in 0..<Int.random(in: 1..<8, using: &numbers) {
            var edits: [Edit] = []
            var at = 0
            while at < revision.bytes.count, edits.count < 4 {
                let start = Int.random(in: at...revision.bytes.count, using: &numbers)
                let end = Int.random(
                    in: start...min(revision.bytes.count, start + 5), using: &numbers)
                let text = String("ABCDEFG".prefix(Int.random(in: 0...7, using: &numbers)))
                edits.append(edit(start, end, text))
                at = end + 1
            }
            let fits = revision.apply(edits)
            try #require(fits)
        }
        let edits = revision.edits(of: "")
        #expect(SourceText(path: "", bytes: original).applying(edits) == revision.bytes)
        for (first, second) in zip(edits, edits.dropFirst()) {
            #expect(first.range.end < second.range.start)
        }
    }
}

import EditProperties
import TestSupport
import Testing

/// Random edits, one after the other, neither trap nor lose a word.
@Suite(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
struct SequenceTests {
    @Test(arguments: 0..<4)
    func sequences(_ part: Int) throws {
        var property = SequenceProperty()
        let documents =
            try Generated.markdown(in: Shared.path("seeds"))
            + Generated.markdown(in: Shared.path("corpus/specs"))
        for number in 0..<40 {
            let (path, bytes) = documents[(part * 40 + number) % documents.count]
            property.check(bytes, path, seed: UInt64(part * 40 + number))
        }
        #expect(property.changed > 40)
        #expect(property.wrong.isEmpty, "\(property.wrong.prefix(9).joined(separator: "\n"))")
    }
}

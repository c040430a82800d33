internal import SpecModel

/// Finds one byte in a text again and again. Questions that go from the front to the back cost one
/// pass over the text in all, however many they are.
struct ByteFinder {
    private let byte: UInt8
    /// There is none from `start` up to `next`.
    private var start = 0
    private var next = 0

    init(_ character: Unicode.Scalar) { byte = UInt8(ascii: character) }

    /// The byte's first place in a range; nil where it does not stand there.
    @inline(__always)
    mutating func first(in range: Range<Int>, of text: Span<UInt8>) -> Int? {
        if range.lowerBound < start || range.lowerBound > next || next == start {
            search(from: range.lowerBound, in: text)
        }
        return next < range.upperBound ? next : nil
    }

    @inline(never)
    private mutating func search(from place: Int, in text: Span<UInt8>) {
        start = place
        next = text.first(byte, in: place..<text.count) ?? text.count
    }
}

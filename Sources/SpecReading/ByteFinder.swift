internal import SpecModel

/// Finds one byte in a text again and again. Questions that go from the front to the back cost one
/// pass over the text in all, however many they are.
struct ByteFinder {
    private let byte: UInt8
    /// Of those that count, the bytes in front of it; all count where this is nil.
    private let front: SIMD4<UInt8>?
    /// There is none from `start` up to `next`.
    private var start = 0
    private var next = 0

    init(_ character: Unicode.Scalar) { (byte, front) = (UInt8(ascii: character), nil) }

    /// Finds the byte only behind one of some others.
    init(_ character: Unicode.Scalar, behind front: SIMD4<UInt8>) {
        (byte, self.front) = (UInt8(ascii: character), front)
    }

    /// The byte's first place in a range; nil where it does not stand there.
    @inline(__always)
    mutating func first(in range: Range<Int>, of text: Span<UInt8>) -> Int? {
        let place = first(from: range.lowerBound, of: text)
        return place < range.upperBound ? place : nil
    }

    /// The byte's first place from another one on; the text's end where it does not stand there.
    @inline(__always)
    mutating func first(from place: Int, of text: Span<UInt8>) -> Int {
        if place < start || place > next || next == start { search(from: place, in: text) }
        return next
    }

    @inline(never)
    private mutating func search(from place: Int, in text: Span<UInt8>) {
        start = place
        next = text.first(byte, in: place..<text.count) ?? text.count
        guard let front else { return }
        while next < text.count, next == 0 || !any(front .== text[next - 1]) {
            next = text.first(byte, in: (next + 1)..<text.count) ?? text.count
        }
    }
}

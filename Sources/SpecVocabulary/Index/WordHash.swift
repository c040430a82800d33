/// FNV-1a, byte by byte, as a word is normalised. Items' keys are made of it, so it stays as it is.
package struct WordHash {
    @usableFromInline package private(set) var value: UInt64

    @inlinable @inline(__always)
    package init() { value = 0xcbf2_9ce4_8422_2325 }

    @inlinable @inline(__always)
    package mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Adds a text's normalised form.
    package mutating func add(normalised text: Span<UInt8>) {
        var hash = self
        Words.normalise(text) { byte in
            hash.add(byte)
            return true
        }
        self = hash
    }

    /// Where to look first.
    @inline(__always)
    var slot: Int { Int(truncatingIfNeeded: (value ^ value >> 32) & 0xFFFF_FFFF) }
    /// Tells most words that share a slot from each other; a unit.
    @inline(__always)
    var tag: Int { Int(truncatingIfNeeded: value >> 50) }
}

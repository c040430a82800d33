/// FNV-1a, byte by byte, as a word is normalised.
struct WordHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    /// Where to look first.
    @inline(__always)
    var slot: Int { Int(truncatingIfNeeded: (state ^ state >> 32) & 0xFFFF_FFFF) }
    /// Tells most words that share a slot from each other; a unit.
    @inline(__always)
    var tag: Int { Int(truncatingIfNeeded: state >> 50) }
}

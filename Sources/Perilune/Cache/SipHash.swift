/// SipHash-2-4 with 128 bits (Aumasson and Bernstein 2012; the reference implementation's
/// `outlen = 16`). Who does not know the key can find no two texts with one sum, and it is five times
/// as fast as SHA-256 is here.
struct SipHash {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    /// The sum of some bytes.
    static func sum(_ bytes: [UInt8], key: (UInt64, UInt64)) -> (UInt64, UInt64) {
        var state = SipHash(key)
        return unsafe bytes.withUnsafeBytes { unsafe state.take($0) }
    }

    private init(_ key: (UInt64, UInt64)) {
        v0 = key.0 ^ 0x736f_6d65_7073_6575
        v1 = key.1 ^ 0x646f_7261_6e64_6f6d ^ 0xEE
        v2 = key.0 ^ 0x6c79_6765_6e65_7261
        v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var place = 0
        while place &+ 8 <= bytes.count {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            compress(UInt64(littleEndian: word))
            place &+= 8
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        var shift: UInt64 = 0
        while place < bytes.count {
            last |= UInt64(unsafe bytes[place]) << shift
            shift &+= 8
            place &+= 1
        }
        compress(last)
        v2 ^= 0xEE
        let first = finish()
        v1 ^= 0xDD
        return (first, finish())
    }

    @inline(__always)
    private mutating func compress(_ word: UInt64) {
        v3 ^= word
        mix()
        mix()
        v0 ^= word
    }

    private mutating func finish() -> UInt64 {
        mix()
        mix()
        mix()
        mix()
        return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always)
    private mutating func mix() {
        v0 &+= v1
        v1 = Self.turn(v1, 13) ^ v0
        v0 = Self.turn(v0, 32)
        v2 &+= v3
        v3 = Self.turn(v3, 16) ^ v2
        v0 &+= v3
        v3 = Self.turn(v3, 21) ^ v0
        v2 &+= v1
        v1 = Self.turn(v1, 17) ^ v2
        v2 = Self.turn(v2, 32)
    }

    @inline(__always)
    private static func turn(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word &<< bits | word &>> (64 &- bits)
    }
}

internal import SpecWorkers

/// How a pack lies on the disk. Numbers are little-endian.
///
/// | bytes | |
/// | --- | --- |
/// | 16 | `perilune pack 1` and a line end |
/// | 8 | the sum of no bytes: tells whether the pack was written with the key at hand |
/// | … | the values, each behind its own sum of 8 bytes |
/// | 32 each | the index, sorted: the two halves of a key, where the value begins, its length |
/// | 256 × 4 | the fan: how many keys have a first byte of at most 0, 1, …, 255 |
/// | 8 | where the index begins |
///
/// Whoever looks for one key reads the fan, some keys of the index and a value, however large the pack
/// is.
enum PackLayout {
    static let head = Array("perilune pack 1\n".utf8)
    static let headLength = head.count + 8
    static let entryLength = 32
    static let fanLength = 256 * 4
    static let footLength = fanLength + 8
    /// Of a value.
    static let sumLength = 8
    /// No value is longer.
    static let longestValue = 64 << 20

    /// Where a value lies.
    struct Entry {
        var key: CheckKey
        var start: UInt64
        var length: UInt64

        var bytes: [UInt8] {
            PackLayout.bytes(key.high) + PackLayout.bytes(key.low) + PackLayout.bytes(start)
                + PackLayout.bytes(length)
        }
    }

    /// The first byte of a key, by which the fan has it.
    static func bucket(_ key: CheckKey) -> Int { Int(key.high >> 56) }

    static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }

    static func number(_ bytes: [UInt8], at place: Int) -> UInt64 {
        var number: UInt64 = 0
        for offset in (0..<8).reversed() { number = number << 8 | UInt64(bytes[place + offset]) }
        return number
    }

    /// The sum that stands in front of a value: of the value and of its key, so that no value is taken for
    /// another.
    static func sum(_ value: [UInt8], of key: CheckKey, _ secret: CacheKey) -> [UInt8] {
        bytes(secret.sum(value).low ^ secret.sum(bytes(key.high) + bytes(key.low)).high)
    }
}

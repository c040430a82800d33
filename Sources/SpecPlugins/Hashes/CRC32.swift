/// The checksum of archives (ISO 3309, polynomial 0xEDB88320 in reversed bits).
enum CRC32 {
    /// Of bytes behind others, whose own checksum is given; 0 is that of none.
    static func checksum(_ bytes: [UInt8], after earlier: UInt32 = 0) -> UInt32 {
        var value = ~earlier
        for byte in bytes {
            value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
        }
        return ~value
    }

    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        return value
    }
}

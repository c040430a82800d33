internal import SpecModel

/// Is a text well-formed UTF-8 (RFC 3629)?
enum UTF8Check {
    /// The offset of the first byte that is not.
    static func firstInvalid(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        let count = bytes.count
        while true {
            index = bytes.firstNonASCII(from: index)
            guard index < count else { return nil }
            let byte = bytes[index]
            let length: Int
            switch byte {
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF: length = 3
            case 0xF0...0xF4: length = 4
            default: return index
            }
            guard index + length <= count else { return index }
            for next in (index + 1)..<(index + length) where bytes[next] & 0xC0 != 0x80 {
                return index
            }
            let second = bytes[index + 1]
            switch byte {
            case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
                0xF4 where second > 0x8F:
                return index
            default: index += length
            }
        }
    }
}

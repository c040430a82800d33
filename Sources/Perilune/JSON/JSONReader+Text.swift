extension JSONReader {
    /// A string; its quote is next.
    func text() throws(Problem) -> String {
        place += 1
        let start = place
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
        {
            place += 1
        }
        if peek == UInt8(ascii: "\"") {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        var text = Array(bytes[start..<place])
        while let byte = peek, byte != UInt8(ascii: "\"") {
            if byte < 0x20 {
                throw problem("a control character in text; write it as \\u00XX", at: place)
            }
            place += 1
            if byte == UInt8(ascii: "\\") { try escape(&text) } else { text.append(byte) }
        }
        guard take(UInt8(ascii: "\"")) else { throw problem("text that does not end", at: place) }
        return String(decoding: text, as: UTF8.self)
    }

    private func escape(_ text: inout [UInt8]) throws(Problem) {
        guard let byte = peek else { throw problem("text that does not end", at: place) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = try unit()
            if (0xD800..<0xDC00).contains(scalar), bytes[place...].starts(with: "\\u".utf8) {
                let before = place
                place += 2
                let low = try unit()
                if (0xDC00..<0xE000).contains(low) {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    place = before
                }
            }
            text += String(UnicodeScalar(scalar) ?? "\u{FFFD}").utf8
        default:
            place -= 1
            throw problem("\"\\\" in front of what is no escape", at: place)
        }
    }

    private func unit() throws(Problem) -> UInt32 {
        let digits = bytes[place..<min(place + 4, bytes.count)]
        guard digits.count == 4,
            digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("\"\\u\" without four digits behind it", at: place) }
        place += 4
        return unit
    }
}

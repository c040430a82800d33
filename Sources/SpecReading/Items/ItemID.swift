/// What the ids and versions of authors look like.
enum ItemID {
    /// `FR-1`, `FR-001.1`, `REQ_12`, `R1`, `BR-XXX-001`: letters, then digits, with `-`, `_` or `.`
    /// between, and nothing else.
    static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 32, let first = bytes.first, let last = bytes.last,
            isLetter(first), isDigit(last)
        else { return false }
        var hasDigit = false
        for byte in bytes {
            if isDigit(byte) { hasDigit = true }
            guard
                isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            else { return false }
        }
        let letters = bytes.prefix { isLetter($0) }
        return hasDigit && letters.allSatisfy { $0 < 0x61 } && letters.count <= 8
    }

    /// `2.6.6`, `v3`, `^1.2`, `>= 2.0`, `12.x`.
    static func isVersion(_ text: String) -> Bool {
        let text = text.utf8.drop {
            $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~")
                || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "<")
                || $0 == 0x20
        }
        guard let first = text.first, isDigit(first) else { return false }
        return text.allSatisfy {
            isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// What the ids and versions of authors look like.
enum ItemID {
    /// `FR-1`, `FR-001.1`, `REQ_12`, `R1`, `BR-XXX-001`: letters, then digits, with `-`, `_` or `.`
    /// between, and nothing else.
    static func isID(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 32, let first = bytes.first, let last = bytes.last,
            first.isLetter, last.isDigit
        else { return false }
        var hasDigit = false
        for byte in bytes {
            if byte.isDigit { hasDigit = true }
            guard
                byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            else { return false }
        }
        let letters = bytes.prefix(while: \.isLetter)
        return hasDigit && letters.allSatisfy(\.isCapital) && letters.count <= 8
    }

    /// `2.6.6`, `v3`, `^1.2`, `>= 2.0`, `12.x`.
    static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
        let text = text.drop {
            $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~")
                || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "<")
                || $0 == 0x20
        }
        guard let first = text.first, first.isDigit else { return false }
        return text.allSatisfy {
            $0.isDigit || $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+")
        }
    }
}

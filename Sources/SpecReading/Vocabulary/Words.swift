/// How words are compared: in lower case, without numbers in front, punctuation, emoji and a remark
/// in brackets at the end; `&` is `and`.
enum Words {
    static func normalised(_ text: some StringProtocol) -> String {
        let text = withoutRemark(Substring(text))
        var output = Output()
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text.utf8[index]
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "'"): output.append(byte)
            case 0x41...0x5A: output.append(byte | 0x20)
            case UInt8(ascii: "&"): output.append("&")
            case UInt8(ascii: "#") where text.utf8.count == 1: output.append(byte)
            case 0x80...:
                // From the first letter that is not ASCII on, scalar by scalar.
                for scalar in text[index...].unicodeScalars { output.append(scalar) }
                return output.text
            default: output.separate()
            }
            text.utf8.formIndex(after: &index)
        }
        return output.text
    }

    /// Words with one space between them.
    private struct Output {
        private var bytes: [UInt8] = []
        private var needsSpace = false

        var text: String { String(decoding: bytes, as: UTF8.self) }

        mutating func separate() { needsSpace = !bytes.isEmpty }

        mutating func append(_ byte: UInt8) {
            if needsSpace { bytes.append(0x20) }
            needsSpace = false
            bytes.append(byte)
        }

        mutating func append(_ scalar: Unicode.Scalar) {
            if scalar == "&" {
                separate()
                for letter in "and".utf8 { append(letter) }
                separate()
            } else if scalar == "'" || scalar == "’" {
                append(UInt8(ascii: "'"))
            } else if isWord(scalar) {
                // The dot of Turkish İ is no part of the word: RİSK is risk.
                for lower in scalar.properties.lowercaseMapping.unicodeScalars
                where lower != "\u{307}" {
                    for byte in String(lower).utf8 { append(byte) }
                }
            } else {
                separate()
            }
        }
    }

    fileprivate static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 128 {
            return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
                || (scalar >= "0" && scalar <= "9")
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// A text without a remark in round brackets at its end, unless it is nothing else.
    private static func withoutRemark(_ text: Substring) -> Substring {
        if text.utf8.last == UInt8(ascii: ")") {
            guard let open = text.utf8.lastIndex(of: UInt8(ascii: "(")), open > text.startIndex
            else { return text }
            return text[..<open]
        }
        guard text.utf8.last == 0x89, text.hasSuffix("）"), let open = text.lastIndex(of: "（"),
            open > text.startIndex
        else { return text }
        return text[..<open]
    }
}

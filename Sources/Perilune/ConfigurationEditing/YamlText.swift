/// How text is written so that every reader of YAML takes it for that text.
enum YamlText {
    /// Plain where it can be, else in quotes.
    /// - Parameter quote: the one that stands there already.
    static func scalar(_ text: String, like quote: UInt8? = nil) -> String {
        if quote == nil, isPlain(text) { return text }
        let isSimple = text.unicodeScalars.allSatisfy(isPrintable)
        if quote == UInt8(ascii: "'"), isSimple {
            return "'" + text.replacing("'", with: "''") + "'"
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                quoted += (width == 8 ? "\\U" : "\\u")
                quoted += String(repeating: "0", count: width - digits.utf8.count) + digits
            }
        }
        return quoted + "\""
    }

    /// Is it itself without quotes, in a list in brackets, too, and for readers who take `1.2` for a
    /// number and `no` for false?
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, !isWord(text), !looksLikeNumber(text) else {
            return false
        }
        // `-`, `?` and `:` may begin a text, but seldom look as if they did.
        guard
            isLetterOrDigit(first) || "./^_+".unicodeScalars.contains(first)
                || first == "~" && text.utf8.count > 1
        else { return false }
        let inner = "./^~_+-@%=:".unicodeScalars
        guard text.unicodeScalars.allSatisfy({ isLetterOrDigit($0) || inner.contains($0) }) else {
            return false
        }
        // A colon is part of an address where something follows that ends nothing.
        return text.utf8.last != UInt8(ascii: ":")
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar
    }

    private static func isWord(_ text: String) -> Bool {
        [
            "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ".inf", ".nan",
            "+.inf",
        ].contains(text.lowercased())
    }

    /// Numbers, times and days; `1.2.3` is none, nor is what has other letters.
    private static func looksLikeNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, "0123456789.+".utf8.contains(first) else {
            return false
        }
        return text.utf8.allSatisfy { "0123456789.+-_:abcdefABCDEFxXoO".utf8.contains($0) }
            && text.utf8.count { $0 == UInt8(ascii: ".") } < 2
    }

    /// May it stand in a YAML text as it is? What ends a line may not, nor what nobody sees.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202F...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF:
            true
        default: false
        }
    }
}

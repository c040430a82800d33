/// How words are compared: in lower case, without numbers in front, punctuation, emoji and a remark
/// in brackets at the end; `&` is `and`.
enum Words {
    static func normalised(_ text: some StringProtocol) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var needsSpace = false
        func separate() {
            if !output.isEmpty { needsSpace = true }
        }
        for scalar in withoutRemark(text).unicodeScalars {
            if scalar == "&" || scalar == "#" && text.utf8.count == 1 {
                separate()
                append(scalar == "&" ? "and" : "#")
                separate()
            } else if scalar == "'" || scalar == "’" {
                append("'")
            } else if isWord(scalar) {
                append(scalar.properties.lowercaseMapping)
            } else {
                separate()
            }
        }
        func append(_ piece: String) {
            if needsSpace { output.append(0x20) }
            needsSpace = false
            output.append(contentsOf: piece.utf8)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 128 {
            return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
                || (scalar >= "0" && scalar <= "9")
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// A text without a remark in round brackets at its end, unless it is nothing else.
    private static func withoutRemark(_ text: some StringProtocol) -> Substring {
        let whole = Substring(text)
        guard let last = whole.utf8.last(where: { $0 != 0x20 }), last == UInt8(ascii: ")"),
            let open = whole.lastIndex(of: "("), open > whole.startIndex
        else { return whole }
        return whole[..<open]
    }
}

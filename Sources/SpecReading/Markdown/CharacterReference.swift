/// `&amp;`, `&#38;`, `&#x26;` as they stand in a source text (CommonMark 2.5). The table of names
/// is cmark's; here only the extent is found, and what cmark made of it is looked up in its text.
struct CharacterReference {
    /// Source bytes, `&` and `;` included.
    let count: Int
    /// Does it say `&` itself?
    private let isAmpersand: Bool
    private let isNumeric: Bool
    private let bytes: ArraySlice<UInt8>

    init?(_ source: [UInt8], _ start: Int, _ limit: Int) {
        let end = min(limit, start + 34)
        var index = start + 1
        while index < end, source[index] != UInt8(ascii: ";") {
            let byte = source[index]
            let isWord =
                byte.isLetter || byte.isDigit
                || (index == start + 1 && byte == UInt8(ascii: "#"))
            guard isWord else { return nil }
            index += 1
        }
        guard index < end, index > start + 1 else { return nil }
        count = index + 1 - start
        bytes = source[start...index]
        let name = String(decoding: source[(start + 1)..<index], as: UTF8.self).lowercased()
        isNumeric = name.hasPrefix("#")
        isAmpersand =
            name == "amp" || name == "#38" || name == "#x26"
            || (isNumeric && Self.number(name) == 0x26)
    }

    /// How many bytes of cmark's text, from `index` on, this reference stands for; nil where cmark
    /// left it as it is.
    func decodedCount(at index: Int, of text: BorrowedBytes) -> Int? {
        let first = text[index]
        if first == UInt8(ascii: "&") { return isAmpersand ? 1 : nil }
        var count = Self.scalarCount(text, index)
        if !isNumeric, Self.namesOfTwo.contains(bytes.dropFirst().dropLast().map { $0 }) {
            let second = index + count
            if second < text.count { count += Self.scalarCount(text, second) }
        }
        return min(count, text.count - index)
    }

    private static func scalarCount(_ text: BorrowedBytes, _ index: Int) -> Int {
        switch text[index] {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    private static func number(_ name: String) -> Int? {
        let digits = name.dropFirst()
        return digits.hasPrefix("x") ? Int(digits.dropFirst(), radix: 16) : Int(digits)
    }

    // The names of HTML 5 that stand for two scalars and that a text might hold.
    private static let namesOfTwo: Set<[UInt8]> = Set(
        ["fjlig", "nvlt", "nvgt", "bne", "bnequiv", "nlE", "ngE", "nles", "nges"]
            .map { Array($0.utf8) })
}

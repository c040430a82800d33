/// A heading's text, taken apart.
struct HeadingText {
    /// `3.1`, `A`, `10b`; nil where there is none.
    var number: String?
    /// Where the title begins and ends, as indices of the text's bytes.
    var title: Range<Int>
    var isOptional = false

    /// - Parameter bytes: plain text of the heading, which may hold bytes that are not UTF-8.
    init(_ bytes: ArraySlice<UInt8>) {
        var start = bytes.startIndex
        func skipSpace() { while start < bytes.endIndex, bytes[start] == 0x20 { start += 1 } }
        skipSpace()
        start = Self.skipSymbols(bytes, start)
        if let end = Self.numberEnd(bytes, start) {
            var stop = end
            while stop > start,
                bytes[stop - 1] == UInt8(ascii: ".") || bytes[stop - 1] == UInt8(ascii: ")")
            {
                stop -= 1
            }
            number = String(decoding: bytes[start..<stop], as: UTF8.self)
            start = end
            skipSpace()
            start = Self.skipSymbols(bytes, start)
        }
        var end = bytes.endIndex
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        title = start..<end
        isOptional =
            Self.ends(bytes[title], with: "(optional)")
            || Self.ends(bytes[title], with: "(if applicable)")
    }

    /// Does a text end in these words, in capitals or not?
    private static func ends(_ bytes: ArraySlice<UInt8>, with words: StaticString) -> Bool {
        bytes.last == UInt8(ascii: ")") && bytes.suffix(words.utf8CodeUnitCount).says(words)
    }

    /// The end of `1.`, `1.2`, `A.`, `10b`, with white space and a title behind it.
    private static func numberEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start
        func isDigit(_ index: Int) -> Bool {
            index < bytes.endIndex && bytes[index].isDigit
        }
        func isPoint(_ index: Int) -> Bool {
            index < bytes.endIndex
                && (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"))
        }
        if isDigit(index) {
            while isDigit(index) { index += 1 }
            if index < bytes.endIndex, bytes[index] >= 0x61, bytes[index] <= 0x7A { index += 1 }
            while index < bytes.endIndex, bytes[index] == UInt8(ascii: "."), isDigit(index + 1) {
                index += 1
                while isDigit(index) { index += 1 }
            }
            if isPoint(index) { index += 1 }
        } else if index < bytes.endIndex, bytes[index].isCapital,
            isPoint(index + 1)
        {
            index += 2
        } else {
            return nil
        }
        guard index < bytes.endIndex, bytes[index] == 0x20 else { return nil }
        return bytes[index...].contains { $0 != 0x20 } ? index : nil
    }

    /// Skips emoji and other symbols in front of a text.
    private static func skipSymbols(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
        guard start < bytes.endIndex, bytes[start] >= 0x80 else { return start }
        var index = start
        for scalar in String(decoding: bytes[start...], as: UTF8.self).unicodeScalars {
            // A byte that is not UTF-8 reads as this one.
            guard scalar != "\u{FFFD}" else { break }
            let isSymbol =
                scalar.properties.generalCategory == .otherSymbol
                || scalar.properties.isVariationSelector || scalar.value == 0x200D
            guard isSymbol || (index > start && scalar == " ") else { break }
            index += scalar.utf8.count
        }
        return index
    }
}

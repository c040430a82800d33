/// A heading's text, taken apart.
struct HeadingText {
    /// `3.1`, `A`, `10b`; nil where there is none.
    var number: String?
    /// Where the title begins and ends, as indices of the text's bytes.
    var title: Range<Int>
    var isOptional = false

    /// - Parameters:
    ///   - text: plain text, which may hold bytes that are not UTF-8.
    ///   - range: where the heading stands in it.
    init(_ text: [UInt8], in range: Range<Int>) {
        let bytes = text.span.extracting(..<range.upperBound)
        var start = Self.skipSpace(bytes, range.lowerBound)
        start = Self.skipSymbols(bytes, start)
        if let end = Self.numberEnd(bytes, start) {
            var stop = end
            while stop > start, Self.isPoint(bytes, stop - 1) { stop -= 1 }
            number = String(decoding: text[start..<stop], as: UTF8.self)
            start = Self.skipSymbols(bytes, Self.skipSpace(bytes, end))
        }
        var end = bytes.count
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        title = start..<end
        isOptional =
            end > start && bytes[end - 1] == UInt8(ascii: ")")
            && (Self.ends(text[title], with: "(optional)")
                || Self.ends(text[title], with: "(if applicable)"))
    }

    /// Does a text end in these words, in capitals or not?
    private static func ends(_ bytes: ArraySlice<UInt8>, with words: StaticString) -> Bool {
        bytes.suffix(words.utf8CodeUnitCount).says(words)
    }

    private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index
    }

    private static func skipDigits(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while isDigit(bytes, index) { index += 1 }
        return index
    }

    private static func isDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && bytes[index].isDigit
    }

    private static func isPoint(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index < bytes.count
            && (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"))
    }

    /// The end of `1.`, `1.2`, `A.`, `10b`, with white space and a title behind it.
    private static func numberEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        var index = start
        if isDigit(bytes, index) {
            index = skipDigits(bytes, index)
            if index < bytes.count, bytes[index] >= 0x61, bytes[index] <= 0x7A { index += 1 }
            while index < bytes.count, bytes[index] == UInt8(ascii: "."),
                isDigit(bytes, index + 1)
            {
                index = skipDigits(bytes, index + 1)
            }
            if isPoint(bytes, index) { index += 1 }
        } else if index < bytes.count, bytes[index].isCapital, isPoint(bytes, index + 1) {
            index += 2
        } else {
            return nil
        }
        guard index < bytes.count, bytes[index] == 0x20 else { return nil }
        return skipSpace(bytes, index) < bytes.count ? index : nil
    }

    /// Skips emoji and other symbols in front of a text.
    @inline(__always)
    private static func skipSymbols(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        start < bytes.count && bytes[start] >= 0x80 ? endOfSymbols(bytes, start) : start
    }

    @inline(never)
    private static func endOfSymbols(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        let rest = bytes.extracting(start...)
        let text = unsafe rest.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
        for scalar in text.unicodeScalars {
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

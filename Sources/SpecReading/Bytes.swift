internal import SpecModel

/// Bytes as ASCII characters; bytes of other characters are none of these.
extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
    /// White space that does not end a line (CommonMark 2.1).
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
    /// White space and control characters.
    var isBlank: Bool { self <= 0x20 }

    /// ASCII punctuation (CommonMark 2.1).
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    /// Is this a text of ASCII, in capitals or not?
    /// - Parameter text: in small letters.
    func says(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            unsafe elementsEqual(text) { ($0.isLetter ? $0 | 0x20 : $0) == $1 }
        }
    }
}

extension SourceText {
    func contains(_ byte: UInt8) -> Bool {
        bytes.span.first(byte, in: 0..<bytes.count) != nil
    }

    /// A range without the white space around its bytes.
    func trimmed(_ range: SourceRange) -> SourceRange {
        var range = range
        while range.start < range.end, bytes[range.start].isBlank { range.start += 1 }
        while range.end > range.start, bytes[range.end - 1].isBlank { range.end -= 1 }
        return range
    }

    /// Do the bytes at a text's range say it literally, without markup, escapes and repairs?
    func says(_ text: SourcedText) -> Bool {
        bytes[text.range.start..<text.range.end].elementsEqual(text.text.utf8)
    }

    /// Lines of code as a value: each line ending is a line feed.
    func code(_ range: SourceRange) -> SourcedText {
        guard bytes.span.first(0x0D, in: range.start..<range.end) != nil else {
            return SourcedText(text(range), range)
        }
        var lines: [UInt8] = []
        for byte in bytes[range.start..<range.end] {
            if byte == 0x0A, lines.last == 0x0D { lines.removeLast() }
            if lines.last == 0x0D { lines[lines.count - 1] = 0x0A }
            lines.append(byte)
        }
        if lines.last == 0x0D { lines[lines.count - 1] = 0x0A }
        return SourcedText(String(decoding: lines, as: UTF8.self), range)
    }
}

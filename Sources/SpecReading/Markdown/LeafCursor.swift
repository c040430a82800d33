internal import SpecModel

/// A place in the lines of one leaf. Between two lines stands one virtual LF.
struct LeafCursor {
    var lines: [SourceRange] = []
    var line = 0
    /// The next byte, or the end of the line.
    var at = 0
    /// Is the leaf a table cell, where `\|` was unescaped before anything else?
    var isCell = false
    /// Is it inside `<…>`, where a backslash is a backslash?
    var isAutolink = false

    var range: SourceRange {
        SourceRange(lines.first?.start ?? 0, lines.last?.end ?? 0)
    }

    /// Makes a line the only one.
    mutating func hold(_ only: SourceRange) {
        if lines.count == 1 {
            lines[0] = only
        } else {
            lines = [only]
        }
    }

    mutating func rewind() {
        line = 0
        at = lines.first?.start ?? 0
    }

    var isAtLineEnd: Bool { line >= lines.count || at >= lines[line].end }
    var isAtEnd: Bool { line >= lines.count || (line == lines.count - 1 && isAtLineEnd) }

    /// The next byte; LF between lines, nil at the end.
    func peek(_ bytes: [UInt8]) -> UInt8? {
        if isAtLineEnd { return isAtEnd ? nil : 0x0A }
        return bytes[at]
    }

    /// The byte after the next one, on the same line.
    func peekSecond(_ bytes: [UInt8]) -> UInt8? {
        guard line < lines.count, at + 1 < lines[line].end else { return nil }
        return bytes[at + 1]
    }

    mutating func advance() {
        if isAtLineEnd { nextLine() } else { at += 1 }
    }

    mutating func nextLine() {
        guard line + 1 < lines.count else {
            at = lines.last?.end ?? at
            return
        }
        line += 1
        at = lines[line].start
    }

    /// Goes back, at the start of a line, to the white space that stands in front of it in cmark's
    /// text: that of a lazy line is not taken off.
    mutating func goBack(toBlanksOf text: BorrowedBytes, from index: Int, _ bytes: [UInt8]) {
        var count = 0
        while index + count < text.count, text[index + count].isSpace { count += 1 }
        var place = at
        while place < bytes.count, bytes[place].isSpace {
            place += 1
            count -= 1
        }
        while count > 0, at > 0, bytes[at - 1].isSpace {
            at -= 1
            count -= 1
        }
    }

    mutating func skip(_ byte: UInt8, _ bytes: [UInt8]) {
        if peek(bytes) == byte { advance() }
    }

    mutating func skipSpace(_ bytes: [UInt8]) {
        while let byte = peek(bytes), byte == 0x20 || byte == 0x09 || byte == 0x0A { advance() }
    }
}

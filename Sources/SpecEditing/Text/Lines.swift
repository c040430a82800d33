internal import SpecModel

/// What stands around a place, line by line.
extension SourceText {
    /// Offset of the first byte of the line that holds an offset.
    func lineStart(at offset: Int) -> Int { lineStarts[lineIndex(of: offset)] }

    /// Offset behind the line ending of the line that holds an offset.
    func lineLimit(at offset: Int) -> Int {
        let next = lineIndex(of: offset) + 1
        return next < lineStarts.count ? lineStarts[next] : bytes.count
    }

    /// Offset just after the text of the line that holds an offset.
    func lineEnd(at offset: Int) -> Int { lineRange(lineIndex(of: offset)).end }

    /// The whole lines of a range, with their endings. A range that ends where a line begins does not
    /// reach into it.
    func lines(of range: SourceRange) -> SourceRange {
        SourceRange(
            lineStart(at: range.start),
            range.end > range.start ? lineLimit(at: range.end - 1) : lineLimit(at: range.start))
    }

    /// The line ending that the document uses at a place; of a last line that has none, of the line
    /// before it.
    func lineEnding(at offset: Int) -> String {
        var line = lineIndex(of: offset)
        if line + 1 >= lineStarts.count { line = max(0, line - 1) }
        guard line + 1 < lineStarts.count else { return "\n" }
        let end = lineRange(line).end
        switch bytes[end..<lineStarts[line + 1]].count {
        case 2: return "\r\n"
        default: return bytes[end] == UInt8(ascii: "\r") ? "\r" : "\n"
        }
    }

    func isBlankLine(_ line: Int) -> Bool {
        let range = lineRange(line)
        return bytes[range.start..<range.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// What continues the container of a place on another line: `> ` stays, a list's marker becomes
    /// blanks.
    func continuation(at offset: Int) -> String {
        let start = lineStart(at: offset)
        let text = SourceRange(start, offset)
        return String(
            self.text(text).map { character in
                character == ">" || character == "\t" ? character : " "
            })
    }

    /// Markdown with the line endings of a place.
    func adapted(_ markdown: String, at offset: Int) -> String {
        let ending = lineEnding(at: offset)
        return MarkdownText.lines(markdown).joined(separator: ending)
    }
}

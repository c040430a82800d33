internal import SpecModel

/// From cmark's lines and columns to bytes. What is asked of each block is inlined: a call from a
/// method that changes the builder would copy it first.
extension MarkdownBuilder {
    /// The index of a line that cmark counts from 1.
    @inline(__always)
    func index(ofLine line: Int) -> Int {
        min(max(0, firstLine + line - 1), source.lineStarts.count - 1)
    }

    @inline(__always)
    func start(of node: CMarkNode) -> Int {
        let line = source.lineRange(index(ofLine: node.startLine))
        let base = max(line.start, bodyStart)
        return min(base + max(0, node.startColumn - 1), line.end)
    }

    /// From a block's first byte to the last byte of its last line.
    func lines(of node: CMarkNode) -> SourceRange {
        let start = start(of: node)
        var last = index(ofLine: node.endLine)
        while last > source.lineIndex(of: start), source.lineEnd(last) <= source.lineStarts[last] {
            last -= 1
        }
        return SourceRange(start, max(start, source.lineEnd(last)))
    }

    /// A line without the white space around it.
    @inline(__always)
    func trimmed(_ index: Int) -> SourceRange { source.trimmedLine(index, from: bodyStart) }

    /// A line without the markers of the block quotes it stands in and the white space around it.
    @inline(__always)
    func unquoted(_ index: Int) -> SourceRange {
        var range = trimmed(index)
        for _ in 0..<quoteDepth {
            guard range.start < range.end, source.bytes[range.start] == UInt8(ascii: ">") else {
                break
            }
            range.start += 1
            while range.start < range.end, source.bytes[range.start].isSpace { range.start += 1 }
        }
        return range
    }

    /// Points the cursor at the lines of a leaf. cmark's text holds each line without its
    /// container's markers, so each is the tail of a source line, counted back from the last one.
    mutating func locate(_ content: BorrowedBytes, lastLine: Int) -> Bool {
        cursor.lines.removeAll(keepingCapacity: true)
        var end = content.count
        while end > 0, content[end - 1] == 0x0A || content[end - 1].isSpace { end -= 1 }
        guard end > 0 else { return false }
        var line = lastLine
        while line > 0, trimmed(line).isEmpty { line -= 1 }
        while true {
            var start = end
            while start > 0, content[start - 1] != 0x0A { start -= 1 }
            let range = trimmed(line)
            var count = end - start
            while count > 0, content[start + count - 1].isSpace { count -= 1 }
            // White space at a line's end is part of the text only within a code span.
            let from = max(range.start, range.end - count)
            let to = cursor.lines.isEmpty ? range.end : source.lineRange(line).end
            cursor.lines.append(SourceRange(from, to))
            guard start > 0, line > 0 else { break }
            end = start - 1
            line -= 1
        }
        cursor.lines.reverse()
        return true
    }

    /// The line of a setext heading's underline: the first one that looks like one, for it would
    /// end the heading's text anywhere. cmark's end line may be the line behind it.
    /// - Parameters:
    ///   - start: the heading's first byte.
    ///   - column: where the text of the list entry around it begins.
    func underline(below start: Int, inside column: Int?, near last: Int) -> Int {
        // To the left of its entry, or four columns to the right, a line is one of the heading's
        // text (CommonMark 4.3).
        let columns = (column ?? 0)..<(indentation(of: start) + 4)
        var line = source.lineIndex(of: start) + 1
        while line < last, !isUnderline(line, in: columns) { line += 1 }
        return line
    }

    private func isUnderline(_ index: Int, in columns: Range<Int>) -> Bool {
        let range = unquoted(index)
        guard columns.contains(indentation(of: range.start)) else { return false }
        guard let first = source.bytes[range.start..<range.end].first,
            first == UInt8(ascii: "=") || first == UInt8(ascii: "-")
        else { return false }
        return source.bytes[range.start..<range.end].allSatisfy { $0 == first }
    }

    /// Does a line close a fence of this character? It has to stand in the fence's own containers:
    /// behind as many quote marks, and as far to the right as the list entry's text.
    func isFence(_ index: Int, _ marker: UInt8, inside item: Int?) -> Bool {
        var range = trimmed(index)
        for _ in 0..<quoteDepth {
            guard range.start < range.end, source.bytes[range.start] == UInt8(ascii: ">") else {
                return false
            }
            range.start += 1
            while range.start < range.end, source.bytes[range.start].isSpace { range.start += 1 }
        }
        if let item, indentation(of: range.start) < item { return false }
        return range.count >= 3
            && source.bytes[range.start..<range.end].allSatisfy { $0 == marker }
    }

    /// How far to the right an offset stands in its line, a tab reaching to the next fourth column.
    func indentation(of offset: Int) -> Int {
        var column = 0
        let line = max(source.lineStarts[source.lineIndex(of: offset)], min(bodyStart, offset))
        for byte in source.bytes[line..<offset] {
            column += byte == 0x09 ? 4 - column % 4 : 1
        }
        return column
    }
}

extension SourceText {
    /// A line without the white space around it, and without what stands in front of a place.
    @inline(__always)
    func trimmedLine(_ index: Int, from start: Int) -> SourceRange {
        var range = lineRange(index)
        range.start = max(range.start, min(start, range.end))
        while range.start < range.end, bytes[range.start].isSpace { range.start += 1 }
        while range.end > range.start, bytes[range.end - 1].isSpace { range.end -= 1 }
        return range
    }

    /// The tail of so many bytes of a line, or of the first one above it that is not blank.
    func tail(_ count: Int, of index: Int, from start: Int) -> SourceRange {
        var line = index
        var range = trimmedLine(line, from: start)
        while line > 0, range.isEmpty {
            line -= 1
            range = trimmedLine(line, from: start)
        }
        return SourceRange(max(range.start, range.end - count), range.end)
    }

    /// The end of a line without its line ending and trailing white space.
    func lineEnd(_ index: Int) -> Int {
        let range = lineRange(min(index, lineStarts.count - 1))
        var end = range.end
        while end > range.start, bytes[end - 1].isSpace { end -= 1 }
        return end
    }

    /// The text of `## Heading ##`.
    func textOfATX(_ start: Int, _ lineEnd: Int) -> SourceRange {
        var from = start
        while from < lineEnd, bytes[from] == UInt8(ascii: "#") { from += 1 }
        while from < lineEnd, bytes[from].isSpace { from += 1 }
        var to = lineEnd
        while to > from, bytes[to - 1] == UInt8(ascii: "#") { to -= 1 }
        if to < lineEnd, to > from, !bytes[to - 1].isSpace { to = lineEnd }
        while to > from, bytes[to - 1].isSpace { to -= 1 }
        return SourceRange(from, max(from, to))
    }

    func isATX(_ start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end - start <= 6 else { return false }
        return end == bytes.count || bytes[end].isSpace
            || bytes[end] == 0x0A || bytes[end] == 0x0D
    }
}

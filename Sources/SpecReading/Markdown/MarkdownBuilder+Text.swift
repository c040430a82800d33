internal import SpecModel

/// Text as cmark gives it, led back to the bytes that it came from: as they are, or escapes and
/// entities.
extension MarkdownBuilder {
    mutating func addText(_ literal: BorrowedBytes) {
        var index = 0
        let count = literal.count
        while index < count {
            index += addRun(of: literal, from: index)
            guard index < count else { return }
            index += addException(of: literal, at: index)
        }
    }

    /// Adds the bytes of a text that stand in the source as they are; how many these were.
    private mutating func addRun(of literal: BorrowedBytes, from index: Int) -> Int {
        let count = runCount(of: literal, from: index)
        if count > 0 {
            addVerbatim(count)
            cursor.at += count
        }
        return count
    }

    /// How many bytes of a text stand at the cursor as they are, up to what may be an escape or an
    /// entity.
    @inline(__always)
    private func runCount(of literal: BorrowedBytes, from index: Int) -> Int {
        let ampersand = UInt8(ascii: "&")
        let backslash = cursor.isAutolink ? ampersand : UInt8(ascii: "\\")
        return matchCount(of: literal, from: index, upTo: (ampersand, backslash))
    }

    /// How many bytes of a text stand at the cursor, up to one of two. No text has a NUL.
    @inline(__always)
    func matchCount(
        of literal: BorrowedBytes, from index: Int, upTo ends: (UInt8, UInt8) = (0, 0)
    ) -> Int {
        guard cursor.line < cursor.lines.count else { return 0 }
        let rest = SourceRange(cursor.at, cursor.lines[cursor.line].end)
        return literal.matchCount(from: index, source.bytes.span, rest, upTo: ends)
    }

    /// Adds what stands in the source in another way, or is an escape or an entity only by its
    /// looks; how many bytes of the text that was.
    private mutating func addException(of literal: BorrowedBytes, at index: Int) -> Int {
        let byte = literal[index]
        guard let next = cursor.peek(source.bytes) else {
            addDecoded(byte, SourceRange(cursor.at, cursor.at))
            return 1
        }
        if next == UInt8(ascii: "\\"), !cursor.isAutolink,
            let second = cursor.peekSecond(source.bytes), second.isPunctuation
        {
            addEscape(byte, second)
            return 1
        }
        if next == UInt8(ascii: "&"),
            let entity = CharacterReference(
                source.bytes, cursor.at, cursor.lines[cursor.line].end),
            let count = entity.decodedCount(at: index, of: literal)
        {
            let range = SourceRange(cursor.at, cursor.at + entity.count)
            addDecoded(literal[index..<(index + count)], range)
            cursor.at = range.end
            return count
        }
        if next == 0x0A {
            // Of a footnote's label that spans lines cmark makes one text without the rest of them.
            if resynchronise(literal, index) { return 0 }
            // The text goes on where our line ends: what cmark saw there is not our line.
            addDecoded(byte, SourceRange(cursor.at, cursor.at))
            return 1
        }
        if next == byte {
            addVerbatim()
            return 1
        }
        guard !resynchronise(literal, index) else { return 0 }
        addDecoded(byte, SourceRange(cursor.at, cursor.at))
        return 1
    }

    private mutating func addEscape(_ byte: UInt8, _ second: UInt8) {
        let from = cursor.at
        cursor.advance()
        if byte == UInt8(ascii: "|"), second == UInt8(ascii: "\\"), cursor.isCell {
            cursor.advance()
        }
        cursor.advance()
        addDecoded(byte, SourceRange(from, cursor.at))
    }

    /// Moves the cursor to where the next bytes of a text stand, so that a construct read differently
    /// from cmark costs its own range and not the ranges behind it.
    private mutating func resynchronise(
        _ literal: BorrowedBytes, _ index: Int
    ) -> Bool {
        let count = min(8, literal.count - index)
        var (line, place) = (cursor.line, cursor.at + 1)
        let limit = cursor.at + 1024
        while line < cursor.lines.count, place < limit {
            let end = min(cursor.lines[line].end, limit)
            while place + count <= end {
                var matched = 0
                while matched < count,
                    source.bytes[place + matched] == literal[index + matched]
                { matched += 1 }
                if matched == count {
                    (cursor.line, cursor.at) = (line, place)
                    return true
                }
                place += 1
            }
            // A few bytes stand in many places.
            guard count == 8 else { return false }
            line += 1
            if line < cursor.lines.count { place = cursor.lines[line].start }
        }
        return false
    }

    // MARK: output

    mutating func addVerbatim() {
        addVerbatim(1)
        cursor.advance()
    }

    /// Adds source bytes from the cursor on.
    mutating func addVerbatim(_ count: Int) {
        let at = cursor.at
        let plain = tree.plain.count
        appendPlain(SourceRange(at, at + count))
        let last = tree.segments.count - 1
        if last >= 0, tree.segments[last].isVerbatim,
            tree.segments[last].source + tree.segments[last].sourceCount == at,
            tree.segments[last].plain + tree.segments[last].count == plain
        {
            tree.segments[last].count += count
            tree.segments[last].sourceCount += count
        } else {
            tree.segments.append(
                TextSegment(
                    plain: plain, count: count, source: at, sourceCount: count, isVerbatim: true))
        }
    }

    mutating func addDecoded(_ byte: UInt8, _ range: SourceRange) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: 1, source: range.start,
                sourceCount: range.count, isVerbatim: false))
        tree.plain.append(byte)
    }

    mutating func addDecoded(
        _ bytes: Slice<BorrowedBytes>, _ range: SourceRange
    ) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: bytes.count, source: range.start,
                sourceCount: range.count, isVerbatim: false))
        tree.plain.append(contentsOf: bytes)
    }
}

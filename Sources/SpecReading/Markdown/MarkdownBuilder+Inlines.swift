internal import SpecModel

/// Plain text with a map to its bytes. cmark decides what the inlines are; walking them in order
/// with a cursor on the raw lines finds where each of their bytes stands.
extension MarkdownBuilder {
    /// The text of a leaf that is one line.
    mutating func inlineText(
        of node: CMarkNode, inLine line: SourceRange, isCell: Bool = false
    ) -> InlineText {
        if isPlain(node, line) { return plainText(line) }
        cursor.hold(line)
        cursor.isCell = isCell
        defer { cursor.isCell = false }
        return inlineText(of: node, in: line)
    }

    /// Is a leaf's text what stands in the source, byte for byte?
    @inline(__always)
    private func isPlain(_ node: CMarkNode, _ line: SourceRange) -> Bool {
        node.isPlain && node.content.says(line, of: source.bytes.span)
    }

    /// The text of a line without markup of CommonMark.
    mutating func plainText(_ line: SourceRange) -> InlineText {
        let plain = tree.plain.count
        let segments = tree.segments.count
        if !line.isEmpty {
            appendPlain(line)
            tree.segments.append(
                TextSegment(
                    plain: plain, count: line.count, source: line.start, sourceCount: line.count,
                    isVerbatim: true))
        }
        var text = InlineText(
            plain: plain..<tree.plain.count, segments: segments..<tree.segments.count,
            spans: tree.spans.count..<tree.spans.count, range: line)
        removeStrikeMarks(&text)
        return text
    }

    private mutating func appendPlain(_ bytes: SourceRange) {
        unsafe source.bytes.withUnsafeBufferPointer { all in
            unsafe tree.plain.append(contentsOf: all.extracting(bytes.start..<bytes.end))
        }
    }

    /// The text of a leaf whose lines the cursor holds.
    mutating func inlineText(of node: CMarkNode, in range: SourceRange) -> InlineText {
        cursor.rewind()
        let plain = tree.plain.count
        let segments = tree.segments.count
        let spans = tree.spans.count
        if node.isPlain { addText(node.content.trimmed) } else { addInlines(of: node) }
        var text = InlineText(
            plain: plain..<tree.plain.count, segments: segments..<tree.segments.count,
            spans: spans..<tree.spans.count, range: range)
        if hasComments { removeComments(&text) }
        removeStrikeMarks(&text)
        return text
    }

    mutating func addInlines(of parent: CMarkNode) {
        var child = parent.firstChild
        while let node = child {
            child = node.next
            switch node.kind {
            case .text: addText(node.literal)
            case .softBreak: addBreak(0x0A)
            case .hardBreak: addBreak(MarkdownTree.hardBreak)
            case .codeSpan: addCodeSpan(node.literal)
            case .inlineHTML: addInlineHTML(node.literal)
            case .emphasis: addMarked(node, .emphasis, 1)
            case .strong: addMarked(node, .strong, 2)
            case .link, .image: addLink(node, before: child)
            case .footnoteReference:
                while let byte = cursor.peek(source.bytes), byte != UInt8(ascii: "]") {
                    cursor.advance()
                }
                cursor.skip(UInt8(ascii: "]"), source.bytes)
            default: addInlines(of: node)
            }
        }
    }

    private mutating func addMarked(_ node: CMarkNode, _ kind: TextSpan.Kind, _ width: Int) {
        let span = openSpan(kind)
        skipMarks(width)
        addInlines(of: node)
        closeText(of: span)
        skipMarks(width)
        close(span)
    }

    /// Begins a span at the cursor; its index.
    mutating func openSpan(_ kind: TextSpan.Kind, url: Int = -1) -> Int {
        let start = tree.plain.count
        tree.spans.append(
            TextSpan(
                kind: kind, plain: start..<start, range: SourceRange(cursor.at, cursor.at), url: url
            ))
        return tree.spans.count - 1
    }

    /// Ends a span's text here; its closing markup is next.
    mutating func closeText(of span: Int) {
        tree.spans[span].plain = tree.spans[span].plain.lowerBound..<tree.plain.count
    }

    /// Ends a span behind its closing markup.
    mutating func close(_ span: Int) {
        tree.spans[span].range.end = cursor.at
    }

    private mutating func skipMarks(_ width: Int) {
        for _ in 0..<width {
            guard let byte = cursor.peek(source.bytes),
                byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
            else { return }
            cursor.advance()
        }
    }

    private mutating func addBreak(_ byte: UInt8) {
        let from = cursor.at
        cursor.nextLine()
        addDecoded(byte, SourceRange(from, cursor.at))
    }

    private mutating func addCodeSpan(_ literal: BorrowedBytes) {
        let tick = UInt8(ascii: "`")
        let span = openSpan(.code)
        while cursor.peek(source.bytes) == tick { cursor.advance() }
        // A line break is a space that belongs to the text, or padding that does not.
        let next = cursor.peek(source.bytes)
        if literal.first != (next == 0x0A ? 0x20 : next) { skipCodePadding() }
        var index = 0
        while index < literal.count, let next = cursor.peek(source.bytes) {
            let run = matchCount(of: literal, from: index)
            let byte = literal[index]
            let from = cursor.at
            if run > 0 {
                addVerbatim(run)
                cursor.at += run
            } else if cursor.isCell, byte == UInt8(ascii: "|"), next == UInt8(ascii: "\\") {
                cursor.advance()
                cursor.advance()
                addDecoded(byte, SourceRange(from, cursor.at))
            } else if next == 0x0A {
                cursor.nextLine()
                cursor.goBack(toBlanksOf: literal, from: index + 1, source.bytes)
                addDecoded(byte, SourceRange(from, cursor.at))
            } else {
                addVerbatim()
            }
            index += max(run, 1)
        }
        closeText(of: span)
        if cursor.peek(source.bytes) != tick { skipCodePadding() }
        while cursor.peek(source.bytes) == tick { cursor.advance() }
        close(span)
    }

    private mutating func skipCodePadding() {
        if let byte = cursor.peek(source.bytes), byte == 0x20 || byte == 0x0A { cursor.advance() }
    }

    /// `<br>` is a line break, other tags of HTML are markup; what is no tag of HTML is text, as
    /// in `Map<Key>` or `<name>`.
    private mutating func addInlineHTML(_ literal: BorrowedBytes) {
        let from = cursor.at
        let tag = HTMLTag.name(of: literal)
        let isText = tag.map { !HTMLTag.names.contains($0) } ?? false
        for index in literal.indices {
            if cursor.isCell, literal[index] == UInt8(ascii: "|"),
                cursor.peek(source.bytes) == UInt8(ascii: "\\")
            {
                let place = cursor.at
                cursor.advance()
                cursor.advance()
                if isText { addDecoded(literal[index], SourceRange(place, cursor.at)) }
            } else if isText, cursor.peek(source.bytes) != 0x0A, !cursor.isAtEnd {
                addVerbatim()
            } else {
                let line = cursor.line
                cursor.advance()
                if cursor.line > line {
                    cursor.goBack(toBlanksOf: literal, from: index + 1, source.bytes)
                }
            }
        }
        if hasComments, tag == nil { noteComment(SourceRange(from, cursor.at)) }
        if tag == "br" { addDecoded(MarkdownTree.hardBreak, SourceRange(from, cursor.at)) }
    }

    // MARK: text

    private mutating func addText(_ literal: BorrowedBytes) {
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
    private func matchCount(
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

    private mutating func addVerbatim() {
        addVerbatim(1)
        cursor.advance()
    }

    /// Adds source bytes from the cursor on.
    private mutating func addVerbatim(_ count: Int) {
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

    private mutating func addDecoded(_ byte: UInt8, _ range: SourceRange) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: 1, source: range.start,
                sourceCount: range.count, isVerbatim: false))
        tree.plain.append(byte)
    }

    private mutating func addDecoded(
        _ bytes: Slice<BorrowedBytes>, _ range: SourceRange
    ) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: bytes.count, source: range.start,
                sourceCount: range.count, isVerbatim: false))
        tree.plain.append(contentsOf: bytes)
    }
}

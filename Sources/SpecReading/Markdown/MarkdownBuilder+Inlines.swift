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

    mutating func appendPlain(_ bytes: SourceRange) {
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
}

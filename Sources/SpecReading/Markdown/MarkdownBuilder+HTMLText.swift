internal import SpecModel

/// What character references in raw HTML stand for, each asked for once.
struct HTMLReferences {
    private var known: [ArraySlice<UInt8>: [UInt8]] = [:]

    /// nil of what is none. A document with more different ones than HTML has names keeps the rest.
    mutating func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
        if let text = known[reference] { return text.isEmpty ? nil : text }
        guard known.count < 2500 else { return nil }
        let text = CMarkTree.decoded(reference)
        known[reference] = text ?? []
        return text
    }
}

/// The text of a cell in raw HTML: tags of HTML are markup, white space is a space.
extension MarkdownBuilder {
    mutating func htmlText(
        in range: SourceRange, _ references: inout HTMLReferences
    ) -> InlineText {
        var text = InlineText(
            plain: tree.plain.count..<tree.plain.count,
            segments: tree.segments.count..<tree.segments.count,
            spans: tree.spans.count..<tree.spans.count, range: range)
        var walk = HTMLTextWalk(start: tree.plain.count)
        var index = range.start
        while index < range.end {
            let byte = source.bytes[index]
            if byte.isBlank {
                let start = index
                while index < range.end, source.bytes[index].isBlank { index += 1 }
                walk.pend(0x20, SourceRange(start, index))
            } else if byte == UInt8(ascii: "<"),
                let end = HTMLMarkup.commentEnd(source.bytes, index, range.end)
            {
                index = end
            } else if byte == UInt8(ascii: "<"),
                let tag = HTMLMarkup.Tag(source.bytes, index, range.end),
                HTMLTag.names.contains(tag.name)
            {
                take(tag, &walk)
                index = tag.range.end
            } else if byte == UInt8(ascii: "&"),
                let reference = CharacterReference(source.bytes, index, range.end),
                let decoded = references.decoded(
                    source.bytes[index..<(index + reference.count)])
            {
                flush(&walk)
                append(decoded, SourceRange(index, index + reference.count))
                index += reference.count
            } else {
                flush(&walk)
                let start = index
                index += 1
                while index < range.end, isPlain(source.bytes[index]) { index += 1 }
                appendVerbatim(SourceRange(start, index))
            }
        }
        while let mark = walk.marks.popLast() { close(mark, at: range.end) }
        text.plain = text.plain.lowerBound..<tree.plain.count
        text.segments = text.segments.lowerBound..<tree.segments.count
        text.spans = text.spans.lowerBound..<tree.spans.count
        return text
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        !byte.isBlank && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
    }

    private mutating func take(_ tag: HTMLMarkup.Tag, _ walk: inout HTMLTextWalk) {
        switch tag.name {
        case "br", "p", "div", "li", "ul", "ol", "hr":
            walk.pend(MarkdownTree.hardBreak, tag.range)
        default:
            guard let kind = Self.marks[tag.name] else { return }
            if tag.isEnd {
                guard let place = walk.marks.lastIndex(where: { $0.kind == kind }) else { return }
                for mark in walk.marks[(place + 1)...] { close(mark, at: tag.range.start) }
                close(walk.marks[place], at: tag.range.end)
                walk.marks.removeSubrange(place...)
            } else if walk.marks.count < 16 {
                flush(&walk)
                var url = -1
                if kind == .link, let address = tag.value(of: "href", source.bytes) {
                    url = tree.urls.count
                    tree.urls.append(String(decoding: address, as: UTF8.self))
                }
                walk.marks.append(
                    .init(kind: kind, span: tree.spans.count))
                tree.spans.append(
                    TextSpan(
                        kind: kind, plain: tree.plain.count..<tree.plain.count, range: tag.range,
                        url: url))
            }
        }
    }

    private static let marks: [String: TextSpan.Kind] = [
        "b": .strong, "strong": .strong, "em": .emphasis, "i": .emphasis, "code": .code,
        "tt": .code, "kbd": .code, "samp": .code, "a": .link, "s": .strike, "del": .strike,
        "strike": .strike,
    ]

    private mutating func close(_ mark: HTMLTextWalk.Mark, at end: Int) {
        let start = tree.spans[mark.span].plain.lowerBound
        tree.spans[mark.span].plain = start..<tree.plain.count
        tree.spans[mark.span].range.end = end
    }

    /// Writes the white space that stands in front of more text.
    private mutating func flush(_ walk: inout HTMLTextWalk) {
        guard let pending = walk.pending else { return }
        walk.pending = nil
        if tree.plain.count > walk.start { append([pending.byte], pending.range) }
    }

    private mutating func append(_ bytes: [UInt8], _ range: SourceRange) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: bytes.count, source: range.start,
                sourceCount: range.count, isVerbatim: false))
        tree.plain.append(contentsOf: bytes)
    }

    private mutating func appendVerbatim(_ range: SourceRange) {
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: range.count, source: range.start,
                sourceCount: range.count, isVerbatim: true))
        tree.plain.append(contentsOf: source.bytes[range.start..<range.end])
    }
}

/// Where the walk over a cell's bytes is.
private struct HTMLTextWalk {
    struct Mark {
        var kind: TextSpan.Kind
        var span: Int
    }

    /// Where the cell's text begins.
    let start: Int
    /// White space that is text only if more text follows.
    var pending: (byte: UInt8, range: SourceRange)?
    /// Open spans.
    var marks: [Mark] = []

    /// A line break outweighs the spaces around it.
    mutating func pend(_ byte: UInt8, _ range: SourceRange) {
        if pending?.byte == MarkdownTree.hardBreak { return }
        pending = (byte, range)
    }

    init(start: Int) { self.start = start }
}

internal import SpecModel

/// Comments for the checks, as cmark comes upon them.
extension MarkdownBuilder {
    /// So many are cut out of one leaf: each is looked for among its spans.
    private static let mostOfLeaf = 1_000

    /// Notes those of raw HTML. Linear in its bytes.
    mutating func noteComments(in html: SourceRange) {
        let bytes = source.bytes
        var place = html.start
        while let open = bytes.span.first(UInt8(ascii: "<"), in: place..<html.end) {
            guard let end = HTMLMarkup.commentEnd(bytes, open, html.end) else {
                place = open + 1
                continue
            }
            place = end
            guard source.isSuppression(at: open, upTo: end) else { continue }
            let isClosed = bytes[(open + 4)..<end].suffix(3).elementsEqual("-->".utf8)
            // What is never closed reaches to the end: its first line is enough to point at.
            let line = source.lineRange(source.lineIndex(of: open))
            tree.comments.append(SourceRange(open, isClosed ? end : min(end, line.end)))
        }
    }

    /// Notes a comment in a line of text.
    mutating func noteComment(_ range: SourceRange) {
        if source.isSuppression(at: range.start, upTo: range.end) { tree.comments.append(range) }
    }

    /// Cuts comments out of a leaf's text that cmark takes for text: up to version 0.30 of
    /// CommonMark a comment in a line has no `--`, which is what stands in front of a reason.
    mutating func removeComments(_ text: inout InlineText) {
        var removed: [Range<Int>] = []
        var place = text.plain.lowerBound
        while removed.count < Self.mostOfLeaf, let range = nextComment(from: place, in: text) {
            place = range.upperBound
            let source = tree.sourceRange(range, of: text)
            guard self.source.isSuppression(at: source.start, upTo: source.end),
                !isCode(range, text)
            else { continue }
            tree.comments.append(source)
            removed.append(range)
        }
        if removed.isEmpty { return }
        // A link in a comment leads nowhere.
        for index in text.spans where removed.contains(where: tree.spans[index].isIn) {
            tree.spans[index].url = -1
        }
        rebuild(&text, without: removed)
    }

    /// From `<!--` to `-->` in the plain text.
    private func nextComment(from start: Int, in text: InlineText) -> Range<Int>? {
        let plain = tree.plain.span
        let end = text.plain.upperBound
        var from = start
        while let open = plain.first(UInt8(ascii: "<"), in: from..<end) {
            from = open + 1
            guard end - open >= 7, tree.plain[open..<(open + 4)].elementsEqual("<!--".utf8) else {
                continue
            }
            var place = open + 4
            while let close = plain.first(UInt8(ascii: ">"), in: place..<end) {
                place = close + 1
                if close - open >= 6, tree.plain[(close - 2)..<close].elementsEqual("--".utf8) {
                    return open..<place
                }
            }
            return nil
        }
        return nil
    }
}

extension TextSpan {
    fileprivate func isIn(_ plain: Range<Int>) -> Bool {
        plain.lowerBound <= self.plain.lowerBound && self.plain.upperBound <= plain.upperBound
    }
}

internal import SpecModel

/// What is found in the source's bytes, whatever the Markdown around it is.
extension PlaceholderScanner {
    /// `{{NAME}}` anywhere: in a link's destination too, and in code where its name is in capitals.
    mutating func scanMustaches(from start: Int) {
        let source = source
        let bytes = source.bytes.span
        let brace = UInt8(ascii: "{")
        var areas: (code: [SourceRange], html: [SourceRange])?
        var index = start
        while index < bytes.count, let open = bytes.first(brace, in: index..<bytes.count) {
            guard open + 1 < bytes.count, bytes[open + 1] == brace else {
                index = open + 1
                continue
            }
            guard let end = mustacheEnd(open, bytes) else {
                index = open + 2
                continue
            }
            index = end
            let range = SourceRange(open, end)
            let isShell = open > 0 && bytes[open - 1] == UInt8(ascii: "$")
            let isCapital = (open..<end).allSatisfy { bytes[$0] < 0x61 || bytes[$0] > 0x7A }
            let known = areas ?? (tree.codeRanges(), tree.htmlRanges())
            areas = known
            if !isShell, isCapital || !range.isIn(known.code), !range.isIn(known.html) {
                found.append(Placeholder(style: "mustache", text: source.text(range), range: range))
            }
        }
    }

    /// The end of `{{NAME}}`.
    private func mustacheEnd(_ start: Int, _ bytes: Span<UInt8>) -> Int? {
        var end = start + 2
        while end < bytes.count, end - start < 80, isMustache(bytes[end]) { end += 1 }
        guard end + 1 < bytes.count, end > start + 2, bytes[end] == UInt8(ascii: "}"),
            bytes[end + 1] == UInt8(ascii: "}")
        else { return nil }
        return end + 2
    }

    private func isMustache(_ byte: UInt8) -> Bool {
        byte.isWord || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// A line of an untagged code block that is nothing but `[several words]`.
    mutating func scanDiagram(_ node: MarkdownNode) {
        guard node.info < 0, !node.content.isEmpty else { return }
        let first = source.lineIndex(of: node.content.start)
        let last = source.lineIndex(of: node.content.end)
        for line in first...last {
            let range = source.trimmed(source.lineRange(line))
            guard range.count > 4, source.bytes[range.start] == UInt8(ascii: "["),
                source.bytes[range.end - 1] == UInt8(ascii: "]")
            else { continue }
            let inner = source.bytes[(range.start + 1)..<(range.end - 1)]
            guard inner.contains(0x20), !inner.contains(UInt8(ascii: "[")),
                !inner.contains(UInt8(ascii: "]")), !inner.contains(UInt8(ascii: "\"")),
                inner.filter({ $0 == UInt8(ascii: ",") }).count < 3
            else { continue }
            found.append(Placeholder(style: "bracket", text: source.text(range), range: range))
        }
    }
}

extension MarkdownTree {
    /// Where code blocks and code spans stand in the source, sorted.
    fileprivate func codeRanges() -> [SourceRange] {
        var ranges: [SourceRange] = []
        for node in nodes {
            if node.kind == .code { ranges.append(node.range) }
            for span in spans[node.text.spans] where span.kind == .code && !span.plain.isEmpty {
                ranges.append(sourceRange(span.plain, of: node.text))
            }
        }
        return ranges.sorted { $0.start < $1.start }
    }

    /// Where raw HTML and comments for the checks stand, sorted; no comment of raw HTML is told apart.
    fileprivate func htmlRanges() -> [SourceRange] {
        let html = nodes.filter { $0.kind == .html }.map(\.range).sorted { $0.start < $1.start }
        if comments.isEmpty { return html }
        return (html + comments.filter { !$0.isIn(html) }).sorted { $0.start < $1.start }
    }
}

extension SourceRange {
    /// Does the range lie in one of these, which are sorted and do not overlap?
    fileprivate func isIn(_ ranges: [SourceRange]) -> Bool {
        let behind = ranges.partitioningIndex { $0.start > start }
        return behind > 0 && ranges[behind - 1].contains(self)
    }
}

internal import SpecModel

/// What is found in the source's bytes, whatever the Markdown around it is.
extension PlaceholderScanner {
    /// `{{NAME}}` anywhere: in a link's destination too, and in code where its name is in capitals.
    mutating func scanMustaches(from start: Int) {
        let bytes = source.bytes
        var index = start
        var block = 0
        var comment = 0
        code.append(contentsOf: tree.codeSpanRanges())
        code.sort { $0.start < $1.start }
        let brace = UInt8(ascii: "{")
        while index + 1 < bytes.count {
            guard bytes[index] == brace, bytes[index + 1] == brace else {
                index += 1
                continue
            }
            var end = index + 2
            while end < bytes.count, end - index < 80, isMustache(bytes[end]) { end += 1 }
            guard end + 1 < bytes.count, end > index + 2, bytes[end] == UInt8(ascii: "}"),
                bytes[end + 1] == UInt8(ascii: "}")
            else {
                index += 2
                continue
            }
            let range = SourceRange(index, end + 2)
            while block < code.count, code[block].end <= index { block += 1 }
            while comment < comments.count, comments[comment].end <= index { comment += 1 }
            let isComment = comment < comments.count && comments[comment].contains(range)
            let isInCode = block < code.count && code[block].contains(range)
            let isCapital = bytes[(index + 2)..<end].allSatisfy { $0 < 0x61 || $0 > 0x7A }
            let isShell = index > 0 && bytes[index - 1] == UInt8(ascii: "$")
            if !isShell, isCapital || !isInCode, !isComment {
                found.append(Placeholder(style: "mustache", text: source.text(range), range: range))
            }
            index = range.end
        }
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
    /// Where code spans stand in the source.
    fileprivate func codeSpanRanges() -> [SourceRange] {
        var ranges: [SourceRange] = []
        for node in nodes {
            for span in spans[node.text.spans] where span.kind == .code && !span.plain.isEmpty {
                ranges.append(sourceRange(span.plain, of: node.text))
            }
        }
        return ranges
    }
}

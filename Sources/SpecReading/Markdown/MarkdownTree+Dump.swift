package import SpecModel

/// The Markdown tree as text, for goldens: a line a node with its range, and for each leaf its
/// plain text and spans.
package func dumpMarkdown(_ source: SourceText) -> String {
    let tree = markdownTree(of: source)
    var output = ""
    func place(_ range: SourceRange) -> String {
        let start = source.position(at: range.start)
        let end = source.position(at: range.end)
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    func write(_ index: Int, _ depth: Int) {
        let node = tree.nodes[index]
        let indent = String(repeating: "  ", count: depth)
        var line = "\(indent)\(node.kind) \(place(node.range))"
        switch node.kind {
        case .heading: line += " level \(node.level)"
        case .list: line += node.isOrdered ? " ordered" : ""
        case .item: line += node.task.map { $0 ? " done" : " open" } ?? ""
        case .row: line += node.flag ? " header" : ""
        case .code: line += node.flag ? " fenced \(tree.info(of: index).debugDescription)" : ""
        default: break
        }
        if node.kind == .code { line += " content \(place(node.content))" }
        if [.paragraph, .heading, .cell].contains(node.kind) {
            line += " \(tree.string(node.text.plain).debugDescription)"
        }
        output += line + "\n"
        for span in tree.spans[node.text.spans] {
            output +=
                "\(indent)  - \(span.kind) \(place(tree.sourceRange(span.plain, of: node.text)))"
            if span.url >= 0 { output += " \(tree.urls[span.url].debugDescription)" }
            output += "\n"
        }
        for child in tree.children(of: index) { write(child, depth + 1) }
    }
    write(0, 0)
    return output
}

/// The invariants that every tree keeps, as the first broken one in words; nil where all hold.
/// Ranges lie in the text and in their parent, siblings do not overlap, and the bytes at a
/// verbatim segment are its plain text.
package func brokenInvariant(of source: SourceText) -> String? {
    let tree = markdownTree(of: source)
    for (index, node) in tree.nodes.enumerated() {
        guard node.range.start >= 0, node.range.start <= node.range.end,
            node.range.end <= source.bytes.count
        else { return "\(node.kind) \(index) at \(node.range) leaves the text" }
        if node.parent >= 0, !tree.nodes[node.parent].range.contains(node.range) {
            return
                "\(node.kind) at \(node.range) leaves its parent \(tree.nodes[node.parent].range)"
        }
        if node.next >= 0, tree.nodes[node.next].range.start < node.range.end {
            return "\(node.kind) at \(node.range) overlaps \(tree.nodes[node.next].range)"
        }
        for segment in tree.segments[node.text.segments] where segment.isVerbatim {
            let plain = tree.plain[segment.plain..<(segment.plain + segment.count)]
            let bytes = source.bytes[segment.source..<(segment.source + segment.sourceCount)]
            guard plain.elementsEqual(bytes) || segment.count == 1 else {
                return "\(node.kind) at \(node.range) says what its bytes do not"
            }
        }
        var last = node.text.range.start
        for segment in tree.segments[node.text.segments] {
            guard segment.source >= last else { return "\(node.kind) at \(node.range) goes back" }
            last = segment.source + segment.sourceCount
        }
    }
    return nil
}

/// How many bytes of plain text have no place in the source: what the walk could not find.
package func unplacedBytes(of source: SourceText) -> Int {
    let tree = markdownTree(of: source)
    return tree.segments.reduce(0) { $0 + ($1.sourceCount == 0 ? $1.count : 0) }
}

/// The plain text of a piece of Markdown by itself: its leaves, white space between all words one
/// space. What a value's own bytes say, without knowing where they came from.
package func plainText(of markdown: [UInt8]) -> String {
    let source = SourceText(path: "", bytes: markdown)
    let tree = markdownTree(of: source)
    let words = tree.nodes.map { node in
        node.kind == .code ? source.text(node.content) : tree.string(node.text.plain)
    }
    return words.joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
}

/// The tree of a document without front matter.
private func markdownTree(of source: SourceText) -> MarkdownTree {
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return MarkdownBuilder.build(source, from: hasMark ? 3 : 0)
}

internal import SpecModel

/// Code as Markdown reads it: without the indentation and the marks of the blocks around it.
extension MarkdownBuilder {
    /// Notes what stands in front of each line of a block's code that is none of it. Only of code
    /// in a container or an indented fence; linear in its text.
    mutating func notePrefixes(of code: Int, _ node: CMarkNode) {
        let content = tree.nodes[code].content
        let literal = node.literal
        guard content.start < content.end, literal.count <= content.end - content.start else {
            return
        }
        let first = source.lineIndex(of: content.start)
        var prefixes: [Int] = []
        var start = 0
        for place in 0..<literal.count where literal[place] == 0x0A {
            let line = source.lineRange(first + prefixes.count)
            var end = place
            if end > start, literal[end - 1] == 0x0D { end -= 1 }
            prefixes.append(max(0, line.end - line.start - (end - start)))
            start = place + 1
        }
        if prefixes.contains(where: { $0 > 0 }) { tree.codePrefixes[code] = prefixes }
    }
}

extension MarkdownTree {
    /// Lines of a code block as a value: each line ending is a line feed, and what the blocks
    /// around it put in front of a line is gone.
    /// - Parameter part: nil is all of the code.
    func code(of block: Int, _ part: SourceRange? = nil, in source: SourceText) -> SourcedText {
        var range = part ?? nodes[block].content
        guard let prefixes = codePrefixes[block] else { return source.code(range) }
        let first = source.lineIndex(of: nodes[block].content.start)
        func start(of line: Int) -> Int {
            let prefix = prefixes.indices.contains(line - first) ? prefixes[line - first] : 0
            return source.lineStarts[line] + prefix
        }
        let lines = source.lineIndex(of: range.start)...source.lineIndex(of: range.end)
        range.start = min(max(range.start, start(of: lines.lowerBound)), range.end)
        var text = ""
        for line in lines {
            if line > lines.lowerBound { text += "\n" }
            let begin = max(range.start, start(of: line))
            let end = min(range.end, source.lineRange(line).end)
            if begin < end { text += source.text(SourceRange(begin, end)) }
        }
        return SourcedText(text, range)
    }
}

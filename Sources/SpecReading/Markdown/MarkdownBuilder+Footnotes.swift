internal import SpecModel

/// cmark moves footnote definitions to the end of the document, in the order of their use; here
/// each goes back to where it stands.
extension MarkdownBuilder {
    /// The text as cmark gets it. Definitions that nothing refers to are dropped by cmark; to keep
    /// them, a last paragraph behind the text refers to all of them.
    func textWithFootnoteReferences() -> [UInt8] {
        var labels: [SourceRange] = []
        for line in firstLine..<source.lineStarts.count {
            let range = trimmed(line)
            guard range.count > 4, source.bytes[range.start] == UInt8(ascii: "["),
                source.bytes[range.start + 1] == UInt8(ascii: "^"),
                let close = source.bytes[range.start..<range.end]
                    .firstIndex(of: UInt8(ascii: "]")),
                close + 1 < range.end, source.bytes[close + 1] == UInt8(ascii: ":")
            else { continue }
            labels.append(SourceRange(range.start, close + 1))
        }
        guard !labels.isEmpty, labels.count <= 1000 else { return source.bytes }
        var text = source.bytes
        text.append(contentsOf: "\n\n".utf8)
        for label in labels { text.append(contentsOf: source.bytes[label.start..<label.end]) }
        return text
    }

    /// Is a node behind the document's own text?
    func isBehindText(_ node: CMarkNode) -> Bool {
        firstLine + node.startLine - 1 >= source.lineStarts.count
    }

    mutating func putFootnotesInPlace() {
        guard footnotes.count * tree.nodes.count <= ReadingLimits.footnoteSteps else {
            tree.excess = ("so many footnotes", start(of: footnotes[0]))
            return
        }
        for index in footnotes.sorted(by: { start(of: $0) < start(of: $1) }) {
            let line = source.lineIndex(of: tree.nodes[index].range.start)
            var start = trimmed(line).start
            while start < tree.nodes[index].range.start, source.bytes[start] != UInt8(ascii: "[") {
                start += 1
            }
            tree.nodes[index].range.start = start
            insert(index, into: container(at: start))
        }
    }

    private func start(of index: Int) -> Int { tree.nodes[index].range.start }

    /// The innermost quote, list entry or footnote around an offset, else the document.
    private func container(at offset: Int) -> Int {
        var container = 0
        var child = tree.nodes[0].firstChild
        while child >= 0 {
            let node = tree.nodes[child]
            guard node.range.start <= offset, offset < node.range.end else {
                child = node.next
                continue
            }
            if node.kind != .list { container = child }
            child = node.firstChild
        }
        return container
    }

    private mutating func insert(_ index: Int, into parent: Int) {
        tree.nodes[index].parent = parent
        var previous = -1
        var child = tree.nodes[parent].firstChild
        while child >= 0, start(of: child) < start(of: index) {
            previous = child
            child = tree.nodes[child].next
        }
        tree.nodes[index].next = child
        // A container whose last block was moved away had ended too early.
        var around = parent
        while around > 0 {
            tree.nodes[around].range.end = max(
                tree.nodes[around].range.end, tree.nodes[index].range.end)
            around = tree.nodes[around].parent
        }
        if previous < 0 {
            tree.nodes[parent].firstChild = index
        } else {
            tree.nodes[previous].next = index
        }
    }
}

internal import SpecModel

/// cmark moves footnote definitions to the end of the document, in the order of their use; here
/// each goes back to where it stands.
extension MarkdownBuilder {
    /// What cmark gets in front of the text. Definitions that nothing refers to are dropped by it;
    /// to keep them, a first paragraph refers to all of them. Empty where there are none.
    static func footnoteReferences(
        _ source: SourceText, from start: Int
    ) -> ArraySlice<UInt8> {
        var labels: [SourceRange] = []
        let bytes = source.bytes.span
        for line in source.lineIndex(of: start)..<source.lineStarts.count {
            var rest = LimitScan.containers(source.lineRange(line), of: bytes).rest
            while rest.count > 4, bytes[rest.lowerBound] == UInt8(ascii: "["),
                bytes[rest.lowerBound + 1] == UInt8(ascii: "^"),
                let close = bytes.first(UInt8(ascii: "]"), in: rest),
                close + 1 < rest.upperBound, bytes[close + 1] == UInt8(ascii: ":")
            {
                labels.append(SourceRange(rest.lowerBound, close + 1))
                let behind = SourceRange(close + 2, rest.upperBound)
                rest = LimitScan.containers(behind, of: bytes).rest
            }
        }
        guard !labels.isEmpty, labels.count <= 1000 else { return [] }
        var text: ArraySlice<UInt8> = []
        for label in labels { text.append(contentsOf: source.bytes[label.start..<label.end]) }
        text.append(contentsOf: "\n\n".utf8)
        return text
    }

    /// Is a node the paragraph with the references?
    func isReferences(_ node: CMarkNode) -> Bool {
        node.startLine == 1 && source.lineIndex(of: bodyStart) > firstLine
    }

    /// In their order, so that each is looked for behind the one before it.
    mutating func putFootnotesInPlace() {
        tree.isInOrder = tree.isInOrder && footnotes.isEmpty
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
    private mutating func container(at offset: Int) -> Int {
        var container = 0
        var child = last(of: 0, before: offset)
        while child >= 0, start(of: child) <= offset {
            let node = tree.nodes[child]
            // What stands between two entries was moved out of the first one.
            let isBetween =
                node.kind == .item && node.next >= 0 && start(of: node.next) > offset
            guard offset < node.range.end || isBetween else {
                child = node.next
                continue
            }
            if node.kind != .list { container = child }
            child = last(of: child, before: offset)
        }
        return container
    }

    /// The last child that begins in front of an offset, else the first one. It is looked for from where
    /// that of the footnote before was found.
    private mutating func last(of parent: Int, before offset: Int) -> Int {
        var child = passed[parent] ?? tree.nodes[parent].firstChild
        while child >= 0, case let next = tree.nodes[child].next, next >= 0,
            start(of: next) < offset
        { child = next }
        if child >= 0, start(of: child) < offset { passed[parent] = child }
        return child
    }

    private mutating func insert(_ index: Int, into parent: Int) {
        tree.nodes[index].parent = parent
        let child = last(of: parent, before: start(of: index))
        let previous = child >= 0 && start(of: child) < start(of: index) ? child : -1
        tree.nodes[index].next =
            previous < 0 ? tree.nodes[parent].firstChild : tree.nodes[previous].next
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

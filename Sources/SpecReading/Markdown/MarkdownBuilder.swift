internal import SpecModel

/// Turns cmark's tree into a `MarkdownTree`. What a block is comes from cmark; where it stands is
/// computed from the raw lines, because cmark's own positions are wrong in known places: cells,
/// lines in front of a table, soft breaks, lazy continuation.
struct MarkdownBuilder: ~Copyable {
    let source: SourceText
    /// Where cmark's text begins: after a byte order mark and front matter.
    let bodyStart: Int
    /// The index of the line that is cmark's line 1: in front of the body's where references are.
    let firstLine: Int
    var tree = MarkdownTree()
    /// Block quotes around the current node.
    var quoteDepth = 0
    /// Containers around the current node.
    private var depth = 0
    var cursor = LeafCursor()
    /// The cells of the row being read.
    var cells: [SourceRange] = []
    /// May some text be struck through?
    let hasTilde: Bool
    /// May some comment be meant for the checks?
    let hasComments: Bool
    /// Footnote definitions, which cmark moves to the document's end.
    var footnotes: [Int] = []
    /// By block, a child of it that begins in front of all footnotes that are still to be put in place.
    var passed: [Int: Int] = [:]
    /// The blocks around raw HTML that may hold a table.
    var parentsOfHTMLTables: [Int] = []

    /// Reads the body of a document.
    static func build(_ source: SourceText, from bodyStart: Int) -> MarkdownTree {
        let hasFootnotes = source.contains(UInt8(ascii: "^"))
        let references = hasFootnotes ? footnoteReferences(source, from: bodyStart) : []
        var builder = MarkdownBuilder(
            source: source, bodyStart: bodyStart,
            firstLine: source.lineIndex(of: bodyStart) - references.count { $0 == 0x0A },
            hasTilde: source.contains(UInt8(ascii: "~")),
            hasComments: source.mayHoldSuppression(from: bodyStart))
        let whole = SourceRange(bodyStart, source.bytes.count)
        builder.tree.nodes.append(MarkdownNode(kind: .document, range: whole, parent: -1))
        builder.tree.reserve(forTextOf: whole.count)
        let body = source.bytes[bodyStart...]
        let text = references.isEmpty ? body : references + body
        unsafe text.withUnsafeBufferPointer { text in
            guard let document = unsafe CMarkTree(text, hasFootnotes: hasFootnotes)
            else { return }
            builder.addChildren(of: document.root, to: 0)
        }
        builder.putFootnotesInPlace()
        builder.readHTMLTables()
        return builder.tree
    }

    private mutating func addChildren(of parent: CMarkNode, to index: Int) {
        var last = -1
        var child = parent.firstChild
        while let node = child {
            child = node.next
            guard !isReferences(node), let added = add(node, parent: index) else { continue }
            if last < 0 {
                tree.nodes[index].firstChild = added
            } else {
                tree.nodes[last].next = added
            }
            last = added
        }
    }

    private mutating func add(_ node: CMarkNode, parent: Int) -> Int? {
        switch node.kind {
        case .paragraph: return addParagraph(node, parent)
        case .heading: return addHeading(node, parent)
        case .code: return addCode(node, parent)
        case .table: return addTable(node, parent)
        case .html: return addHTML(node, parent)
        case .rule: return append(.rule, lines(of: node), parent)
        case .quote:
            quoteDepth += 1
            defer { quoteDepth -= 1 }
            return addContainer(.quote, node, parent)
        case .list:
            let index = addContainer(.list, node, parent)
            tree.nodes[index].isOrdered = node.isOrderedList
            return index
        case .item:
            let index = addContainer(.item, node, parent)
            if node.isTask {
                let isDone = isTicked(tree.nodes[index].range)
                tree.nodes[index].task = isDone
                if isDone { tree.tasks.done += 1 } else { tree.tasks.open += 1 }
            }
            return index
        case .footnote:
            footnotes.append(addContainer(.footnote, node, parent))
            return nil
        default: return nil
        }
    }

    /// Is the box of a task checked, which is the first bracket of it? cmark takes any `[x]` of the line
    /// for the box (cmark-gfm 0.29.0.gfm.6, tasklist.c).
    private func isTicked(_ task: SourceRange) -> Bool {
        let text = source.bytes[task.start..<task.end]
        guard let open = text.firstIndex(of: UInt8(ascii: "[")), open + 1 < text.endIndex else {
            return false
        }
        return text[open + 1] | 0x20 == UInt8(ascii: "x")
    }

    mutating func append(
        _ kind: MarkdownNode.Kind, _ range: SourceRange, _ parent: Int,
        _ text: InlineText = InlineText()
    ) -> Int {
        tree.nodes.append(MarkdownNode(kind: kind, range: range, parent: parent, text: text))
        return tree.nodes.count - 1
    }

    /// A container ends where its last child does: cmark counts blank lines in.
    private mutating func addContainer(
        _ kind: MarkdownNode.Kind, _ node: CMarkNode, _ parent: Int
    ) -> Int {
        let start = start(of: node)
        var end = source.lineEnd(self.index(ofLine: node.startLine))
        let index = append(kind, SourceRange(start, start), parent)
        depth += 1
        defer { depth -= 1 }
        guard depth <= ReadingLimits.depth else {
            tree.excess =
                tree.excess
                ?? ("what is nested in more than \(ReadingLimits.depth) lists and quotes", start)
            return index
        }
        addChildren(of: node, to: index)
        var last = tree.nodes[index].firstChild
        while last >= 0 {
            end = max(end, tree.nodes[last].range.end)
            last = tree.nodes[last].next
        }
        tree.nodes[index].range.end = max(start, end)
        return index
    }

    private mutating func addParagraph(_ node: CMarkNode, _ parent: Int) -> Int? {
        let content = node.content
        let lastLine =
            node.startLine > 0
            ? index(ofLine: node.endLine) : lineOfParagraphBeforeTable(node)
        if let count = content.countOfOnlyLine {
            let line = source.tail(count, of: lastLine, from: bodyStart)
            let text = inlineText(of: node, inLine: line)
            return append(.paragraph, line, parent, text)
        }
        guard locate(content, lastLine: lastLine) else { return nil }
        let text = inlineText(of: node, in: cursor.range)
        return append(.paragraph, cursor.range, parent, text)
    }

    /// The lines that are split off in front of a table have no position.
    private func lineOfParagraphBeforeTable(_ node: CMarkNode) -> Int {
        guard let table = node.next, table.kind == .table else { return firstLine }
        return headerLine(of: table) - 1
    }

    private mutating func addHeading(_ node: CMarkNode, _ parent: Int) -> Int? {
        let start = start(of: node)
        let first = index(ofLine: node.startLine)
        if source.bytes[start] == UInt8(ascii: "#"), source.isATX(start) {
            let end = source.lineEnd(first)
            let text = inlineText(of: node, inLine: source.textOfATX(start, end))
            return appendHeading(node.headingLevel, SourceRange(start, end), text, parent)
        }
        let underline = underline(
            below: start, inside: textColumn(of: parent, start), near: index(ofLine: node.endLine))
        guard locate(node.content, lastLine: underline - 1) else { return nil }
        let range = SourceRange(cursor.range.start, source.lineEnd(underline))
        let text = inlineText(of: node, in: cursor.range)
        return appendHeading(node.headingLevel, range, text, parent)
    }

    private mutating func appendHeading(
        _ level: Int, _ range: SourceRange, _ text: InlineText, _ parent: Int
    ) -> Int {
        tree.headings.append(tree.nodes.count)
        tree.nodes.append(
            MarkdownNode(kind: .heading, range: range, parent: parent, level: level, text: text))
        return tree.nodes.count - 1
    }

    /// Code and raw HTML span as many lines as their text has; cmark's end line is one too far
    /// where a container's end closes a fence.
    private mutating func addCode(_ node: CMarkNode, _ parent: Int) -> Int {
        let start = start(of: node)
        let first = source.lineIndex(of: start)
        let count = lineCount(of: node, from: node.isFenced ? first + 1 : first)
        guard node.isFenced else {
            let range = SourceRange(start, source.lineEnd(first + max(0, count - 1)))
            let index = append(.code, range, parent)
            tree.nodes[index].content = range
            notePrefixes(of: index, node)
            return index
        }
        let after = first + 1 + count
        let isClosed =
            after < source.lineStarts.count
            && isFence(after, source.bytes[start], inside: textColumn(of: parent, start))
        let range = SourceRange(start, source.lineEnd(isClosed ? after : after - 1))
        let index = append(.code, range, parent)
        tree.nodes[index].flag = true
        tree.fences.append(index)
        let info = node.info
        if !info.isEmpty {
            tree.nodes[index].info = tree.infos.count
            tree.infos.append(info)
        }
        let content = count > 0 ? source.lineStarts[first + 1] : range.end
        let end = count > 0 ? source.lineRange(first + count).end : range.end
        tree.nodes[index].content = SourceRange(content, max(content, end))
        notePrefixes(of: index, node)
        return index
    }

    /// Where the text of the list entry around a block begins; nil outside of lists.
    private func textColumn(of parent: Int, _ start: Int) -> Int? {
        var index = parent
        var first = start
        while index > 0, tree.nodes[index].kind != .item {
            first = tree.nodes[index].range.start
            index = tree.nodes[index].parent
        }
        guard index > 0 else { return nil }
        let child = tree.nodes[index].firstChild
        return indentation(of: child >= 0 ? tree.nodes[child].range.start : first)
    }

    private mutating func addHTML(_ node: CMarkNode, _ parent: Int) -> Int {
        let start = start(of: node)
        let first = source.lineIndex(of: start)
        let last = first + max(0, lineCount(of: node, from: first) - 1)
        let range = SourceRange(start, source.lineEnd(last))
        if parentsOfHTMLTables.last != parent, mayHoldTable(range) {
            parentsOfHTMLTables.append(parent)
        }
        if hasComments { noteComments(in: range) }
        return append(.html, range, parent)
    }

    /// How many lines a code block or raw HTML has from a line on.
    private func lineCount(of node: CMarkNode, from first: Int) -> Int {
        let count = node.literal.lineFeeds
        let last = source.lineRange(source.lineStarts.count - 1)
        return max(0, min(count, source.lineStarts.count - (last.isEmpty ? 1 : 0) - first))
    }
}

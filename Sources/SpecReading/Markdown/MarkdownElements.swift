public import SpecModel

extension SpecReader {
    /// A text as a tree of blocks and inlines, with GitHub's tables, task lists, struck text and
    /// addresses; front matter is left out. NUL and what is not UTF-8 become U+FFFD. Linear in
    /// `bytes` within the reader's limits.
    public func markdown(_ bytes: [UInt8]) throws(MarkdownRefusal) -> MarkdownElement {
        guard bytes.count <= limits.document else {
            throw MarkdownRefusal("of \(bytes.count) bytes")
        }
        var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        if text.contains(0) { text = text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } }
        let source = SourceText(path: "", bytes: text)
        let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let start = FrontMatter(source, from: mark)?.end ?? mark
        if let excess = ReadingLimits.excess(in: source, from: start) {
            throw MarkdownRefusal("with \(excess.message)")
        }
        let tree = MarkdownBuilder.build(source, from: start)
        if let excess = tree.excess { throw MarkdownRefusal("with \(excess.what)") }
        var elements = MarkdownElements(tree, source)
        return try elements.read()
    }
}

/// Makes elements of a tree's nodes.
struct MarkdownElements {
    let tree: MarkdownTree
    let source: SourceText
    /// Those of the footnotes, in lower case: only they are referred to.
    let labels: Set<String>
    private var count = 0

    /// How many elements there may be, and how many inside one another.
    static let most = 200_000
    static let deepest = 100

    init(_ tree: MarkdownTree, _ source: SourceText) {
        self.tree = tree
        self.source = source
        labels = Set(
            tree.nodes.filter { $0.kind == .footnote }
                .compactMap { source.footnoteLabel(at: $0.range.start)?.lowercased() })
    }

    mutating func read() throws(MarkdownRefusal) -> MarkdownElement {
        MarkdownElement(.document, children: try children(of: 0))
    }

    /// Counts elements that are made.
    mutating func note(_ made: Int) throws(MarkdownRefusal) {
        count += made
        guard count <= Self.most else {
            throw MarkdownRefusal("of more than \(Self.most) blocks and inlines")
        }
    }

    private mutating func children(of index: Int) throws(MarkdownRefusal) -> [MarkdownElement] {
        var children: [MarkdownElement] = []
        var child = tree.nodes[index].firstChild
        while child >= 0 {
            children.append(try element(child))
            child = tree.nodes[child].next
        }
        return children
    }

    private mutating func element(_ index: Int) throws(MarkdownRefusal) -> MarkdownElement {
        try note(1)
        let node = tree.nodes[index]
        switch node.kind {
        case .paragraph: return MarkdownElement(.paragraph, children: try inlines(of: node.text))
        case .cell: return MarkdownElement(.cell, children: try inlines(of: node.text))
        case .heading:
            var heading = MarkdownElement(.heading, children: try inlines(of: node.text))
            heading.level = node.level
            return heading
        case .code:
            var code = MarkdownElement(.code, text: tree.code(of: index, in: source).text)
            let words = tree.info(of: index).split { $0 == " " || $0 == "\t" }
            code.language = words.first.map(String.init)
            return code
        case .html: return MarkdownElement(.html, text: source.text(node.range))
        case .rule: return MarkdownElement(.rule)
        case .document: return MarkdownElement(.document, children: try children(of: index))
        case .quote: return MarkdownElement(.quote, children: try children(of: index))
        case .row: return MarkdownElement(.row, children: try children(of: index))
        case .list:
            var list = MarkdownElement(.list, children: try children(of: index))
            if node.isOrdered { list.start = firstNumber(of: index) }
            return list
        case .item:
            var item = MarkdownElement(.item, children: try children(of: index))
            item.isDone = node.task
            return item
        case .footnote:
            let label = source.footnoteLabel(at: node.range.start) ?? ""
            return MarkdownElement(.footnote, text: label, children: try children(of: index))
        case .table:
            var table = MarkdownElement(.table, children: try children(of: index))
            let columns = table.children.first?.children.count ?? 0
            table.alignments =
                alignments(of: index, columns)
                ?? Array(repeating: .none, count: columns)
            return table
        }
    }

    private func firstNumber(of list: Int) -> Int {
        let item = tree.nodes[list].firstChild
        guard item >= 0 else { return 1 }
        let digits = source.bytes[tree.nodes[item].range.start...].prefix { $0.isDigit }.prefix(9)
        return Int(String(decoding: digits, as: UTF8.self)) ?? 1
    }

    /// What the line below the header says; nil of a table that has none, as in raw HTML.
    private func alignments(of table: Int, _ columns: Int) -> [MarkdownElement.Alignment]? {
        let header = source.lineIndex(of: tree.nodes[table].range.start)
        guard columns > 0, header + 1 < source.lineStarts.count else { return nil }
        var line = source.bytes[source.lineRange(header + 1).indices]
        // What stands in front are the marks of the blocks around.
        if let other = line.lastIndex(where: { !"|:- \t".utf8.contains($0) }) {
            line = line[(other + 1)...]
        }
        var cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            .map { cell in cell.filter { !$0.isBlank } }
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        guard cells.count == columns, cells.allSatisfy({ $0.contains(UInt8(ascii: "-")) }) else {
            return nil
        }
        return cells.map { cell in
            let colon = UInt8(ascii: ":")
            switch (cell.first == colon, cell.last == colon) {
            case (true, true): return .center
            case (true, false): return .left
            case (false, true): return .right
            case (false, false): return .none
            }
        }
    }
}

extension SourceText {
    /// `note` of `[^note]` at a place.
    func footnoteLabel(at place: Int) -> String? {
        let rest = bytes[place...]
        guard rest.starts(with: "[^".utf8),
            let close = rest.prefix(1000).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        return String(decoding: rest[(place + 2)..<close], as: UTF8.self)
    }
}

extension SourceRange {
    fileprivate var indices: Range<Int> { start..<end }
}

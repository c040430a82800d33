internal import SpecModel

/// Tables in raw HTML, as the tables that they are: to cmark they are text without structure.
extension MarkdownBuilder {
    /// Puts a table in the place of each one of simple form that stands in raw HTML outside of block
    /// quotes, whose markers stand between its lines.
    mutating func readHTMLTables() {
        guard !parentsOfHTMLTables.isEmpty else { return }
        tree.isInOrder = false
        var scanner = HTMLTableScanner(source.bytes)
        var references = HTMLReferences()
        for parent in Set(parentsOfHTMLTables).sorted() where !isQuoted(parent) {
            readHTMLTables(below: parent, &scanner, &references)
        }
    }

    func mayHoldTable(_ range: SourceRange) -> Bool {
        var index = range.start
        while index + 6 < range.end {
            if source.bytes[index] == UInt8(ascii: "<"), source.bytes[index + 1] | 0x20 == 0x74,
                zip(source.bytes[(index + 2)..<(index + 6)], "able".utf8)
                    .allSatisfy({ $0 | 0x20 == $1 })
            {
                return true
            }
            index += 1
        }
        return false
    }

    private func isQuoted(_ node: Int) -> Bool {
        var index = node
        while index > 0 {
            if tree.nodes[index].kind == .quote { return true }
            index = tree.nodes[index].parent
        }
        return false
    }

    /// Runs of blocks that begin with raw HTML: where a table is open, indented lines and paragraphs
    /// behind a blank line go on with it, any other block ends it.
    private mutating func readHTMLTables(
        below parent: Int, _ scanner: inout HTMLTableScanner, _ references: inout HTMLReferences
    ) {
        var last = -1
        var child = tree.nodes[parent].firstChild
        while child >= 0 {
            var run = [child]
            let kind = tree.nodes[child].kind
            child = tree.nodes[child].next
            if kind == .html {
                scanner.scan(tree.nodes[run[0]].range)
                while scanner.isOpen, child >= 0, mayGoOn(tree.nodes[child]) {
                    run.append(child)
                    scanner.scan(tree.nodes[child].range)
                    child = tree.nodes[child].next
                }
                let tables = scanner.finish()
                if !tables.isEmpty { run = split(run, around: tables, parent, &references) }
            }
            for node in run {
                if last < 0 {
                    tree.nodes[parent].firstChild = node
                } else {
                    tree.nodes[last].next = node
                }
                last = node
            }
        }
        if last >= 0 { tree.nodes[last].next = -1 }
    }

    private func mayGoOn(_ node: MarkdownNode) -> Bool {
        node.kind == .html || node.kind == .paragraph || (node.kind == .code && !node.flag)
    }

    /// The blocks of a run with the tables out of them, and the tables between.
    private mutating func split(
        _ run: [Int], around tables: [HTMLTable], _ parent: Int,
        _ references: inout HTMLReferences
    ) -> [Int] {
        var nodes: [Int] = []
        var next = 0
        for block in run {
            let range = tree.nodes[block].range
            var start = range.start
            while next < tables.count, tables[next].range.start < range.end {
                let table = tables[next].range
                if table.start >= start {
                    addRest(SourceRange(start, table.start), parent, &nodes)
                    nodes.append(append(tables[next], parent, &references))
                }
                start = min(range.end, table.end)
                guard table.end <= range.end else { break }
                next += 1
            }
            if start == range.start {
                nodes.append(block)
            } else {
                addRest(SourceRange(start, range.end), parent, &nodes)
                // The block itself is in no list any more, and says nothing.
                let place = SourceRange(range.start, range.start)
                tree.nodes[block] = MarkdownNode(kind: .html, range: place, parent: parent)
            }
        }
        return nodes
    }

    /// What of a block stands beside a table, unless it is white space.
    private mutating func addRest(_ range: SourceRange, _ parent: Int, _ nodes: inout [Int]) {
        let rest = source.trimmed(range)
        if !rest.isEmpty { nodes.append(append(.html, rest, parent)) }
    }

    private mutating func append(
        _ table: HTMLTable, _ parent: Int, _ references: inout HTMLReferences
    ) -> Int {
        let index = append(.table, table.range, parent)
        var lastRow = -1
        for (place, row) in table.rows.enumerated() {
            let added = append(.row, row.range, index)
            link(added, to: index, behind: lastRow)
            lastRow = added
            var lastCell = -1
            var isBold = true
            for cell in row.cells {
                let node = append(.cell, cell.content, added)
                tree.nodes[node].text = htmlText(in: cell.content, &references)
                link(node, to: added, behind: lastCell)
                lastCell = node
                isBold = isBold && (cell.isHeader || isAllBold(tree.nodes[node].text))
            }
            // The first row alone can be the header; without a `<thead>` its cells say that it is.
            tree.nodes[added].flag = place == 0 && (row.isHeader || isBold)
        }
        return index
    }

    private mutating func link(_ node: Int, to parent: Int, behind last: Int) {
        if last < 0 {
            tree.nodes[parent].firstChild = node
        } else {
            tree.nodes[last].next = node
        }
    }

    private func isAllBold(_ text: InlineText) -> Bool {
        tree.spans[text.spans].contains { $0.kind == .strong && $0.plain == text.plain }
    }
}

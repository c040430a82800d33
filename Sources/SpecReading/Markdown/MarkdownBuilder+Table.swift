internal import SpecModel

/// Tables: rows, and the inlines of cells with markup, from cmark; cells from the raw lines.
extension MarkdownBuilder {
    /// The index of a table's header line. Rows under the delimiter row know their line; the
    /// header does not where a paragraph's last line became it.
    @inline(__always)
    func headerLine(of table: CMarkNode) -> Int {
        if let second = table.firstChild?.next {
            return index(ofLine: second.startLine) - 2
        }
        return max(0, index(ofLine: table.endLine) - 1)
    }

    mutating func addTable(_ node: CMarkNode, _ parent: Int) -> Int {
        let header = headerLine(of: node)
        let start = startOfHeader(node, header)
        let index = append(.table, SourceRange(start, source.lineEnd(header + 1)), parent)
        var last = -1
        var row = node.firstChild
        while let current = row {
            row = current.next
            let line = last < 0 ? header : self.index(ofLine: current.startLine)
            let from = last < 0 ? start : unquoted(line).start
            let bounds = SourceRange(from, source.lineEnd(line))
            let added = addRow(current, bounds, columns: node.columnCount, index)
            tree.nodes[added].flag = last < 0
            if last < 0 {
                tree.nodes[index].firstChild = added
            } else {
                tree.nodes[last].next = added
            }
            tree.nodes[index].range.end = max(
                tree.nodes[index].range.end, tree.nodes[added].range.end)
            last = added
        }
        return index
    }

    /// A header that is a container's first line stands behind the container's marker, and there
    /// cmark knows its column; behind a paragraph's lines it does not know the header at all.
    @inline(__always)
    private func startOfHeader(_ table: CMarkNode, _ line: Int) -> Int {
        let start = start(of: table)
        return table.startLine > 0 && source.lineIndex(of: start) == line
            ? start : unquoted(line).start
    }

    /// A row has as many cells as its table has columns (GFM 4.10): those it has not stand at its
    /// end, those it has more are text that nothing sees.
    private mutating func addRow(
        _ node: CMarkNode, _ bounds: SourceRange, columns: Int, _ parent: Int
    ) -> Int {
        let row = append(.row, bounds, parent)
        Self.findCells(in: bounds, of: source, &cells)
        var last = -1
        var marked = node.firstChild
        for number in 0..<columns {
            let range =
                number < cells.count ? cells[number] : SourceRange(bounds.end, bounds.end)
            let text: InlineText
            if let cell = marked, cell.cellNumber == number {
                marked = cell.next
                text = inlineText(of: cell, inLine: range, isCell: true)
            } else {
                text = plainText(range)
            }
            let added = append(.cell, range, row, text)
            if last < 0 {
                tree.nodes[row].firstChild = added
            } else {
                tree.nodes[last].next = added
            }
            last = added
        }
        return row
    }

    /// The cells of a row, without the white space around their text: the row is cut at each pipe
    /// that no backslash precedes, inside code spans too (GFM 4.10). `CMarkParsing/table.c` cuts in
    /// the same way: a cell's number there is its place here.
    private static func findCells(
        in row: SourceRange, of source: SourceText, _ cells: inout [SourceRange]
    ) {
        let bytes = source.bytes.span
        cells.removeAll(keepingCapacity: true)
        var start = row.start
        let end = row.end
        if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
        bytes.forEach(UInt8(ascii: "|"), in: start..<end) { pipe in
            if pipe > row.start, bytes[pipe - 1] == UInt8(ascii: "\\") { return }
            cells.append(trimmed(start, pipe, bytes))
            start = pipe + 1
        }
        if start < end { cells.append(trimmed(start, end, bytes)) }
    }

    /// An empty cell is the place just after its first space, where a value would be written.
    private static func trimmed(_ first: Int, _ last: Int, _ bytes: Span<UInt8>) -> SourceRange {
        var (start, end) = (first, last)
        while start < end, bytes[start].isSpace { start += 1 }
        if start == end {
            let place = min(first + 1, last)
            return SourceRange(place, place)
        }
        while bytes[end - 1].isSpace { end -= 1 }
        return SourceRange(start, end)
    }
}

internal import SpecModel

/// Tables: rows and cells from cmark, their bytes from the raw lines.
extension MarkdownBuilder {
    /// The index of a table's header line. Rows under the delimiter row know their line; the
    /// header does not where a paragraph's last line became it.
    func headerLine(of table: CMarkNode) -> Int {
        if let second = table.firstChild?.next {
            return index(ofLine: second.startLine) - 2
        }
        return max(0, index(ofLine: table.endLine) - 1)
    }

    mutating func addTable(_ node: CMarkNode, _ parent: Int) -> Int {
        let header = headerLine(of: node)
        let start = startOfHeader(node, header)
        let index = append(.table, SourceRange(start, lineEnd(header + 1)), parent)
        var last = -1
        var row = node.firstChild
        while let current = row {
            row = current.next
            let line = last < 0 ? header : self.index(ofLine: current.startLine)
            let from = last < 0 ? start : unquoted(line).start
            let added = addRow(current, SourceRange(from, lineEnd(line)), index)
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
    private func startOfHeader(_ table: CMarkNode, _ line: Int) -> Int {
        let start = start(of: table)
        return table.startLine > 0 && source.lineIndex(of: start) == line
            ? start : unquoted(line).start
    }

    private mutating func addRow(
        _ node: CMarkNode, _ bounds: SourceRange, _ parent: Int
    ) -> Int {
        let row = append(.row, bounds, parent)
        findCells(in: bounds)
        var last = -1
        var number = 0
        var cell = node.firstChild
        while let current = cell {
            cell = current.next
            // A row may be shorter than the header; the missing cells stand at its end.
            let range =
                number < cells.count ? cells[number] : SourceRange(bounds.end, bounds.end)
            let added = append(.cell, range, row)
            tree.nodes[added].text = inlineText(of: current, inLine: range, isCell: true)
            if last < 0 {
                tree.nodes[row].firstChild = added
            } else {
                tree.nodes[last].next = added
            }
            last = added
            number += 1
        }
        return row
    }

    /// The cells of a row, without the white space around their text: the row is cut at each pipe
    /// that no backslash precedes, inside code spans too (GFM 4.10).
    private mutating func findCells(in row: SourceRange) {
        cells.removeAll(keepingCapacity: true)
        var start = row.start
        if start < row.end, source.bytes[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while let pipe = source.bytes.span.first(UInt8(ascii: "|"), in: index..<row.end) {
            index = pipe + 1
            if pipe > row.start, source.bytes[pipe - 1] == UInt8(ascii: "\\") { continue }
            cells.append(trimmed(SourceRange(start, pipe)))
            start = index
        }
        if start < row.end { cells.append(trimmed(SourceRange(start, row.end))) }
    }

    /// An empty cell is the place just after its first space, where a value would be written.
    private func trimmed(_ range: SourceRange) -> SourceRange {
        var result = range
        while result.start < result.end, source.bytes[result.start].isSpace { result.start += 1 }
        if result.isEmpty {
            let place = min(range.start + 1, range.end)
            return SourceRange(place, place)
        }
        while source.bytes[result.end - 1].isSpace { result.end -= 1 }
        return result
    }
}

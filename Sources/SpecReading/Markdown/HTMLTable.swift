internal import SpecModel

/// A table of simple form in raw HTML: rows of cells, none in more than one row or column, and no
/// table inside.
struct HTMLTable {
    struct Row {
        var range: SourceRange
        var isHeader: Bool
        var cells: [Cell] = []
    }

    struct Cell {
        /// What stands between the tags, without the white space around it.
        var content: SourceRange
        var isHeader: Bool
    }

    /// From `<table` to `</table>`.
    var range: SourceRange
    var rows: [Row] = []
}

/// Finds tables in raw HTML, block after block: a blank line ends a block, and a table may go on in
/// the next one. End tags may be missing, but that of the table. One pass, linear in the blocks.
struct HTMLTableScanner {
    /// Cells that all tables of a document may have together.
    static let mostCells = 200_000

    let bytes: [UInt8]
    private(set) var tables: [HTMLTable] = []
    private var table: HTMLTable?
    private var row: HTMLTable.Row?
    /// The open cell: where its content begins.
    private var cell: (start: Int, isHeader: Bool)?
    private var isInHead = false
    private var isSimple = true
    /// Tables around the place.
    private var depth = 0
    private var cellCount = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Is a table open, that may go on in the next block?
    var isOpen: Bool { depth > 0 }

    /// Takes the tables found so far, and forgets one that is open.
    mutating func finish() -> [HTMLTable] {
        defer { self = HTMLTableScanner(bytes, cells: cellCount) }
        return tables
    }

    private init(_ bytes: [UInt8], cells: Int) {
        self.bytes = bytes
        cellCount = cells
    }

    /// Reads a block.
    mutating func scan(_ block: SourceRange) {
        var index = block.start
        while index < block.end {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            if let end = HTMLMarkup.commentEnd(bytes, index, block.end) {
                index = end
            } else if let tag = HTMLMarkup.Tag(bytes, index, block.end) {
                index = tag.range.end
                if depth == 0, !tag.isEnd, tag.holdsText {
                    index = HTMLMarkup.textEnd(of: tag, bytes, block.end)
                } else {
                    take(tag)
                }
            } else {
                index += 1
            }
        }
    }

    private mutating func take(_ tag: HTMLMarkup.Tag) {
        switch tag.name {
        case "table": if tag.isEnd { closeTable(tag) } else { openTable(tag) }
        case "thead", "tbody", "tfoot":
            guard depth == 1 else { return }
            closeRow(at: tag.range.start)
            isInHead = tag.name == "thead" && !tag.isEnd
        case "tr":
            guard depth == 1 else { return }
            closeRow(at: tag.isEnd ? tag.range.end : tag.range.start, cellsAt: tag.range.start)
            if !tag.isEnd { row = HTMLTable.Row(range: tag.range, isHeader: isInHead) }
        case "td", "th":
            guard depth == 1 else { return }
            closeCell(at: tag.range.start)
            guard !tag.isEnd else { return }
            if tag.spans(bytes) { isSimple = false }
            if row == nil { row = HTMLTable.Row(range: tag.range, isHeader: isInHead) }
            cell = (tag.range.end, tag.name == "th")
            cellCount += 1
            if cellCount > Self.mostCells { isSimple = false }
        default: break
        }
    }

    private mutating func openTable(_ tag: HTMLMarkup.Tag) {
        depth += 1
        guard depth == 1 else {
            isSimple = false
            return
        }
        table = HTMLTable(range: tag.range)
        (row, cell, isInHead, isSimple) = (nil, nil, false, cellCount <= Self.mostCells)
    }

    private mutating func closeTable(_ tag: HTMLMarkup.Tag) {
        guard depth > 0 else { return }
        depth -= 1
        guard depth == 0 else { return }
        closeRow(at: tag.range.start)
        guard var table, isSimple, !table.rows.isEmpty else { return }
        table.range.end = tag.range.end
        tables.append(table)
        self.table = nil
    }

    private mutating func closeRow(at place: Int, cellsAt end: Int? = nil) {
        closeCell(at: end ?? place)
        guard var row, isSimple else { return }
        row.range.end = place
        while row.range.end > row.range.start, bytes[row.range.end - 1].isBlank {
            row.range.end -= 1
        }
        if !row.cells.isEmpty { table?.rows.append(row) }
        self.row = nil
    }

    private mutating func closeCell(at place: Int) {
        guard let cell, isSimple else { return }
        var content = SourceRange(cell.start, place)
        while content.start < content.end, bytes[content.start].isBlank { content.start += 1 }
        while content.end > content.start, bytes[content.end - 1].isBlank { content.end -= 1 }
        if content.isEmpty { content = SourceRange(cell.start, cell.start) }
        row?.cells.append(HTMLTable.Cell(content: content, isHeader: cell.isHeader))
        self.cell = nil
    }
}

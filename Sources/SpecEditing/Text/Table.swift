internal import Printable
internal import SpecModel

/// A table with pipes: its lines, and how wide its columns are drawn.
struct Table {
    let source: SourceText
    let header: TableLine
    let delimiter: TableLine
    /// The rows below the delimiter.
    let rows: [TableLine]
    /// What the table's container puts in front of a line.
    let prefix: String

    /// - Parameter rows: the row blocks of a table, its header first; nil where these are no lines with
    ///   pipes, as in raw HTML.
    init?(_ source: SourceText, rows: [SourceRange]) {
        guard let first = rows.first, source.bytes[first.start] != UInt8(ascii: "<") else {
            return nil
        }
        let line = source.lineIndex(of: first.start) + 1
        guard line < source.lineStarts.count else { return nil }
        // Below containers, the delimiter stands as far behind the line's start as the header.
        let headerStart = source.lineStart(at: first.start)
        var start = source.lineStarts[line]
        let limit = source.lineRange(line).end
        while start < limit, !"|:-".utf8.contains(source.bytes[start]) { start += 1 }
        self.source = source
        header = TableLine(source, first)
        delimiter = TableLine(source, SourceRange(start, limit))
        guard delimiter.isDelimiter(in: source) else { return nil }
        self.rows = rows.dropFirst().map { TableLine(source, $0) }
        prefix =
            self.rows.first.map {
                source.text(SourceRange(source.lineStart(at: $0.range.start), $0.range.start))
            } ?? source.continuation(at: max(headerStart, first.start))
    }

    var columns: Int { delimiter.cells.count }

    /// The display width that a column has from pipe to pipe, where its header, its delimiter and all
    /// of its cells whose text has room in it agree; nil where they do not, and where most have none.
    /// - Parameter row: whose own cell is no witness.
    func width(of column: Int, but row: Int?) -> Int? {
        guard column < columns, column < header.cells.count else { return nil }
        let width = self.width(delimiter.cells[column].outer)
        guard self.width(header.cells[column].outer) == width else { return nil }
        var witnesses = 0
        var others = 0
        for (number, line) in rows.enumerated() where number != row {
            guard column < line.cells.count else { return nil }
            let cell = line.cells[column]
            if self.width(cell.outer) == width {
                witnesses += 1
            } else if self.width(cell.content) + 2 <= width {
                return nil
            } else {
                others += 1
            }
        }
        return witnesses > others ? width : nil
    }

    /// Is the text of a column set to its right?
    func isRight(_ column: Int) -> Bool {
        guard column < columns else { return false }
        let mark = delimiter.cells[column].content
        return source.bytes[mark.end - 1] == UInt8(ascii: ":")
            && source.bytes[mark.start] != UInt8(ascii: ":")
    }

    func width(_ range: SourceRange) -> Int { source.text(range).displayWidth }
}

/// Writes texts into the cells of a table, in the place that is there.
struct CellWriter {
    let table: Table
    let row: Int?
    let column: Int

    /// A cell of a row that is new.
    func fresh(_ new: String) -> String {
        guard let width = table.width(of: column, but: nil), new.displayWidth + 2 <= width else {
            return new.isEmpty ? " " : " \(new) "
        }
        let rest = Self.spaces(width - 1 - new.displayWidth)
        return table.isRight(column) && !new.isEmpty ? rest + new + " " : " " + new + rest
    }

    /// What stands between the pipes and a text that is written instead of a cell's.
    func blanks(
        around new: String, insteadOf cell: TableLine.Cell
    ) -> (before: String, after: String) {
        let blanks = drawn(around: new, insteadOf: cell)
        // A backslash in front of the pipe would make it one of the text.
        return new.hasSuffix("\\") && blanks.after.isEmpty ? (blanks.before, " ") : blanks
    }

    private func drawn(
        around new: String, insteadOf cell: TableLine.Cell
    ) -> (before: String, after: String) {
        let source = table.source
        let old = table.width(cell.content)
        let wide = table.width(cell.outer)
        if old == 0 { return blanksOfEmpty(new, wide) }
        let before = source.text(SourceRange(cell.outer.start, cell.content.start))
        let after = source.text(SourceRange(cell.content.end, cell.outer.end))
        if (before + after).contains("\t") { return (before, after) }
        if new.isEmpty, before == " ", after == " ", !isAligned(wide, old) { return (" ", "") }
        if let width = table.width(of: column, but: row) {
            // As wide as the column, or as its own text needs.
            let isNarrow = old + before.count + 1 <= width
            guard wide == width || !isNarrow && after.utf8.count == 1 else {
                return (before, after)
            }
            let room = width - new.displayWidth
            if table.isRight(column), !after.isEmpty {
                return room > after.utf8.count
                    ? (Self.spaces(room - after.utf8.count), after) : (" ", " ")
            }
            let first = wide == width && !table.isRight(column) ? before : " "
            return room > first.utf8.count
                ? (first, Self.spaces(room - first.utf8.count)) : (first, " ")
        }
        return (before, after)
    }

    private func isAligned(_ wide: Int, _ old: Int) -> Bool {
        guard let width = table.width(of: column, but: row) else { return false }
        return wide == width || wide == old + 2 && wide > width
    }

    /// An empty cell is filled behind one blank.
    private func blanksOfEmpty(_ new: String, _ wide: Int) -> (before: String, after: String) {
        if new.isEmpty { return (Self.spaces(wide), "") }
        if let width = table.width(of: column, but: row), wide == width {
            let rest = Self.spaces(max(1, width - 1 - new.displayWidth))
            return table.isRight(column) ? (rest, " ") : (" ", rest)
        }
        if wide == 0 { return ("", "") }
        return (" ", Self.spaces(max(1, wide - 1)))
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

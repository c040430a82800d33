internal import Printable
internal import SpecModel

/// A table with pipes: its lines, and how wide its columns are drawn.
final class Table {
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
        var start = source.lineStarts[line]
        let limit = source.lineRange(line).end
        while start < limit, !"|:-".utf8.contains(source.bytes[start]) { start += 1 }
        self.source = source
        header = TableLine(source, first)
        delimiter = TableLine(source, SourceRange(start, limit))
        self.rows = rows.dropFirst().map { TableLine(source, $0) }
        prefix =
            self.rows.first.map {
                source.text(SourceRange(source.lineStart(at: $0.range.start), $0.range.start))
            } ?? source.continuation(at: first.start)
        if !delimiter.isDelimiter(in: source) { return nil }
    }

    var columns: Int { delimiter.cells.count }

    /// How a cell is drawn, from pipe to pipe.
    private enum Drawing {
        /// As wide as its column.
        case full
        /// Its text has no room in the column.
        case over
        /// There is room for its text, and another width.
        case ragged
    }

    /// A column whose header and delimiter are of one width.
    private struct Column {
        var width: Int
        var full = 0
        var over = 0
        var ragged = 0
        /// How many of the full ones have more blanks than they need.
        var padded = 0
        /// How many texts stand at the right less how many at the left.
        var balance = 0

        mutating func count(_ drawing: Drawing) {
            switch drawing {
            case .full: full += 1
            case .over: over += 1
            case .ragged: ragged += 1
            }
        }
    }

    private lazy var drawn: [Column?] = (0..<columns).map { number in
        guard number < header.cells.count else { return nil }
        var column = Column(width: width(delimiter.cells[number].outer))
        guard width(header.cells[number].outer) == column.width else { return nil }
        column.balance = side(of: header.cells[number])
        for line in rows {
            guard number < line.cells.count else {
                column.ragged += 1
                continue
            }
            column.count(drawing(of: line.cells[number], column.width))
            if isPadded(line.cells[number], column.width) { column.padded += 1 }
            column.balance += side(of: line.cells[number])
        }
        return column
    }

    /// 1 of a text that stands at the right of its cell, -1 of one at the left, else 0.
    private func side(of cell: TableLine.Cell) -> Int {
        let before = cell.content.start - cell.outer.start
        let after = cell.outer.end - cell.content.end
        return cell.content.isEmpty ? 0 : (before - after).signum()
    }

    private func drawing(of cell: TableLine.Cell, _ width: Int) -> Drawing {
        if self.width(cell.outer) == width { return .full }
        return self.width(cell.content) + 2 * blanks <= width ? .ragged : .over
    }

    private func isPadded(_ cell: TableLine.Cell, _ width: Int) -> Bool {
        self.width(cell.outer) == width && self.width(cell.content) + 2 * blanks < width
    }

    /// Do other cells of a column have blanks that only its width asks for?
    func isPadded(_ column: Int, but row: Int) -> Bool {
        guard column < columns, let drawn = drawn[column], row >= 0 else { return false }
        let isOwn =
            column < rows[row].cells.count && isPadded(rows[row].cells[column], drawn.width)
        return drawn.padded > (isOwn ? 1 : 0)
    }

    /// How many blanks stand between a pipe and a text at least: one, or none in a table like `|a|b|`.
    private(set) lazy var blanks: Int = {
        let isTight = header.cells.contains { cell in
            !cell.content.isEmpty
                && (cell.content.start == cell.outer.start || cell.content.end == cell.outer.end)
        }
        return isTight ? 0 : 1
    }()

    /// The display width that a column has from pipe to pipe, where its header, its delimiter and all
    /// of its cells whose text has room in it agree; nil where they do not, and where most have none.
    /// - Parameter row: whose own cell is no witness.
    func width(of column: Int, but row: Int?) -> Int? {
        guard column < columns, var drawn = drawn[column] else { return nil }
        if let row, row >= 0, column < rows[row].cells.count {
            switch drawing(of: rows[row].cells[column], drawn.width) {
            case .full: drawn.full -= 1
            case .over: drawn.over -= 1
            case .ragged: drawn.ragged -= 1
            }
        }
        guard drawn.ragged == 0 else { return nil }
        return drawn.full > drawn.over || drawn.full + drawn.over == 0 ? drawn.width : nil
    }

    /// Are the other cells of a row as wide as their columns? nil where they do not tell, as those
    /// whose text fills them.
    func isDrawn(_ row: Int, but column: Int) -> Bool? {
        guard row >= 0 else { return nil }
        var balance = 0
        for (number, cell) in rows[row].cells.enumerated() where number != column {
            guard let width = width(of: number, but: row) else { continue }
            switch drawing(of: cell, width) {
            case .full: balance += isPadded(cell, width) ? 1 : 0
            case .ragged: balance -= 1
            case .over: break
            }
        }
        return balance == 0 ? nil : balance > 0
    }

    /// Is the text of a column written at its right? Its cells tell or, where none has room, the
    /// delimiter does.
    func isRight(_ column: Int) -> Bool {
        guard column < columns else { return false }
        if let balance = drawn[column]?.balance, balance != 0 { return balance > 0 }
        let mark = delimiter.cells[column].content
        return source.bytes[mark.end - 1] == UInt8(ascii: ":")
            && source.bytes[mark.start] != UInt8(ascii: ":")
    }

    /// How the document writes a cell that is empty: mostly with one blank, or with two.
    lazy var empty: String = {
        let bytes = source.bytes
        var balance = 0
        for place in bytes.indices where bytes[place] == Self.pipe && place + 3 < bytes.count {
            guard bytes[place + 1] == 0x20 else { continue }
            if bytes[place + 2] == Self.pipe { balance -= 1 }
            if bytes[place + 2] == 0x20, bytes[place + 3] == Self.pipe { balance += 1 }
        }
        return balance > 0 ? "  " : " "
    }()

    private static let pipe = UInt8(ascii: "|")

    func width(_ range: SourceRange) -> Int { source.text(range).displayWidth }
}

internal import Printable
internal import SpecModel
internal import SpecQuery

extension QueryReport {
    /// A line each, under a header; where an item stands comes first. Columns that hold nothing are
    /// left out unless they were chosen.
    /// - Parameter width: the columns of the terminal; cells are cut so that lines fit, as far as
    ///   that leaves something to read. Nothing is cut without one.
    public func table(width: Int? = nil, style: Style = .plain) -> String {
        if count == 0 { return "" }
        let columns = columns
        let rows = rows(columns)
        var cells = [["place"] + columns.map { $0.heading.printable }]
        cells += rows.map { row in
            ["\(row.path.printablePath):\(row.line)"] + row.cells.map(Self.shown)
        }
        let kept = cells[0].indices.filter { column in
            column == 0 || fields != nil || cells.dropFirst().contains { !$0[column].isEmpty }
        }
        cells = cells.map { row in kept.map { row[$0] } }
        let widths = Self.widths(of: cells, within: width)
        return cells.enumerated().map { number, row in
            let line = zip(row, widths).map(Self.cell).joined(separator: "  ")
            let text = Self.trimmed(line)
            if number == 0 { return style.bold(text) + "\n" }
            let place = row[0]
            return style.place(place) + text.dropFirst(place.count) + "\n"
        }.joined()
    }

    /// On one line, with the white space of a line.
    private static func shown(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            .map { String($0) }.joined(separator: " ").printable
    }

    /// How wide each column is: as its widest cell; where that is too much, the widest columns give
    /// way, down to their headings. Where an item stands is always whole.
    private static func widths(of cells: [[String]], within limit: Int?) -> [Int] {
        let columns = cells.first?.indices ?? 0..<0
        let widths = columns.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        guard let limit, let place = widths.first else { return widths }
        let room = limit - place - 2 * (widths.count - 1)
        let least = cells[0].map { max($0.displayWidth, leastWidth) }
        func fitted(_ most: Int) -> [Int] {
            columns.dropFirst().map { min(widths[$0], max(most, least[$0])) }
        }
        var most = max(leastWidth, room)
        while most > leastWidth, fitted(most).reduce(0, +) > room { most -= 1 }
        return [place] + fitted(most)
    }

    /// Narrower than this nobody can read a cell.
    private static let leastWidth = 8

    private static func cell(_ text: String, _ width: Int) -> String {
        let cut = text.cut(toDisplayWidth: width)
        return cut + String(repeating: " ", count: max(0, width - cut.displayWidth))
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}

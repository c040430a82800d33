internal import Printable
internal import SpecModel

/// Plans for a new column of a table.
struct ColumnPlanner {
    let layout: Layout

    private var source: SourceText { layout.spec.source }

    /// An empty column beside the one that a cell is in.
    func plan(
        inserting name: String, beside range: SourceRange, isBehind: Bool
    ) throws(EditRefusal) -> Plan {
        guard let (table, _, column) = layout.cell(around: range) else {
            throw EditRefusal("the place beside which the column goes is no cell of a table")
        }
        let header = MarkdownText.cell(MarkdownText.escaped(name, isBlockStart: false))
        let width = header.displayWidth + 2
        let isDrawn = table.width(of: column, but: nil) != nil
        let mark = table.delimiter.cells[min(column, table.delimiter.cells.count - 1)]
        let isBlanked = mark.outer != mark.content
        var changes = [
            change(table.header, column, isBehind, " \(header) "),
            change(
                table.delimiter, column, isBehind,
                isBlanked
                    ? " " + String(repeating: "-", count: max(3, width - 2)) + " "
                    : String(repeating: "-", count: max(3, width))),
        ]
        for row in table.rows {
            changes.append(
                change(
                    row, column, isBehind, String(repeating: " ", count: isDrawn ? width : 1)))
        }
        return Plan(changes.compactMap { $0 })
    }

    /// A row that ends before the column has nothing there.
    private func change(
        _ line: TableLine, _ column: Int, _ isBehind: Bool, _ text: String
    ) -> Change? {
        guard column < line.cells.count else { return nil }
        let cell = line.cells[column].outer
        return isBehind
            ? .insertion("|" + text, at: cell.end) : .insertion(text + "|", at: cell.start)
    }
}

internal import Printable
internal import SpecModel

/// Writes texts into the cells of a column, in the width that it has.
struct CellWriter {
    let table: Table
    /// -1 of the header, nil of a row that is new.
    let row: Int?
    let column: Int

    /// A cell of a row that is new.
    func fresh(_ new: String) -> String {
        let least = Self.spaces(table.blanks)
        let needed = new.displayWidth + 2 * table.blanks
        guard let width = table.width(of: column, but: nil), needed <= width else {
            return new.isEmpty ? (least.isEmpty ? "" : table.empty) : least + new + least
        }
        let rest = Self.spaces(width - table.blanks - new.displayWidth)
        return table.isRight(column) && !new.isEmpty ? rest + new + least : least + new + rest
    }

    /// What stands between the pipes and a text that is written instead of a cell's.
    ///
    /// In a row that is drawn as wide as its columns, a cell stays as wide as its own where the text
    /// has room, and is as wide as the text where it has none. All others keep their blanks. So what is
    /// written for a text, and then for the old one again, is what was there.
    func blanks(
        around new: String, insteadOf cell: TableLine.Cell
    ) -> (before: String, after: String) {
        let old = table.width(cell.content)
        let wide = table.width(cell.outer)
        let isEmpty = cell.content.isEmpty
        let before = table.source.text(SourceRange(cell.outer.start, cell.content.start))
        let after = table.source.text(SourceRange(cell.content.end, cell.outer.end))
        if (before + after).contains("\t") {
            return isEmpty
                ? (String(before.prefix(1)), String(before.dropFirst())) : (before, after)
        }
        let least = Self.spaces(table.blanks)
        let isRight =
            !isEmpty && (before == least || after == least)
            ? after == least && before != least : table.isRight(column)
        if let width = table.width(of: column, but: row) {
            let isDrawn = row.flatMap { table.isDrawn($0, but: column) }
            let fixed = isEmpty ? least : isRight ? after : before
            let free = isEmpty ? before + after : isRight ? before : after
            let isOver = old + fixed.utf8.count + table.blanks > width && free == least
            let room = width - fixed.utf8.count - new.displayWidth
            // What the column tells, and what one cell alone does: more blanks than it needs.
            let isPadded =
                row.map { table.isPadded(column, but: $0) } ?? false
                || free.utf8.count > table.blanks && room > table.blanks && wide == width
            if isDrawn ?? isPadded, wide == width || isOver {
                let rest = Self.spaces(max(table.blanks, room))
                return isRight ? (rest, fixed) : (fixed, rest)
            }
        }
        if isEmpty { return ragged(wide) }
        return new.isEmpty && before == " " && after == " " ? (table.empty, "") : (before, after)
    }

    /// Markdown that ends in a backslash, in front of the pipe that it would make one of the text.
    static func closed(_ markdown: String) -> String {
        guard markdown.hasSuffix("\\") else { return markdown }
        return markdown.dropLast(markdown.hasSuffix("\\\\") ? 2 : 1) + "&#92;"
    }

    /// An empty cell is filled behind one blank.
    private func ragged(_ wide: Int) -> (before: String, after: String) {
        let least = table.blanks
        return wide == 0
            ? ("", "") : (Self.spaces(least), Self.spaces(max(least, wide - least)))
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

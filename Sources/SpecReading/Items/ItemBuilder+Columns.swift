internal import SpecModel
internal import SpecVocabulary

/// Entities as a heading above a table of their columns: `Field | Type | Description`.
extension ItemBuilder {
    /// `columns`, `types` and `source` of the first table of a section that has a column for names
    /// of columns and one for their types.
    func columnsOfTable(below section: Int) -> [Field] {
        for block in contents[section] where tree.nodes[block].kind == .table {
            let header = tree.nodes[block].firstChild
            guard header >= 0, tree.nodes[header].flag else { continue }
            let cells = Array(tree.children(of: header))
            let entity = vocabulary[.entity]
            let name = cells.firstIndex { fieldName(cellPiece($0), entity) == "columns" }
            // What a type is called, it is called of dependencies, too.
            let type = cells.firstIndex {
                fieldName(cellPiece($0), vocabulary[.dependency]) == "type"
            }
            if let name, let type { return columns(of: block, name, type) }
        }
        return []
    }

    private func cellPiece(_ cell: Int) -> Piece { Piece(tree.nodes[cell].text) }

    private func columns(of table: Int, _ name: Int, _ type: Int) -> [Field] {
        var names: [SourcedText] = []
        var types: [Field.Entry] = []
        var seen: Set<String> = []
        for row in tree.children(of: table) where !tree.nodes[row].flag {
            let cells = Array(tree.children(of: row))
            guard name < cells.count else { continue }
            let column = cellText(cells[name])
            if column.text.isEmpty { continue }
            names.append(column)
            if type < cells.count, seen.insert(column.text).inserted {
                types.append(Field.Entry(name: column.text, value: cellText(cells[type])))
            }
        }
        guard !names.isEmpty else { return [] }
        let range = tree.nodes[table].range
        return [
            Field(name: "columns", value: .list(names), range: range),
            Field(name: "types", value: .record(types), range: range),
            Field(name: "source", value: .text("table"), range: range),
        ]
    }
}

internal import SpecModel

/// Which column of a table holds which field.
struct Columns {
    private var columns: [String: Int] = [:]

    /// Of a table: what its rows' items tell.
    init(_ layout: Layout, _ table: Table, around row: Int) {
        guard let parent = layout.spec.blocks[row].parent else { return }
        let range = layout.spec.blocks[parent].range
        for item in layout.spec.items where range.contains(item.range) {
            let line = table.rows.first {
                $0.range.start <= item.range.end && item.range.start <= $0.range.end
            }
            guard let line else { continue }
            for field in item.fields + item.extra {
                let column = line.cells.firstIndex {
                    $0.outer.start <= field.range.start && field.range.end <= $0.outer.end
                }
                guard let column else { continue }
                let key = Self.key(field.name, item.kind)
                if columns[key] == nil { columns[key] = column }
            }
        }
    }

    func column(of field: String, _ kind: String) -> Int? { columns[Self.key(field, kind)] }

    private static func key(_ field: String, _ kind: String) -> String { "\(kind)\n\(field)" }
}

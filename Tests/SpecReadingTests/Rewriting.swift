import SpecModel

/// The same document written in another way: each gives the bytes of what it makes of a spec's.
struct Rewriting {
    private let spec: Spec
    private let tables: [Table]

    init(_ spec: Spec) {
        self.spec = spec
        tables = Self.tables(of: spec)
    }

    /// A table of bars each of whose rows is an item.
    struct Table {
        var range: SourceRange
        var header: SourceRange
        var rows: [SourceRange]
        /// Of the header and each row.
        var cells: [[SourceRange]]
        /// The items of the rows.
        var items: [Item]
    }

    /// The other way round: the sections of level 2 below each heading.
    func withSectionsReversed() -> [UInt8] {
        let groups = Dictionary(
            grouping: spec.sections.filter { $0.level == 2 && !$0.isImplicit }, by: \.parent)
        return edited(
            groups.values.flatMap { group in
                zip(group, group.reversed()).map { ($0.range, text($1.range) + "\n\n") }
            })
    }

    func withRowsReversed() -> [UInt8] {
        edited(
            tables.flatMap { table in
                zip(table.rows, table.rows.reversed()).map { ($0, text($1)) }
            })
    }

    /// Cells in columns of another width, aligned to the right, between bars.
    func withTablesReformatted() -> [UInt8] {
        var edits: [(SourceRange, String)] = []
        for table in tables {
            for (line, cells) in zip([table.header] + table.rows, table.cells) {
                let texts = cells.enumerated().map { column, cell in
                    String(repeating: " ", count: 1 + column * 3) + text(cell) + "  "
                }
                edits.append((line, "|" + texts.joined(separator: "|") + "|"))
            }
            let columns = table.cells[0].count
            edits.append((rule(of: table), "|" + String(repeating: "----:|", count: columns)))
        }
        return edited(edits)
    }

    /// A new row in front of each table's rows and one behind them.
    func withRowsAround() -> [UInt8] {
        var edits: [(SourceRange, String)] = []
        for (number, table) in tables.enumerated() {
            guard let first = table.rows.first, let last = table.rows.last else { continue }
            let start = spec.source.lineStarts[spec.source.lineIndex(of: first.start)]
            let prefix = text(SourceRange(start, first.start))
            func row(_ name: String) -> String {
                let cells = table.cells[0].indices.map { " \(name) \(number) \($0) |" }
                return "|" + cells.joined()
            }
            let ahead = SourceRange(first.start, first.start)
            edits.append((ahead, row("ahead") + "\n" + prefix))
            let behind = SourceRange(last.end, last.end)
            edits.append((behind, "\n" + prefix + row("behind")))
        }
        return edited(edits)
    }

    /// Other words in all fields but some.
    func withFieldsChanged(except kept: (Item) -> [String]) -> [UInt8] {
        var edits: [(SourceRange, String)] = []
        for table in tables {
            for (row, item) in zip(table.rows, table.items) where !item.isPlaceholder {
                let names = kept(item)
                for field in item.fields + item.extra {
                    guard field.text?.isEmpty == false, row.contains(field.range),
                        !names.contains(where: { item.field($0)?.range == field.range })
                    else { continue }
                    edits.append((field.range, "other words"))
                }
            }
        }
        return edited(edits)
    }

    /// A list in place of each table: of the texts that say which item a row is.
    func withListsForTables(identity: (Item) -> [String]) -> [UInt8] {
        edited(
            tables.compactMap { table in
                let entries = table.items.compactMap { item -> String? in
                    let names = identity(item)
                    guard names.count == 1, let field = item.field(names[0]) else { return nil }
                    return "- " + text(field.range)
                }
                guard entries.count == table.rows.count else { return nil }
                return (table.range, entries.joined(separator: "\n"))
            })
    }

    // MARK: parts

    private static func tables(of spec: Spec) -> [Table] {
        let items = Dictionary(
            spec.items.map { ($0.range.start, $0) }, uniquingKeysWith: { first, _ in first })
        let children = Dictionary(grouping: spec.blocks.indices) { spec.blocks[$0].parent }
        return spec.blocks.indices.compactMap { index in
            let block = spec.blocks[index]
            let lines = children[index] ?? []
            let bytes = spec.source.bytes[block.range.start..<block.range.end]
            guard block.kind == .table, bytes.first != UInt8(ascii: "<") else { return nil }
            let rows = lines.dropFirst().map { spec.blocks[$0].range }
            let found = rows.compactMap { items[$0.start] }
            guard !rows.isEmpty, found.count == rows.count else { return nil }
            let cells = lines.map { (children[$0] ?? []).map { spec.blocks[$0].range } }
            return Table(
                range: block.range, header: spec.blocks[lines[0]].range, rows: rows, cells: cells,
                items: found)
        }
    }

    /// The line of dashes below a header.
    private func rule(of table: Table) -> SourceRange {
        let line = spec.source.lineIndex(of: table.header.start) + 1
        let range = spec.source.lineRange(line)
        let bytes = spec.source.bytes[range.start..<range.end]
        let marks: [UInt8] = [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":")]
        let first = bytes.firstIndex { marks.contains($0) } ?? range.start
        return SourceRange(first, range.end)
    }

    private func text(_ range: SourceRange) -> String { spec.source.text(range) }

    private func edited(_ edits: [(SourceRange, String)]) -> [UInt8] {
        var bytes = spec.source.bytes
        for (range, text) in edits.sorted(by: { $0.0.start > $1.0.start }) {
            bytes.replaceSubrange(range.start..<range.end, with: text.utf8)
        }
        return bytes
    }
}

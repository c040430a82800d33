internal import SpecModel
internal import SpecVocabulary

/// Entities as `CREATE TABLE` statements.
extension ItemBuilder {
    /// Every table that SQL in the document creates.
    mutating func addTables() {
        let kind = vocabulary[.entity]
        for (index, node) in tree.nodes.enumerated()
        where node.kind == .code && node.flag && isSQL(index) {
            for table in SQLTable.tables(in: source.bytes, node.content) {
                add(
                    kind, section(at: table.range.start), table.range,
                    fields(of: table, in: index, kind))
            }
        }
    }

    private func fields(of table: SQLTable, in block: Int, _ kind: ItemKind) -> [Field] {
        let names = table.columns.map { SourcedText(source.text($0.name), $0.name) }
        var fields = [
            field("name", kind, text(of: table.name)),
            Field(name: "columns", value: .list(names), range: table.range),
        ]
        let sorted = names.map(\.text).sorted()
        let areDistinct = zip(sorted, sorted.dropFirst()).allSatisfy(!=)
        let types = entries(table, in: block, names, areDistinct: areDistinct) { $0.type }
        if !types.isEmpty {
            fields.append(Field(name: "types", value: .record(types), range: table.range))
        }
        let constraints = entries(table, in: block, names, areDistinct: areDistinct) {
            $0.constraints
        }
        if !constraints.isEmpty {
            fields.append(
                Field(name: "constraints", value: .record(constraints), range: table.range))
        }
        if !table.rules.isEmpty {
            let rules = table.rules.map { tree.code(of: block, $0, in: source) }
            fields.append(Field(name: "rules", value: .list(rules), range: table.range))
        }
        fields.append(Field(name: "source", value: .text("sql"), range: table.range))
        return fields
    }

    private func text(of name: SQLName) -> SourcedText {
        if name.parts.count == 1 {
            return SourcedText(source.text(name.parts[0]), name.range)
        }
        return SourcedText(name.parts.map(source.text).joined(separator: "."), name.range)
    }

    /// What columns say, by their names; the first of two columns of one name.
    private func entries(
        _ table: SQLTable, in block: Int, _ names: [SourcedText], areDistinct: Bool,
        _ part: (SQLTable.Column) -> SourceRange?
    ) -> [Field.Entry] {
        var seen: Set<String> = []
        var entries: [Field.Entry] = []
        entries.reserveCapacity(names.count)
        for index in names.indices {
            let name = names[index].text
            guard let range = part(table.columns[index]),
                areDistinct || seen.insert(name).inserted
            else { continue }
            entries.append(Field.Entry(name: name, value: tree.code(of: block, range, in: source)))
        }
        return entries
    }

    /// A block that says so, or says nothing and begins with `CREATE`.
    private func isSQL(_ block: Int) -> Bool {
        let info = tree.info(of: block).utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: "{") }
        if info.isEmpty {
            var scanner = SQLScanner(bytes: source.bytes, part: tree.nodes[block].content)
            return scanner.next().map { scanner.says($0, "CREATE") } ?? false
        }
        let count = info.count
        return Self.dialects.contains { name in
            name.utf8.count == count && zip(name.utf8, info).allSatisfy { $0 == $1 | 0x20 }
        }
    }

    private static let dialects = [
        "sql", "postgresql", "postgres", "psql", "mysql", "mariadb", "sqlite", "plpgsql", "ddl",
        "tsql", "plsql", "pgsql",
    ]

    /// Does a section hold statements that create tables?
    func createsTables(_ section: Int) -> Bool {
        contents[section].contains { block in
            tree.nodes[block].kind == .code && tree.nodes[block].flag && isSQL(block)
                && !SQLTable.tables(in: source.bytes, tree.nodes[block].content).isEmpty
        }
    }
}

internal import SpecModel

/// Entities: `CREATE TABLE` statements and JSON examples.
extension ItemBuilder {
    /// Every table that SQL in the document creates.
    mutating func addTables() {
        guard let kind = vocabulary.kinds["entity"] else { return }
        for (index, node) in tree.nodes.enumerated()
        where node.kind == .code && node.flag && isSQL(tree.info(of: index)) {
            for table in SQLTable.tables(in: source.bytes, node.content) {
                let name = SourcedText(source.text(table.name), table.name)
                let columns = table.columns.map { SourcedText(source.text($0), $0) }
                let fields = [
                    field("name", kind, name),
                    Field(name: "columns", value: .list(columns), range: table.range),
                    Field(name: "source", value: .text("sql"), range: table.range),
                ]
                add(kind, section(at: table.range.start), table.range, fields)
            }
        }
    }

    private func isSQL(_ info: String) -> Bool {
        let language = info.prefix { $0 != " " && $0 != "{" }.lowercased()
        return [
            "sql", "postgresql", "postgres", "psql", "mysql", "sqlite", "plpgsql", "ddl", "tsql",
        ]
        .contains(language)
    }

    /// The keys of the first object in a JSON example below a heading.
    func columnsOfJSON(below section: Int) -> [Field] {
        for block in contents[section] where tree.nodes[block].kind == .code {
            let content = tree.nodes[block].content
            let keys = jsonKeys(content)
            guard !keys.isEmpty else { continue }
            return [
                Field(name: "columns", value: .list(keys), range: content),
                Field(name: "source", value: .text("json"), range: content),
            ]
        }
        return []
    }

    /// The keys at the outermost level of `{ "key": … }`, without asking that it be valid.
    private func jsonKeys(_ content: SourceRange) -> [SourcedText] {
        var keys: [SourcedText] = []
        var depth = 0
        var index = content.start
        while index < content.end {
            switch source.bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let start = index + 1
                var end = start
                while end < content.end, source.bytes[end] != UInt8(ascii: "\"") {
                    end += source.bytes[end] == UInt8(ascii: "\\") ? 2 : 1
                }
                end = min(end, content.end)
                var next = end + 1
                while next < content.end, source.bytes[next].isBlank { next += 1 }
                if depth == 1, next < content.end, source.bytes[next] == UInt8(ascii: ":") {
                    let range = SourceRange(start, end)
                    keys.append(SourcedText(source.text(range), range))
                }
                index = end
            default: break
            }
            index += 1
        }
        return keys
    }
}

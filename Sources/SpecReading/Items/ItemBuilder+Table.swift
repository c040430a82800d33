internal import SpecModel
internal import SpecVocabulary

/// Items as rows of a table.
extension ItemBuilder {
    /// The columns of a table, as a kind reads them.
    private struct Columns {
        var kind: ItemKind
        /// For each column, its field; nil is a column that nobody knows.
        var fields: [String?]
        var score: Int
    }

    /// Reads a table as the kind whose columns it has; a table that fits none has no items.
    mutating func addTable(_ table: Int, _ section: Int, kinds: [KindID]) {
        var names: [String] = []
        var columns: Columns?
        for row in tree.children(of: table) {
            let cells = tree.children(of: row).map { tree.nodes[$0] }
            if tree.nodes[row].flag {
                let header = cells.map { tree.string(tree.trimmed($0.text.plain)) }
                columns = bestColumns(for: header, among: kinds)
                names = distinct(header)
                continue
            }
            guard let columns else { return }
            addRow(row, cells, names, columns.kind, columns.fields, section)
        }
    }

    /// Two columns of one name are two fields: `Cost` and `Cost (2)`.
    private func distinct(_ header: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return header.map { name in
            counts[name, default: 0] += 1
            let count = counts[name] ?? 1
            return count == 1 ? name : "\(name) (\(count))"
        }
    }

    /// Does a table list one of these kinds?
    func lists(_ table: Int, _ kinds: [KindID]) -> Bool {
        guard let row = tree.children(of: table).first(where: { _ in true }) else { return false }
        let header = tree.children(of: row).map { cell in
            tree.string(tree.nodes[cell].text.plain)
        }
        return bestColumns(for: header, among: kinds) != nil
    }

    private func bestColumns(for header: [String], among kinds: [KindID]) -> Columns? {
        var best: Columns?
        for kind in kinds.map({ vocabulary[$0] }) {
            let fields = assign(header, to: kind)
            let known = Set(fields.compactMap { $0 })
            guard kind.needs.allSatisfy({ known.contains($0.name) }) else { continue }
            if known.count > best?.score ?? 0 {
                best = Columns(kind: kind, fields: fields, score: known.count)
            }
        }
        return best
    }

    /// The field of each column. Where several columns could name a field, the one whose word
    /// stands first among the field's words does.
    private func assign(_ header: [String], to kind: ItemKind) -> [String?] {
        var candidates: [(rank: Int, column: Int, field: String)] = []
        for (column, text) in header.enumerated() {
            if let word = vocabulary.word(text) {
                for named in vocabulary.columns(word, of: kind) {
                    candidates.append((named.rank, column, vocabulary.name(of: named.field)))
                }
            }
            if kind.hasField("id"), Words.normalised(text).hasSuffix(" id") {
                candidates.append((Vocabulary.idRank, column, "id"))
            }
        }
        candidates.sort { ($0.rank, $0.column) < ($1.rank, $1.column) }
        var fields: [String?] = Array(repeating: nil, count: header.count)
        var used: Set<String> = []
        for candidate in candidates
        where fields[candidate.column] == nil && !used.contains(candidate.field) {
            fields[candidate.column] = candidate.field
            used.insert(candidate.field)
        }
        return fields
    }

    private mutating func addRow(
        _ row: Int, _ cells: [MarkdownNode], _ header: [String], _ kind: ItemKind,
        _ names: [String?], _ section: Int
    ) {
        var fields: [Field] = []
        var extra: [Field] = []
        var rest: [Field.Entry] = []
        var isEmpty = true
        for (index, cell) in cells.enumerated() where index < header.count {
            let text = cellText(cell)
            if !isNothing(text.text) { isEmpty = false }
            if let name = names[index] {
                fields.append(field(name, kind, text))
            } else if kind.rest != nil {
                rest.append(Field.Entry(name: header[index], value: text))
            } else {
                extra.append(Field(name: header[index], value: .text(text.text), range: text.range))
            }
        }
        guard !isEmpty else { return }
        if let name = kind.rest?.name, !rest.isEmpty {
            let range = SourceRange(rest[0].value.range.start, rest[rest.count - 1].value.range.end)
            fields.append(Field(name: name, value: .record(rest), range: range))
        }
        addGroup(of: section, kind, &fields)
        add(kind, section, tree.nodes[row].range, fields, extra: extra)
    }

    /// A cell's whole text, with the range of all its bytes: an edit replaces the cell.
    func cellText(_ cell: MarkdownNode) -> SourcedText {
        SourcedText(tree.value(cell.text.plain, of: cell.text).text, cell.range)
    }

    /// `Field | Value` tables: each row is a label.
    func labelRows(of table: Int) -> [(name: SourcedText, value: SourcedText)] {
        var rows: [(SourcedText, SourcedText)] = []
        for row in tree.children(of: table) {
            let cells = tree.children(of: row).map { tree.nodes[$0] }
            guard cells.count == 2 else { return [] }
            guard !tree.nodes[row].flag else { continue }
            rows.append((tree.value(cells[0].text.plain, of: cells[0].text), cellText(cells[1])))
        }
        return rows
    }
}

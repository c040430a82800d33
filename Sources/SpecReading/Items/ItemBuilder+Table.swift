internal import SpecModel
internal import SpecVocabulary

/// Items as rows of a table.
extension ItemBuilder {
    /// The columns of a table, as a kind reads them.
    private struct Columns {
        var kind: ItemKind
        /// For each column, its field's number in the kind; nil is a column that nobody knows.
        var fields: [Int?]
        /// The columns with a field, in the order of the kind's fields.
        var order: [Int]

        /// Has it what the kind needs? Of one that needs nothing and comes from no team, two columns.
        var hasNeeded: Bool {
            if kind.needs.isEmpty, !kind.id.isAdded, order.count < 2 { return false }
            return kind.fields.indices.allSatisfy { field in
                !kind.fields[field].traits.contains(.needed) || fields.contains(field)
            }
        }
    }

    /// Reads a table as the kind whose columns it has; a table that fits none has no items.
    /// - Parameter isBody: was it read as the fields of an item above it?
    mutating func addTable(_ table: Int, _ section: Int, kinds: [KindID], isBody: Bool = false) {
        let header = tree.nodes[table].firstChild
        guard header >= 0, tree.nodes[header].flag else { return }
        var cells: [Int] = []
        list(&cells, of: header)
        if cells.count == 2, !isBody, addRecord(table, section, kinds: kinds) { return }
        guard let columns = bestColumns(for: cells, among: kinds) else { return }
        let isKnown = columns.order.count == columns.fields.count
        let names = isKnown ? [] : distinctNames(of: cells)
        var row = tree.nodes[header].next
        while row >= 0 {
            list(&cells, of: row)
            addRow(row, cells, names, columns, section)
            row = tree.nodes[row].next
        }
    }

    /// Makes a list, whose memory is used again, that of a row's cells.
    private func list(_ cells: inout [Int], of row: Int) {
        cells.removeAll(keepingCapacity: true)
        cells.reserveCapacity(8)
        var cell = tree.nodes[row].firstChild
        while cell >= 0 {
            cells.append(cell)
            cell = tree.nodes[cell].next
        }
    }

    /// Two columns of one name are two fields: `Cost` and `Cost (2)`.
    private func distinctNames(of header: [Int]) -> [String] {
        let names = header.map { tree.string(tree.trimmed(tree.nodes[$0].text.plain)) }
        let sorted = names.sorted()
        if zip(sorted, sorted.dropFirst()).allSatisfy(!=) { return names }
        var counts: [String: Int] = [:]
        return names.map { name in
            counts[name, default: 0] += 1
            let count = counts[name] ?? 1
            return count == 1 ? name : "\(name) (\(count))"
        }
    }

    /// Does a table list one of these kinds?
    func lists(_ table: Int, _ kinds: [KindID]) -> Bool {
        let header = tree.nodes[table].firstChild
        guard header >= 0, !kinds.isEmpty else { return false }
        var cells: [Int] = []
        list(&cells, of: header)
        return bestColumns(for: cells, among: kinds) != nil
    }

    private func bestColumns(for header: [Int], among kinds: [KindID]) -> Columns? {
        guard !kinds.isEmpty else { return nil }
        var words: [WordID?] = []
        words.reserveCapacity(header.count)
        for cell in header { words.append(word(Piece(tree.nodes[cell].text))) }
        var best: Columns?
        for id in kinds {
            let kind = vocabulary[id]
            guard mayList(words, kind) else { continue }
            let columns = assign(header, words, to: kind)
            if columns.order.count > best?.order.count ?? 0, columns.hasNeeded { best = columns }
            // No kind that stands behind can have more of them.
            if best?.order.count == header.count { break }
        }
        return best
    }

    /// Has a kind words for all columns that it needs, and for one at least?
    private func mayList(_ words: [WordID?], _ kind: ItemKind) -> Bool {
        var named: UInt64 = 0
        for case let word? in words {
            vocabulary.eachColumn(word, of: kind) { named |= 1 << UInt64($0.field.rawValue & 63) }
        }
        // An id may be known by its ending alone.
        return kind.needs.allSatisfy { named >> UInt64($0.id.rawValue & 63) & 1 == 1 }
            || kind.needs.contains { $0.name == "id" }
    }

    /// The field of each column. Where several columns could name a field, the one whose word
    /// stands first among the field's words does.
    private func assign(_ header: [Int], _ words: [WordID?], to kind: ItemKind) -> Columns {
        var candidates: [(rank: Int, column: Int, field: Int)] = []
        candidates.reserveCapacity(words.count * 2)
        let id = kind.fields.firstIndex { $0.name == "id" }
        for column in words.indices {
            if let word = words[column] {
                vocabulary.eachColumn(word, of: kind) { named in
                    for field in kind.fields.indices
                    where kind.fields[field].id.rawValue == named.field.rawValue {
                        candidates.append((named.rank, column, field))
                    }
                }
            }
            if let id, endsInID(Piece(tree.nodes[header[column]].text)) {
                candidates.append((Vocabulary.idRank, column, id))
            }
        }
        candidates.sort { ($0.rank, $0.column) < ($1.rank, $1.column) }
        var columns = Columns(
            kind: kind, fields: words.map { _ in nil }, order: [])
        for candidate in candidates where columns.fields[candidate.column] == nil {
            if !columns.fields.contains(candidate.field) {
                columns.fields[candidate.column] = candidate.field
            }
        }
        columns.order.reserveCapacity(words.count)
        for field in kind.fields.indices {
            if let column = columns.fields.firstIndex(of: field) { columns.order.append(column) }
        }
        return columns
    }

    /// `Request ID`, `Risk-ID`.
    private func endsInID(_ name: Piece) -> Bool {
        let plain = tree.trimmed(name.plain)
        guard let last = tree.plain[plain].last, !last.isLetter || last | 0x20 == UInt8(ascii: "d")
        else { return false }
        return Words.normalised(tree.string(plain)).hasSuffix(" id")
    }

    private mutating func addRow(
        _ row: Int, _ cells: [Int], _ names: [String], _ columns: Columns, _ section: Int
    ) {
        guard let (fields, extra) = read(cells, names, columns, section) else { return }
        add(columns.kind, section, tree.nodes[row].range, fields, extra: extra)
    }

    /// What the cells of a row say of the item that it is; nil where it is none.
    private func read(
        _ cells: [Int], _ names: [String], _ columns: Columns, _ section: Int
    ) -> (fields: [Field], extra: [Field])? {
        let known = cells.prefix(columns.fields.count)
        guard known.contains(where: { !isNothing(tree.nodes[$0].text.plain) }) else { return nil }
        var fields: [Field] = []
        fields.reserveCapacity(columns.order.count + 2)
        for column in columns.order where column < cells.count {
            guard let number = columns.fields[column] else { continue }
            let declaration = columns.kind.fields[number]
            let cell = cells[column]
            fields.append(
                field(
                    declaration.name, declaration.traits, Piece(tree.nodes[cell].text),
                    at: tree.nodes[cell].range))
        }
        var extra: [Field] = []
        if !names.isEmpty {
            var rest: [Field.Entry] = []
            for (column, cell) in known.enumerated() where columns.fields[column] == nil {
                let text = cellText(cell)
                if columns.kind.rest == nil {
                    extra.append(
                        Field(name: names[column], value: .text(text.text), range: text.range))
                } else {
                    rest.append(Field.Entry(name: names[column], value: text))
                }
            }
            if let name = columns.kind.rest?.name, let first = rest.first, let last = rest.last {
                let range = SourceRange(first.value.range.start, last.value.range.end)
                fields.append(Field(name: name, value: .record(rest), range: range))
            }
        }
        addGroup(of: section, columns.kind, &fields)
        return (fields, extra)
    }

    /// A cell's whole text, with the range of all its bytes: an edit replaces the cell.
    func cellText(_ cell: Int) -> SourcedText {
        let plain = tree.trimmed(tree.nodes[cell].text.plain)
        return SourcedText(tree.string(plain), tree.nodes[cell].range)
    }

    /// The header of a table of two columns; nil of another and of one without a header.
    func headerRow(of table: Int) -> (name: Piece, value: Int)? {
        let header = tree.nodes[table].firstChild
        guard header >= 0, tree.nodes[header].flag else { return nil }
        let name = tree.nodes[header].firstChild
        let value = name < 0 ? -1 : tree.nodes[name].next
        guard value >= 0, tree.nodes[value].next < 0 else { return nil }
        return (Piece(tree.nodes[name].text), value)
    }

    /// `Field | Value` tables: each row is a label.
    func labelRows(of table: Int) -> [(name: Piece, value: Int)] {
        var rows: [(Piece, Int)] = []
        for row in tree.children(of: table) {
            let name = tree.nodes[row].firstChild
            let value = name < 0 ? -1 : tree.nodes[name].next
            guard value >= 0, tree.nodes[value].next < 0 else { return [] }
            if !tree.nodes[row].flag { rows.append((Piece(tree.nodes[name].text), value)) }
        }
        return rows
    }
}

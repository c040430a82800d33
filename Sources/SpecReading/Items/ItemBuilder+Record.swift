internal import SpecModel
internal import SpecVocabulary

/// An item as a table of two columns, a field a row: `| Risk | Fire |`, `| Impact | High |`. Its
/// header is the first of them, or says nothing of the item (`Field | Value`).
extension ItemBuilder {
    private struct Record {
        var kind: ItemKind
        var rows: [Row]

        var known: Int { rows.count { $0.field != nil } }
    }

    private struct Row {
        /// nil of a row that names no field.
        var field: String?
        var name: Int
        var value: Int
    }

    /// Reads a table that says the fields of one item, or without a header one endpoint a row.
    /// - Returns: whether it is such a table.
    mutating func addRecord(_ table: Int, _ section: Int, kinds: [KindID]) -> Bool {
        guard let pairs = pairs(of: table) else { return false }
        if addRequests(pairs, section) { return true }
        var best: Record?
        for kind in kinds {
            guard let record = record(pairs, vocabulary[kind]) else { continue }
            if record.known > best?.known ?? 0 { best = record }
        }
        guard let best else { return false }
        add(best, tree.nodes[table].range, section, [])
        return true
    }

    /// The cells of all rows, the header first; nil of a table that has not two columns, or no rows.
    private func pairs(of table: Int) -> [(name: Int, value: Int)]? {
        var pairs: [(Int, Int)] = []
        var row = tree.nodes[table].firstChild
        while row >= 0 {
            let name = tree.nodes[row].firstChild
            let value = name < 0 ? -1 : tree.nodes[name].next
            guard value >= 0, tree.nodes[value].next < 0 else { return nil }
            pairs.append((name, value))
            row = tree.nodes[row].next
        }
        return pairs.count > 1 ? pairs : nil
    }

    /// The rows as fields of a kind; nil where most name none, two name one, or the item would lack
    /// what the kind needs.
    private func record(_ pairs: [(name: Int, value: Int)], _ kind: ItemKind) -> Record? {
        var rows = pairs.map { pair in
            Row(
                field: fieldName(Piece(tree.nodes[pair.name].text), kind), name: pair.name,
                value: pair.value)
        }
        let header = rows[0]
        if header.field == nil {
            // `Field | Value`: the rows must say which item it is.
            guard rows.contains(where: { $0.field == kind.mainField }) else { return nil }
            rows.removeFirst()
        } else if fieldName(Piece(tree.nodes[header.value].text), kind) != nil
            || tree.nodes[header.value].text.plain.isEmpty
        {
            return nil
        }
        let named = rows.compactMap(\.field)
        let isHeader = header.field != nil
        let (count, all) = isHeader ? (named.count - 1, rows.count - 1) : (named.count, rows.count)
        guard named.count > 1, count * 2 > all, Set(named).count == named.count,
            kind.needs.allSatisfy({ named.contains($0.name) })
        else { return nil }
        return Record(kind: kind, rows: rows)
    }

    private mutating func add(
        _ record: Record, _ range: SourceRange, _ section: Int, _ known: [Field]
    ) {
        var fields = known
        var extra: [Field] = []
        var counts: [String: Int] = [:]
        for row in record.rows {
            let cell = tree.nodes[row.value]
            if let name = row.field, !fields.contains(where: { $0.name == name }) {
                let traits = record.kind.traits(of: name)
                fields.append(field(name, traits, Piece(cell.text), at: cell.range))
            } else {
                let name = tree.string(tree.trimmed(tree.nodes[row.name].text.plain))
                let text = cellText(row.value)
                counts[name, default: 0] += 1
                let count = counts[name] ?? 1
                extra.append(
                    Field(
                        name: count == 1 ? name : "\(name) (\(count))", value: .text(text.text),
                        range: text.range))
            }
        }
        addGroup(of: section, record.kind, &fields)
        add(record.kind, section, range, fields, extra: extra)
    }

    /// What the header of a table below an item's heading says of the item: nothing where it is
    /// `Field | Value`.
    func headerFields(of table: Int, _ kind: ItemKind) -> [Field] {
        guard let header = headerRow(of: table) else { return [] }
        let cell = tree.nodes[header.value]
        if let name = fieldName(header.name, kind) {
            guard !cell.text.plain.isEmpty, fieldName(Piece(cell.text), kind) == nil else {
                return []
            }
            return [field(name, kind.traits(of: name), Piece(cell.text), at: cell.range)]
        }
        guard kind.id == .endpoint else { return [] }
        return requestFields((tree.nodes[cell.parent].firstChild, header.value), kind)
    }

    // MARK: endpoints

    /// `| GET | /x |` as a header: the endpoint that the rows below are of, or the first of some.
    private mutating func addRequests(_ pairs: [(name: Int, value: Int)], _ section: Int) -> Bool {
        let kind = vocabulary[.endpoint]
        let first = requestFields(pairs[0], kind)
        guard !first.isEmpty else { return false }
        let requests = pairs.map { requestFields($0, kind) }
        if requests.allSatisfy({ !$0.isEmpty }) {
            for (pair, fields) in zip(pairs, requests) {
                add(kind, section, tree.nodes[tree.nodes[pair.name].parent].range, fields)
            }
            return true
        }
        let rows = pairs.dropFirst().map { pair in
            Row(
                field: fieldName(Piece(tree.nodes[pair.name].text), kind), name: pair.name,
                value: pair.value)
        }
        let record = Record(kind: kind, rows: rows)
        guard record.known * 2 >= rows.count else { return false }
        let header = tree.nodes[tree.nodes[pairs[0].name].parent].range
        let end = tree.nodes[pairs.last?.value ?? pairs[0].value].range.end
        add(record, SourceRange(header.start, max(header.end, end)), section, first)
        return true
    }

    /// The method and the path that a row says, in a cell each or both in the first.
    private func requestFields(_ pair: (name: Int, value: Int), _ kind: ItemKind) -> [Field] {
        let name = tree.trimmed(Piece(tree.nodes[pair.name].text))
        let value = tree.trimmed(Piece(tree.nodes[pair.value].text))
        if value.plain.isEmpty {
            let fields = methodAndPath(name, kind)
            return fields.count == 2 ? fields : []
        }
        guard isMethod(tree.plain[name.plain], inCapitals: true),
            tree.plain[value.plain].first == UInt8(ascii: "/")
        else { return [] }
        return [
            field("method", kind.traits(of: "method"), name, at: tree.nodes[pair.name].range),
            field("path", kind.traits(of: "path"), value, at: tree.nodes[pair.value].range),
        ]
    }
}

internal import SpecModel
internal import SpecVocabulary

/// What the blocks below a heading, or a paragraph that stands for one, say of an item: labels,
/// labelled bullets, lists, code and tables.
extension ItemBuilder {
    /// What the blocks below a heading say.
    struct Body {
        var fields: [Field] = []
        /// The first paragraph without a label.
        var prose: Piece?
        /// Lines of code blocks: the first one of an HTTP example names the endpoint.
        var code: [Int] = []
    }

    func body(
        of section: Int, _ kind: ItemKind, _ labels: [(section: Int, field: String)]
    ) -> Body {
        var body = body(of: contents[section], kind)
        if labels.isEmpty { return body }
        for label in labels {
            if let field = labelledField(label.section, label.field, kind) {
                body.fields.append(field)
            }
        }
        body.fields = merged(body.fields)
        return body
    }

    /// Labels in bold, or as plain `Name: value` where the name is one of the kind's own; bold
    /// text with such a name and nothing behind it is one without a colon, too.
    func labels(in text: InlineText, _ kind: ItemKind) -> [Label] {
        let labels = tree.labels(in: text)
        guard labels.isEmpty else { return labels }
        if let name = boldName(of: text), name == tree.trimmed(text.plain),
            let field = fieldName(Piece(name, of: text), kind), field != kind.mainField
        {
            let end = text.plain.upperBound
            return [Label(name: Piece(name, of: text), value: Piece(end..<end, of: text))]
        }
        return tree.plainLabels(in: text) { name in
            fieldName(Piece(name, of: text), kind)
                .map { $0 != kind.mainField || Self.shortNamed.contains(kind.id) } ?? false
        }
    }

    /// Kinds whose main field is a word or two, and no text that may begin with any name.
    private static let shortNamed: [KindID] = [.endpoint, .signoff]

    /// Reads blocks as labels and values. A label without a value on its line takes the next block.
    func body(of blocks: ArraySlice<Int>, _ kind: ItemKind) -> Body {
        var body = Body()
        var open: String?
        var label: Piece?
        for block in blocks {
            let node = tree.nodes[block]
            switch node.kind {
            case .paragraph:
                let labels = labels(in: node.text, kind)
                if labels.isEmpty {
                    if let name = open {
                        body.fields.append(field(name, kind, Piece(node.text)))
                    } else if body.prose == nil {
                        body.prose = Piece(node.text)
                    }
                    open = nil
                } else {
                    open = add(labels, kind, to: &body)
                    label = labels.last?.name
                }
            case .list:
                if let name = open {
                    body.fields.append(listField(name, kind, block))
                    open = nil
                } else {
                    for entry in tree.children(of: block) {
                        guard let text = entryText(entry) else { continue }
                        let labels = labels(in: text, kind)
                        guard let name = add(labels, kind, to: &body) else { continue }
                        if let nested = tree.firstChild(of: entry, .list) {
                            body.fields.append(listField(name, kind, nested))
                        } else if let code = tree.firstChild(of: entry, .code) {
                            let text = tree.code(of: code, in: source)
                            body.fields.append(
                                codeField(name, kind, text, under: labels.last?.name))
                        }
                    }
                }
            case .code:
                body.code.append(block)
                if let name = open {
                    let text = tree.code(of: block, in: source)
                    body.fields.append(codeField(name, kind, text, under: label))
                    open = nil
                }
            case .table:
                if let name = open {
                    body.fields.append(tableField(name, kind, block))
                    open = nil
                } else {
                    let header = headerFields(of: block, kind)
                    body.fields += header
                    for row in labelRows(of: block) {
                        guard let name = fieldName(row.name, kind) else { continue }
                        let cell = tree.nodes[row.value]
                        body.fields.append(
                            field(name, kind.traits(of: name), Piece(cell.text), at: cell.range))
                    }
                }
            default: open = nil
            }
        }
        body.fields = merged(body.fields)
        return body
    }

    /// A code block as a value; as an element of a list, behind the number in its label's brackets:
    /// `Error Response (400)`. The element then reaches from the label to the block's end.
    func codeField(
        _ name: String, _ kind: ItemKind, _ text: SourcedText, under label: Piece?
    ) -> Field {
        guard kind.traits(of: name).contains(.list) else { return field(name, kind, text) }
        var element = text
        if let label,
            let code = tree.string(label.plain).split(separator: "(").last?.filter(\.isNumber),
            !code.isEmpty
        {
            element.text = "\(code): \(text.text)"
            element.range.start = tree.range(of: label).start
        }
        return Field(name: name, value: .list([element]), range: element.range)
    }

    /// Fields with the elements of lists that have one name in one list; of others the first.
    private func merged(_ fields: [Field]) -> [Field] {
        let kept = unique(fields)
        if kept.count == fields.count { return fields }
        var lists: [String: [SourcedText]] = [:]
        for field in fields {
            if case .list(let elements) = field.value { lists[field.name, default: []] += elements }
        }
        return kept.map { field in
            guard case .list = field.value, let elements = lists[field.name] else { return field }
            var whole = field
            whole.value = .list(elements)
            whole.range.end = max(field.range.end, elements.last?.range.end ?? 0)
            return whole
        }
    }

    /// Adds labels with their values; gives the field of a last label that has none yet.
    private func add(_ labels: [Label], _ kind: ItemKind, to body: inout Body) -> String? {
        var open: String?
        for label in labels {
            open = nil
            guard let name = fieldName(label.name, kind) else { continue }
            if label.hasValue {
                body.fields.append(field(name, kind, label.value))
            } else {
                open = name
            }
        }
        return open
    }

    func fieldName(_ label: Piece, _ kind: ItemKind) -> String? {
        word(label).flatMap { vocabulary.field($0, of: kind) }.map(vocabulary.name(of:))
    }

    func listField(_ name: String, _ kind: ItemKind, _ list: Int) -> Field {
        let entries = tree.children(of: list).compactMap { entry in
            entryText(entry).map { tree.value($0.plain, of: $0) }
        }
        if kind.traits(of: name).contains(.list) {
            return Field(name: name, value: .list(entries), range: tree.nodes[list].range)
        }
        let joined = entries.map(\.text).joined(separator: "; ")
        return field(name, kind, SourcedText(joined, tree.nodes[list].range))
    }

    /// A table as a value: `400: The body does not match` for each of its rows.
    func tableField(_ name: String, _ kind: ItemKind, _ table: Int) -> Field {
        var rows: [SourcedText] = []
        for row in tree.children(of: table) where !tree.nodes[row].flag {
            let cells = tree.children(of: row).map(cellText).filter { !$0.text.isEmpty }
            // Without what a row has more than its table has columns.
            var range = tree.nodes[row].range
            if let first = cells.first, let last = cells.last {
                range = SourceRange(first.range.start, last.range.end)
            }
            rows.append(SourcedText(cells.map(\.text).joined(separator: ": "), range))
        }
        let range = tree.nodes[table].range
        if kind.traits(of: name).contains(.list) {
            return Field(name: name, value: .list(rows), range: range)
        }
        return field(name, kind, SourcedText(rows.map(\.text).joined(separator: "; "), range))
    }
}

internal import SpecModel

/// Plans that put in an item in the form of its neighbours: the checks take the first that reads as
/// what was asked for.
struct ItemPlanner {
    typealias NewField = EditRequest.NewField

    let layout: Layout
    let kind: String
    let fields: [NewField]
    let probe: (Change) -> [Item]

    private var spec: Spec { layout.spec }
    private var source: SourceText { layout.spec.source }
    private var parts: PartPlanner { PartPlanner(layout: layout) }

    /// So many neighbours are tried as a form, at most.
    private static let mostForms = 12

    func plans(_ anchor: EditRequest.Anchor) throws(EditRefusal) -> [Plan] {
        guard let (beside, isBehind) = neighbour(of: anchor) else {
            guard case .into(let section?) = anchor else {
                throw EditRefusal("there is no \(kind) to go beside")
            }
            return try plans(intoEmpty: section)
        }
        let place: EditRequest.Anchor =
            isBehind ? .after(.item(beside)) : .before(.item(beside))
        let extent = try layout.extent(of: .item(beside))
        switch extent.form {
        case .row: return try rows(beside, extent, isBehind)
        case .entry, .section, .lines, .yaml:
            let target = try parts.place(place, for: extent)
            return forms(like: beside, extent).map { plan(at: target, $0) }
        }
    }

    /// The item that it goes beside; nil where a section has none of the kind.
    private func neighbour(of anchor: EditRequest.Anchor) -> (item: Int, isBehind: Bool)? {
        switch anchor {
        case .before(.item(let item)): return (item, false)
        case .after(.item(let item)): return (item, true)
        case .into(let section):
            let last = spec.items.indices.last { index in
                guard spec.items[index].kind == kind, let section else {
                    return spec.items[index].kind == kind
                }
                let own = spec.items[index].section
                return own == section || own.map { layout.isBelow($0, section) } ?? false
            }
            return last.map { ($0, true) }
        default: return nil
        }
    }

    // MARK: rows

    private func rows(
        _ beside: Int, _ extent: Extent, _ isBehind: Bool
    ) throws(EditRefusal) -> [Plan] {
        guard let row = layout.row(around: spec.items[beside].range),
            let (table, place) = layout.table(ofRow: row)
        else { throw EditRefusal("the table of this \(kind) cannot be written into") }
        let known = layout.columns(ofRow: row, table)
        let offset = isBehind ? extent.lines.end : extent.lines.start
        return try rows(
            table, like: place < 0 ? table.header : table.rows[place], at: offset
        ) { known.column(of: $0, kind) }
    }

    /// A level in the words of the items beside it.
    private func spelled(_ field: NewField) -> String {
        let known = spec.items.lazy.filter { $0.kind == kind }.compactMap { $0.field(field.name) }
        guard let like = known.first(where: { $0.meaning == .level }) else { return field.value }
        return Spelling(spec).level(field.value, of: kind, field.name, as: like.text ?? "")
    }

    private func rows(
        _ table: Table, like line: TableLine, at offset: Int, _ column: (String) -> Int?
    ) throws(EditRefusal) -> [Plan] {
        var texts: [Int: (text: String, field: NewField)] = [:]
        var unknown: [String] = []
        for field in fields {
            guard let number = column(field.name) ?? self.column(named: field.name, table) else {
                if !field.value.isEmpty { unknown.append(field.name) }
                continue
            }
            texts[number] = (spelled(field), field)
        }
        if let name = unknown.first {
            throw EditRefusal("the table has no column for \"\(name)\"")
        }
        let ways = max(1, texts.values.map { forms($0.text).count }.max() ?? 1)
        return (0..<ways).map { way in
            let cells = (0..<table.columns).map { number in
                let writer = CellWriter(table: table, row: nil, column: number)
                guard let (text, _) = texts[number] else { return writer.fresh("") }
                let forms = forms(text)
                return writer.fresh(MarkdownText.cell(forms[min(way, forms.count - 1)]))
            }
            let text =
                table.prefix + (line.hasFirstPipe ? "|" : "") + cells.joined(separator: "|")
                + (line.hasLastPipe || !line.hasFirstPipe ? "|" : "")
            return plan(at: .init(offset: offset, isApart: false), text)
        }
    }

    /// A level, a box or a text, as a cell of a new row says it.
    private func forms(_ text: String) -> [String] {
        if text == "true" || text == "false" {
            return Tick.forms(of: text == "true", insteadOf: "") + [text]
        }
        return [
            MarkdownText.escaped(text, isBlockStart: false), MarkdownText.fullyEscaped(text), text,
        ]
    }

    private func column(named name: String, _ table: Table) -> Int? {
        table.header.cells.firstIndex {
            source.text($0.content).lowercased() == name.lowercased()
        }
    }

    // MARK: in a section without such items

    private func plans(intoEmpty section: Int) throws(EditRefusal) -> [Plan] {
        let body = layout.body(of: section)
        let blocks = layout.children(of: nil).filter { body.contains(spec.blocks[$0].range) }
        for block in blocks where spec.blocks[block].kind == .table && !layout.isHTML(block) {
            guard let last = layout.rows(of: block).last, let table = layout.table(of: block)
            else { continue }
            let line = table.rows.last ?? table.header
            let end = max(spec.blocks[last].range.end, table.delimiter.range.end)
            let offset = source.lineLimit(at: max(0, end - 1))
            let names = probed(table, line, offset)
            if names.isEmpty { continue }
            return try self.rows(table, like: line, at: offset) { names[$0] }
        }
        return try entries(intoEmpty: section, blocks)
    }

    /// Which column holds which field: what marks in a row read as.
    private func probed(_ table: Table, _ line: TableLine, _ offset: Int) -> [String: Int] {
        let marks = (0..<table.columns).map { "probe\($0)x" }
        let text =
            table.prefix + (line.hasFirstPipe ? "| " : "") + marks.joined(separator: " | ")
            + (line.hasLastPipe || !line.hasFirstPipe ? " |" : "")
        let plan = plan(at: .init(offset: offset, isApart: false), text)
        var names: [String: Int] = [:]
        for item in probe(plan.changes[0]) where item.kind == kind {
            for field in item.fields + item.extra {
                if let number = marks.firstIndex(where: { field.text == $0 }) {
                    names[field.name] = number
                }
            }
        }
        return names
    }

    /// The entry of a list, which says an id and a text.
    private func entries(
        intoEmpty section: Int, _ blocks: [Int]
    ) throws(EditRefusal) -> [Plan] {
        let id = fields.first { $0.name == "id" && !$0.value.isEmpty }
        let texts = fields.filter { $0.name != "id" && !$0.value.isEmpty }
        guard texts.count == 1, let text = texts.first else {
            throw EditRefusal(
                "the section has no \(kind) whose form could be taken for one of \(texts.count) fields"
            )
        }
        let words = [
            MarkdownText.escaped(text.value, isBlockStart: id == nil),
            MarkdownText.fullyEscaped(text.value),
        ]
        let list = blocks.last { spec.blocks[$0].kind == .list }
        let last = list.flatMap { layout.children(of: $0).last }
        return words.map { words in
            let said =
                (id.map { MarkdownText.escaped($0.value, isBlockStart: true) + ": " } ?? "") + words
            guard let last,
                let target = try? parts.place(
                    .after(.block(last)),
                    for: Extent(form: .entry(block: last), lines: SourceRange(0, 0)))
            else {
                return SectionPlanner(layout: layout).plan(
                    appending: "- " + said, to: section, .item(kind: kind, fields))
            }
            return plan(at: target, marker(of: last, in: target) + said)
        }
    }

    /// What stands in front of an entry's text, with the number that the new one has.
    private func marker(of entry: Int, in target: PartPlanner.Target) -> String {
        let start = spec.blocks[entry].range.start
        var end = start
        while end < source.bytes.count, source.bytes[end] > 0x20 { end += 1 }
        while end < source.bytes.count, source.bytes[end] == 0x20 || source.bytes[end] == 0x09 {
            end += 1
        }
        let front = source.text(SourceRange(source.lineStart(at: start), start))
        var mark = source.text(SourceRange(start, end))
        if let (numbering, place) = parts.numbering(of: entry),
            let number = numbering.mark(of: entry)
        {
            mark =
                numbering.number(at: place + (target.isBehind ? 1 : 0))
                + source.text(SourceRange(number.end, end))
        }
        return front + mark
    }

    // MARK: entries, headings and paragraphs

    /// The text of the new item in the form of each neighbour, the nearest first.
    private func forms(like beside: Int, _ extent: Extent) -> [String] {
        let alike = spec.items.indices.filter { spec.items[$0].kind == kind && $0 != beside }
            .sorted { abs($0 - beside) < abs($1 - beside) }
        var forms: [String] = []
        for item in ([beside] + alike).prefix(Self.mostForms) {
            guard let other = try? layout.extent(of: .item(item)),
                Self.isAlike(other.form, extent.form)
            else { continue }
            forms += ItemForm(layout, item, other, fields).texts
        }
        return forms
    }

    private static func isAlike(_ one: Extent.Form, _ other: Extent.Form) -> Bool {
        switch (one, other) {
        case (.entry, .entry), (.section, .section), (.lines, .lines): true
        default: false
        }
    }

    // MARK: assembling

    private func plan(at target: PartPlanner.Target, _ text: String) -> Plan {
        let lines = LineChanges(layout: layout)
        let frame = lines.frame(at: target.offset, before: target.isApart, after: target.isApart)
        var body = text
        var changes: [Change] = []
        if let entry = target.entry, let (numbering, place) = parts.numbering(of: entry) {
            var order: [Int?] = numbering.entries
            let to = place + (target.isBehind ? 1 : 0)
            order.insert(nil, at: to)
            changes = numbering.changes(for: order)
            body = Self.numbered(text, numbering.number(at: to))
        }
        changes.append(.insertion(frame.lead + body + frame.tail, at: target.offset))
        var plan = Plan(changes, .item(kind: kind, fields))
        if changes.count == 1 { plan.changes[0].effect = .anything }
        return plan
    }

    /// An entry's text with another number.
    private static func numbered(_ text: String, _ number: String) -> String {
        let front = text.prefix { $0 == " " || $0 == ">" || $0 == "\t" }
        let rest = text.dropFirst(front.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? text : front + number + rest.dropFirst(digits.count)
    }
}

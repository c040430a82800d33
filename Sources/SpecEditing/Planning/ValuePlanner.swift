internal import SpecModel

/// Plans that give something that is there a new value.
struct ValuePlanner {
    let layout: Layout

    private var spec: Spec { layout.spec }
    private var source: SourceText { layout.spec.source }

    /// The ways to set a text, the plainest first; one without changes where it is there already.
    func plans(
        setting target: EditRequest.Target, to text: String
    ) throws(EditRefusal) -> [Plan] {
        switch target {
        case .field(let item, let name): return try plans(item, name, text)
        case .title(let section):
            let old = spec.sections[section]
            if same(old.title, text) { return [Plan([])] }
            return plans(target, text, at: old.titleRange, old: old.title).map { plan in
                var plan = plan
                // What a section is called says what it holds.
                plan.scope = old.range
                return plan
            }
        case .number(let section): return [try number(section, text)]
        case .metadata(let index):
            let field = spec.metadata[index]
            if same(field.value, text) { return [Plan([])] }
            if field.role == "status", spec.status?.range == field.range {
                if spec.status?.value == text { return [Plan([])] }
                let spelled = Spelling(spec).status(text, as: field.value)
                return plans(target, spelled, at: field.range, old: field.value)
            }
            return plans(target, text, at: field.range, old: field.value)
        case .name:
            guard let title = spec.title else { throw EditRefusal("the spec has no title to set") }
            if same(title.text, text) { return [Plan([])] }
            return plans(target, text, at: title.range, old: title.text)
        }
    }

    /// Ticks a box, or says yes where others say so in words.
    func plans(ticking target: EditRequest.Target, _ isTicked: Bool) throws(EditRefusal) -> [Plan] {
        guard case .field(let item, let name) = target,
            let field = spec.items[item].field(name)
        else { throw EditRefusal("there is no box to tick") }
        guard case .boolean(let old) = field.value else {
            throw EditRefusal("\"\(name)\" is no box to tick here")
        }
        if old == isTicked { return [Plan([])] }
        return Tick.forms(of: isTicked, insteadOf: source.text(field.range)).map { form in
            Plan(changes(of: field.range, to: form), .tick(target, isTicked))
        }
    }

    /// Markdown in a place.
    func plan(replacing range: SourceRange, with markdown: String) -> Plan {
        switch layout.context(of: range) {
        case .cell:
            let text = MarkdownText.cell(markdown)
            return Plan(changes(of: range, to: text, .anything))
        case .html, .code, .frontMatter, .text:
            let place = range.isEmpty ? layout.gap(at: range) : (range: range, blank: "")
            let text = source.adapted(markdown, at: range.start)
            return Plan([Change(place.range, place.blank + text, .anything)])
        }
    }

    private func plans(
        _ item: Int, _ name: String, _ text: String
    ) throws(EditRefusal) -> [Plan] {
        let target = EditRequest.Target.field(item: item, name: name)
        let held = spec.items[item]
        guard let field = held.field(name) ?? held.extra.first(where: { $0.name == name }) else {
            return try plans(adding: name, text, to: item)
        }
        if field.range == field.inherited?.range {
            throw EditRefusal("this item has no \"\(name)\" of its own to set")
        }
        guard let old = field.text else {
            throw EditRefusal("\"\(name)\" is no single text; use edit:replace")
        }
        if field.range.isEmpty, !old.isEmpty {
            throw EditRefusal(
                "the \"\(name)\" of this \(held.kind) is said elsewhere: change it there")
        }
        if same(old, text) || field.meaning == .level && field.level == text && !text.isEmpty {
            return [Plan([])]
        }
        let spelled =
            field.meaning == .level
            ? Spelling(spec).level(text, of: held.kind, name, as: old) : text
        if let missing = missingCell(held, field) {
            let forms = TextForms(
                spec: spec, layout: layout, range: field.range, old: old
            ).forms(of: spelled)
            return forms.map { Plan([missing.change($0)], .text(target, spelled)) }
        }
        if let link = destination(field.range, old) {
            return [text, MarkdownText.destination(text)].map {
                Plan(changes(of: link, to: $0), .text(target, text))
            }
        }
        return plans(target, spelled, at: field.range, old: old)
    }

    /// Where the address stands in a link that is all of a place.
    private func destination(_ range: SourceRange, _ address: String) -> SourceRange? {
        let link = spec.links.first {
            $0.range == range && $0.style == .inline && $0.target == address
        }
        return link.flatMap { _ in source.last(address, in: range) }
    }

    private func plans(
        _ target: EditRequest.Target, _ text: String, at range: SourceRange, old: String
    ) -> [Plan] {
        let range = withoutComments(range)
        let isEmpty = MarkdownText.trimmed(text).isEmpty
        let place =
            old.isEmpty
            ? layout.gap(at: range) : (range: isEmpty ? withGap(range) : range, blank: "")
        return TextForms(spec: spec, layout: layout, range: range, old: old).forms(of: text).map {
            form in
            Plan(changes(of: place.range, to: place.blank + form), .text(target, text))
        }
    }

    /// A comment at the end of a text is no part of what it says.
    private func withoutComments(_ range: SourceRange) -> SourceRange {
        var range = range
        while source.text(range).hasSuffix("-->"), let start = source.last("<!--", in: range),
            start.start > range.start
        {
            range.end = start.start
            while range.end > range.start, source.bytes[range.end - 1] <= 0x20 { range.end -= 1 }
        }
        return range
    }

    /// With the blank in front of a text that ends its line, which would end it then.
    private func withGap(_ range: SourceRange) -> SourceRange {
        let start = range.start - 1
        guard layout.row(around: range) == nil, range.end == source.lineEnd(at: range.end),
            start > source.lineStart(at: range.start), source.bytes[start] == 0x20,
            source.bytes[start - 1] > 0x20
        else { return range }
        return SourceRange(start, range.end)
    }

    private func same(_ old: String, _ text: String) -> Bool {
        MarkdownText.trimmed(old).utf8.elementsEqual(MarkdownText.trimmed(text).utf8)
    }

    /// What changes where a text gives way to another one; in a table, the blanks behind it too.
    func changes(
        of range: SourceRange, to text: String, _ effect: Change.Effect = .value
    ) -> [Change] {
        guard let (table, row, column) = layout.cell(around: range) else {
            return [Change(range, text, effect)]
        }
        let cell = (row < 0 ? table.header : table.rows[row]).cells[column]
        let writer = CellWriter(table: table, row: row, column: column)
        let isWhole = cell.content.isEmpty || range == cell.content
        guard isWhole || cell.content.contains(range) else { return [Change(range, text, effect)] }
        let content =
            isWhole
            ? text
            : source.text(SourceRange(cell.content.start, range.start)) + text
                + source.text(SourceRange(range.end, cell.content.end))
        let blanks = writer.blanks(around: content, insteadOf: cell)
        if blanks.after.isEmpty, content.hasSuffix("\\"), range.end == cell.content.end || isWhole {
            return changes(of: range, to: CellWriter.closed(text), effect)
        }
        let before = source.text(SourceRange(cell.outer.start, cell.content.start))
        let after = source.text(SourceRange(cell.content.end, cell.outer.end))
        if !cell.content.isEmpty, blanks == (before, after) { return [Change(range, text, effect)] }
        if !cell.content.isEmpty, blanks.before == before {
            let rest = source.text(SourceRange(range.end, max(range.end, cell.content.end)))
            return [
                Change(
                    SourceRange(range.start, cell.outer.end), text + rest + blanks.after, effect)
            ]
        }
        return [Change(cell.outer, blanks.before + content + blanks.after, effect)]
    }

    /// A row may have fewer cells than its table has columns; what it lacks reads as empty at its end.
    private func missingCell(_ item: Item, _ field: Field) -> MissingCell? {
        guard field.range.isEmpty, let row = layout.row(around: item.range), !layout.isHTML(row),
            let (table, place) = layout.table(ofRow: row), place >= 0,
            field.range.start >= table.rows[place].range.end
        else { return nil }
        let columns = layout.columns(ofRow: row, table)
        guard let column = columns.column(of: field.name, item.kind),
            column >= table.rows[place].cells.count
        else { return nil }
        return MissingCell(line: table.rows[place], column: column)
    }

    /// Where an id goes that the document does not have: in front of the text of a list entry or a
    /// heading, as in "FR-4: text". A table needs a column.
    private func plans(
        adding name: String, _ text: String, to item: Int
    ) throws(EditRefusal) -> [Plan] {
        let held = spec.items[item]
        if name == "id", let anchor = held.field("text"), !anchor.range.isEmpty,
            layout.row(around: anchor.range) == nil
        {
            let form = TextForms(
                spec: spec, layout: layout, range: anchor.range, old: ""
            ).forms(of: text)
            let place = SourceRange(anchor.range.start, anchor.range.start)
            return form.map {
                Plan(
                    [Change(place, $0 + ": ")],
                    .text(.field(item: item, name: "id"), text))
            }
        }
        throw EditRefusal("this \(held.kind) has no \"\(name)\" in the document to set")
    }

    private func number(_ section: Int, _ text: String) throws(EditRefusal) -> Plan {
        let heading = spec.sections[section]
        let target = EditRequest.Target.number(section: section)
        if heading.number ?? "" == text { return Plan([]) }
        guard
            text.isEmpty
                || text.unicodeScalars.allSatisfy({
                    $0 == "."
                        || $0.isASCII
                            && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                })
        else { throw EditRefusal("\"\(text)\" is no number of a heading") }
        let place = SourceRange(heading.titleRange.start, heading.titleRange.start)
        guard let old = heading.number else {
            let gap = HeadingForm(layout).gap(behind: text)
            return Plan([Change(place, text + gap)], .text(target, text))
        }
        let front = SourceRange(heading.headingRange.start, heading.titleRange.start)
        guard let found = source.last(old, in: front) else {
            throw EditRefusal("the number of this heading cannot be found")
        }
        let end = text.isEmpty ? heading.titleRange.start : found.end
        return Plan([Change(SourceRange(found.start, end), text)], .text(target, text))
    }
}

extension SourceText {
    /// Where words last stand in a range.
    func last(_ words: String, in range: SourceRange) -> SourceRange? {
        let words = Array(words.utf8)
        guard !words.isEmpty, words.count <= range.count else { return nil }
        return (range.start...range.end - words.count).last {
            bytes[$0..<$0 + words.count].elementsEqual(words)
        }.map { SourceRange($0, $0 + words.count) }
    }
}

/// A cell that a row does not have.
private struct MissingCell {
    let line: TableLine
    let column: Int

    /// The row gets the cells up to it, and ends as it did.
    func change(_ text: String) -> Change {
        var added = line.hasLastPipe ? "" : " |"
        for _ in line.cells.count..<column { added += " |" }
        added += text.isEmpty ? " " : " \(text) "
        if line.hasLastPipe { added += "|" }
        let place = line.range.end
        return Change(SourceRange(place, place), added)
    }
}

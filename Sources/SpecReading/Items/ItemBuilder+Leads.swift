internal import SpecModel
internal import SpecVocabulary

/// Items as a paragraph that stands for a heading, `**Option A: Buy**` or `FR-1: Users pay`, with
/// what the blocks behind it say in labels and lists.
extension ItemBuilder {
    /// A paragraph that leads an item.
    struct Lead {
        /// Its place, and where the next lead, or the section's end, is.
        var places: Range<Int>
        /// All of it but the labels on its last lines.
        var text: InlineText
        /// What stands on those.
        var fields: [Field]
    }

    /// The paragraphs that lead items of a kind in a section. A bold paragraph leads one where it
    /// says so (`**Option A**`, `**Risk:** Fire`, `**FR-1**`), or else where labels of the kind
    /// follow it. None where a table lists the kind.
    mutating func leads(of section: Int, _ role: SectionRole?) -> [Lead] {
        guard let id = role?.headings, id != .entity, id != .term else { return [] }
        let blocks = contents[section]
        let kind = vocabulary[id]
        guard blocks.contains(where: { mayLead($0, kind) }) else { return [] }
        guard kind.id == .phase || !hasTable(in: section, role?.tables ?? []) else { return [] }
        let starts = starts(in: section, kind)
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : blocks.endIndex
            let text = tree.nodes[blocks[starts[index]]].text
            let behind = fieldsBehindText(of: text, kind)
            return Lead(places: starts[index]..<end, text: behind.text, fields: behind.fields)
        }
    }

    /// A paragraph that begins in bold, or with a capital or a bracket, as ids do.
    private func mayLead(_ block: Int, _ kind: ItemKind) -> Bool {
        guard tree.nodes[block].kind == .paragraph else { return false }
        let text = tree.nodes[block].text
        guard !text.isEmpty else { return false }
        return boldName(of: text) != nil
            || (kind.hasField("id") && leadingID(of: text)?.isMarked == true)
    }

    /// The bold text that a paragraph begins with, without a colon at its end.
    func boldName(of text: InlineText) -> Range<Int>? {
        guard let first = text.spans.first, tree.spans[first].kind == .strong,
            tree.spans[first].plain.lowerBound == text.plain.lowerBound
        else { return nil }
        var name = tree.trimmed(tree.spans[first].plain)
        if !name.isEmpty, let count = tree.colonEnding(name) {
            name = tree.trimmed(name.lowerBound..<(name.upperBound - count))
        }
        return name.isEmpty ? nil : name
    }

    /// Does a paragraph say that it is an item?
    private func isLead(_ block: Int, _ kind: ItemKind) -> Bool {
        let text = tree.nodes[block].text
        if kind.id == .phase { return isBoldStep(block, kind) }
        if kind.id == .endpoint {
            return methodAndPath(Piece(firstLine(of: text), of: text), kind).count == 2
        }
        if kind.hasField("id"), leadingID(of: text) != nil { return true }
        guard let name = boldName(of: text) else { return false }
        if kind.id == .question, isQuestion(Piece(name, of: text)) { return true }
        if tree.labels(in: text).first.map({ fieldName($0.name, kind) }) == kind.mainField {
            return true
        }
        return isNumbered(name, kind)
    }

    /// `Option A`, `Risk 2: Fire`: the name of the kind's main field, and a number or a letter.
    func isNumbered(_ name: Range<Int>, _ kind: ItemKind) -> Bool {
        let words = Words.normalised(tree.string(name)).split(separator: " ", maxSplits: 2)
        guard words.count > 1, words[1].first?.isNumber == true || words[1].utf8.count == 1 else {
            return false
        }
        return vocabulary.word(words[0]).flatMap { vocabulary.field($0, of: kind) }
            .map(vocabulary.name(of:)) == kind.mainField
    }

    /// A paragraph that begins with bold text that is no label of the kind.
    private func isBoldName(_ block: Int, _ kind: ItemKind) -> Bool {
        boldName(of: tree.nodes[block].text).map { name in
            fieldName(Piece(name, of: tree.nodes[block].text), kind) == nil
        } ?? false
    }

    /// The places of a section's leads. Of bold paragraphs that only labels behind them say to be
    /// one, those are that look like the one before, or whose labels that one has already.
    private func starts(in section: Int, _ kind: ItemKind) -> [Int] {
        let blocks = contents[section]
        let open = blocks.indices.filter { place in
            mayLead(blocks[place], kind)
                && (isLead(blocks[place], kind) || isBoldName(blocks[place], kind))
        }
        var starts: [Int] = []
        var said: Set<String> = []
        for (index, place) in open.enumerated() {
            let end = index + 1 < open.count ? open[index + 1] : blocks.endIndex
            let text = tree.nodes[blocks[place]].text
            let fields =
                fieldsBehindText(of: text, kind).fields
                + body(of: blocks[(place + 1)..<end], kind).fields
            let isOne =
                isLead(blocks[place], kind)
                || (kind.id != .phase && saysItem(fields, kind)
                    && !listsLabels(blocks[(place + 1)..<end], kind)
                    && (starts.last.map { shape(of: blocks[$0]) == shape(of: blocks[place]) }
                        ?? true || fields.contains { said.contains($0.name) }))
            if isOne {
                starts.append(place)
                said = []
            }
            said.formUnion(fields.map(\.name))
        }
        return starts
    }

    /// Do fields say that what bears them is an item of the kind, whatever its name? What many
    /// things have, as an owner or a priority, does not.
    func saysItem(_ fields: [Field], _ kind: ItemKind) -> Bool {
        if kind.id == .endpoint { return fields.contains { $0.name == "path" } }
        let own = kind.fields.filter { $0.name != kind.mainField }
        let telling = own.filter { !Self.common.contains($0.name) }
        let names = (telling.isEmpty ? own : telling).map(\.name)
        return fields.contains { names.contains($0.name) }
    }

    /// Does a label stand twice, as where each entry of a list is an item of its own?
    func listsLabels(_ blocks: ArraySlice<Int>, _ kind: ItemKind) -> Bool {
        var names: Set<String> = []
        func isRepeated(_ text: InlineText) -> Bool {
            labels(in: text, kind).contains { label in
                fieldName(label.name, kind).map { name in
                    !names.insert(name).inserted && !kind.traits(of: name).contains(.list)
                } ?? false
            }
        }
        return blocks.contains { block in
            switch tree.nodes[block].kind {
            case .paragraph: isRepeated(tree.nodes[block].text)
            case .list: tree.children(of: block).compactMap(entryText).contains(where: isRepeated)
            default: false
            }
        }
    }

    private static let common = [
        "id", "name", "text", "description", "owner", "status", "category", "type", "priority",
        "done",
    ]

    /// Where a bold name's colon stands: 0 within the bold text, 1 behind it, 2 nowhere.
    private func shape(of block: Int) -> Int {
        let text = tree.nodes[block].text
        guard let first = text.spans.first, let name = boldName(of: text) else { return 2 }
        let span = tree.spans[first].plain
        if tree.plain[name.upperBound..<span.upperBound].contains(UInt8(ascii: ":")) { return 0 }
        return tree.colon(at: span.upperBound, before: text.plain.upperBound) == nil ? 2 : 1
    }

    /// `**Redis** – a cache`, or bold text alone.
    func dashLabel(in text: InlineText) -> Label? {
        guard let name = boldName(of: text), let first = text.spans.first else { return nil }
        let rest = tree.trimmed(tree.spans[first].plain.upperBound..<text.plain.upperBound)
        if rest.isEmpty {
            return Label(name: Piece(name, of: text), value: Piece(rest, of: text))
        }
        let behind = tree.spans[first].plain.upperBound..<text.plain.upperBound
        guard let mark = separator(in: behind), mark.lowerBound <= rest.lowerBound else {
            return nil
        }
        let value = tree.trimmed(mark.upperBound..<behind.upperBound)
        return Label(name: Piece(name, of: text), value: Piece(value, of: text))
    }

    private func firstLine(of text: InlineText) -> Range<Int> {
        let end = tree.plain[text.plain].firstIndex { $0 == 0x0A || $0 == MarkdownTree.hardBreak }
        return text.plain.lowerBound..<(end ?? text.plain.upperBound)
    }

    // MARK: the item

    mutating func addLead(_ lead: Lead, _ section: Int, _ kind: ItemKind) {
        let block = contents[section][lead.places.lowerBound]
        let below = contents[section][lead.places.dropFirst()]
        let body = body(of: below, kind)
        let whole = Piece(lead.text)
        let parts = splitPrefix(whole)
        var fields = lead.fields + body.fields
        switch kind.id {
        case .endpoint:
            let line = Piece(firstLine(of: lead.text), of: lead.text)
            let named = methodAndPath(line, kind)
            fields = fields.filter { field in !named.contains { $0.name == field.name } } + named
            if named.isEmpty, let name = boldName(of: lead.text) {
                fields.append(field("name", kind, Piece(name, of: lead.text)))
            }
            if let text = body.prose { fields.append(field("description", kind, text)) }
        case .requirement, .quality, .risk, .question:
            fields.removeAll { $0.name == "text" || $0.name == "id" }
            let id = kind.hasField("id") ? leadingID(of: lead.text) : nil
            if let id {
                fields += identifiedFields(lead.text, kind, id)
            } else {
                var name = isPrefix(parts.prefix, kind) ? parts.name : whole
                if kind.id == .question, let question = boldName(of: lead.text) {
                    name = whole.part(question)
                }
                fields.append(field("text", kind, name))
            }
            addGroup(of: section, kind, &fields)
        case .phase:
            fields.removeAll { $0.name == "name" || $0.name == "tasks" }
            fields.append(field("name", kind, whole))
            fields += stepTasks(in: below).prefix(1)
        default:
            let isKnown = isPrefix(parts.prefix, kind)
            let (name, rest) = isKnown ? (parts.name, nil) : nameAndRest(of: lead.text, kind)
            fields.removeAll { $0.name == kind.mainField }
            fields.append(field(kind.mainField, kind, name))
            if let text = rest ?? body.prose, kind.hasField("description") {
                fields.append(field("description", kind, text))
            }
        }
        add(kind, section, tree.nodes[block].range, unique(fields))
        if kind.id == .phase { addTasks(in: below, section, tree.value(whole).text) }
    }

    /// `**Redis** – a cache` is `Redis` and `a cache`; where the bold text says no more than which
    /// one it is, as in `**Option A**: Redis`, the name is all of it.
    private func nameAndRest(of text: InlineText, _ kind: ItemKind) -> (name: Piece, rest: Piece?) {
        let whole = Piece(text)
        guard let name = boldName(of: text), let first = text.spans.first else {
            return (whole, nil)
        }
        var rest = tree.trimmed(tree.spans[first].plain.upperBound..<text.plain.upperBound)
        guard !rest.isEmpty else { return (whole.part(name), nil) }
        if let label = tree.labels(in: text).first,
            fieldName(label.name, kind) == kind.mainField
        {
            return (label.value, nil)
        }
        let words = Words.normalised(tree.string(name)).split(separator: " ")
        if words.count == 2, isNumbered(name, kind) { return (whole, nil) }
        if let label = tree.labels(in: text).first ?? dashLabel(in: text) {
            rest = label.value.plain
        }
        return (whole.part(name), rest.isEmpty ? nil : whole.part(rest))
    }
}

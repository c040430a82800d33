internal import SpecModel
internal import SpecVocabulary

/// Items as entries of a list.
extension ItemBuilder {
    mutating func addList(_ list: Int, _ section: Int, _ role: SectionRole?) {
        guard let role else { return }
        for entry in tree.children(of: list) {
            guard let text = entryText(entry) else { continue }
            if let kind = role.named.map({ vocabulary[$0] }), isNamed(text.plain, role) {
                taken[entry] = true
                add(
                    kind, section, entryRange(entry, text), [wholeField(kind.mainField, kind, text)]
                )
            } else if let kind = role.named.map({ vocabulary[$0] }), tree.labels(in: text).isEmpty,
                let cut = separator(in: text.plain),
                isNamed(text.plain.lowerBound..<cut.lowerBound, role)
            {
                taken[entry] = true
                let (name, rest) = (text.plain.lowerBound..<cut.lowerBound, cut.upperBound)
                add(
                    kind, section, entryRange(entry, text),
                    [
                        field(kind.mainField, kind, Piece(name, of: text)),
                        field("text", kind, Piece(rest..<text.plain.upperBound, of: text)),
                    ])
            } else if let kind = role.labelledList {
                if kind == .test || !listsElsewhere(section, role) {
                    addLabelled(entry, text, section, vocabulary[kind])
                }
            } else if role.bold == .phase {
                if !listsElsewhere(section, role) { addStep(entry, text, section) }
            } else if let kind = role.list {
                addEntry(entry, text, section, vocabulary[kind])
            }
        }
    }

    /// Is a text the name of a section that is itself of the kind?
    private func isNamed(_ plain: Range<Int>, _ role: SectionRole) -> Bool {
        vocabulary.role(of: tree.plain.span.extracting(plain), below: [role.id])?.itself
            == role.named
    }

    /// The text of an entry's own first paragraph.
    func entryText(_ entry: Int) -> InlineText? {
        let first = tree.nodes[entry].firstChild
        guard first >= 0, tree.nodes[first].kind == .paragraph else { return nil }
        return tree.nodes[first].text
    }

    /// An entry's own lines, without the entries nested below it.
    func entryRange(_ entry: Int, _ text: InlineText) -> SourceRange {
        SourceRange(tree.nodes[entry].range.start, text.range.end)
    }

    private mutating func addLabelled(
        _ entry: Int, _ text: InlineText, _ section: Int, _ kind: ItemKind
    ) {
        guard let label = tree.labels(in: text).first ?? dashLabel(in: text),
            kind.id != .test
                || Words.normalised(tree.string(label.name.plain)).split(separator: " ")
                    .contains(where: { isPrefix($0, kind) || $0 == "testing" })
        else { return }
        if let name = fieldName(label.name, kind), kind.id != .test {
            if name == kind.mainField { addEntry(entry, text, section, kind) }
            return
        }
        var fields = [field(kind.mainField, kind, label.name)]
        if label.hasValue, let name = fieldBehindName(of: kind) {
            fields.append(field(name, kind, label.value))
        }
        addFields(below: entry, kind, &fields)
        taken[entry] = true
        add(kind, section, entryRange(entry, text), fields)
    }

    /// Does a table or do headings list what a list with labels gives an overview of?
    private mutating func listsElsewhere(_ section: Int, _ role: SectionRole) -> Bool {
        if hasTable(in: section, role.tables) { return true }
        let next = section + 1
        return role.headings != nil && next < sections.count && sections[next].parent == section
            && roles[next] == nil
    }

    /// The field that says what stands behind an item's name.
    private func fieldBehindName(of kind: ItemKind) -> String? {
        let own = kind.fields.map(\.name)
        let known = ["text", "description"].first { own.contains($0) && $0 != kind.mainField }
        let next = own.firstIndex(of: kind.mainField).flatMap { own.dropFirst($0 + 1).first }
        return known ?? next.flatMap { kind.traits(of: $0).contains(.level) ? nil : $0 }
    }

    private mutating func addEntry(
        _ entry: Int, _ whole: InlineText, _ section: Int, _ kind: ItemKind
    ) {
        guard let (fields, range) = read(entry, whole, section, kind) else { return }
        taken[entry] = true
        add(kind, section, range, fields)
    }

    /// What an entry says of the item that it is, and where the item stands; nil where it is none.
    private func read(
        _ entry: Int, _ whole: InlineText, _ section: Int, _ kind: ItemKind
    ) -> (fields: [Field], range: SourceRange)? {
        guard !isNothing(whole.plain) else { return nil }
        var fields: [Field]
        let labelled = fieldsBehindText(of: whole, kind)
        let text = labelled.text
        switch kind.id {
        case .term: fields = termFields(text, kind)
        case .flag: fields = splitFields(text, kind, "name", "description")
        case .endpoint: fields = endpointFields(ofEntry: text, kind)
        case .reference: fields = referenceFields(text, kind)
        case .dependency: fields = dependencyFields(text, kind)
        case .alert: fields = [wholeField("condition", kind, text)]
        case .revision: fields = revisionFields(text, kind)
        case .signoff:
            let isTask = tree.nodes[entry].task != nil
            fields = signoffFields(text, kind, isTask: isTask)
        default: fields = identifiedFields(text, kind, leadingID(ofEntry: entry, text))
        }
        guard !fields.isEmpty else { return nil }
        fields += labelled.fields
        addFields(below: entry, kind, &fields)
        if let task = tree.nodes[entry].task,
            let name = ["done", "approved"].first(where: kind.hasField)
        {
            fields.append(Field(name: name, value: .boolean(task), range: boxRange(entry)))
        }
        addGroup(of: section, kind, &fields)
        var range = entryRange(entry, whole)
        // An endpoint is where its method stands, on whatever line of the entry.
        if kind.id == .endpoint, let first = fields.first,
            source.lineIndex(of: first.range.start) > source.lineIndex(of: range.start)
        {
            range.start = first.range.start
        }
        return (fields, range)
    }

    /// All of an entry's text, with the markup around it.
    func wholeField(_ name: String, _ kind: ItemKind, _ text: InlineText) -> Field {
        field(name, kind.traits(of: name), Piece(text), at: text.range)
    }

    /// The box of a task: `[ ]`.
    func boxRange(_ entry: Int) -> SourceRange {
        let start = tree.nodes[entry].range.start
        let end =
            tree.nodes[entry].firstChild >= 0
            ? tree.nodes[tree.nodes[entry].firstChild].range.start : tree.nodes[entry].range.end
        let open = source.bytes[start..<max(start, end)].firstIndex(of: UInt8(ascii: "[")) ?? start
        return SourceRange(open, min(open + 3, source.bytes.count))
    }

    // MARK: kinds that an entry says more of

    /// `name: description`, `name — description`, `name - description`.
    func splitFields(
        _ text: InlineText, _ kind: ItemKind, _ first: String, _ second: String
    ) -> [Field] {
        guard let cut = separator(in: text.plain) else {
            return [field(first, kind, Piece(text))]
        }
        return [
            field(first, kind, Piece(text.plain.lowerBound..<cut.lowerBound, of: text)),
            field(second, kind, Piece(cut.upperBound..<text.plain.upperBound, of: text)),
        ]
    }

    /// The first `: `, ` — `, ` – ` or ` - ` of a text.
    func separator(in range: Range<Int>) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            switch tree.plain[index] {
            case UInt8(ascii: ":"), 0xEF:
                if let count = tree.colon(at: index, before: range.upperBound),
                    count == 3 || index + 1 == range.upperBound || tree.plain[index + 1] == 0x20
                {
                    return index..<(index + count)
                }
            case 0x20:
                if let count = dash(at: index + 1, before: range.upperBound) {
                    return index..<(index + 1 + count)
                }
            default: break
            }
            index += 1
        }
        return nil
    }

    private func dash(at index: Int, before end: Int) -> Int? {
        guard index + 1 < end else { return nil }
        if tree.plain[index] == UInt8(ascii: "-"), tree.plain[index + 1] == 0x20 { return 2 }
        guard index + 3 < end, tree.plain[index] == 0xE2, tree.plain[index + 1] == 0x80,
            tree.plain[index + 2] == 0x93 || tree.plain[index + 2] == 0x94,
            tree.plain[index + 3] == 0x20
        else { return nil }
        return 4
    }

    /// `[^1]: A book`, a footnote below references.
    mutating func addReference(_ footnote: Int, _ section: Int, _ kind: ItemKind) {
        let first = tree.nodes[footnote].firstChild
        guard first >= 0, tree.nodes[first].kind == .paragraph else { return }
        let fields = referenceFields(tree.nodes[first].text, kind)
        add(kind, section, tree.nodes[footnote].range, fields)
    }

    private func referenceFields(
        _ text: InlineText, _ kind: ItemKind
    ) -> [Field] {
        if let link = tree.spans[text.spans].first(where: { $0.kind == .link }) {
            let name = tree.trimmed(link.plain)
            return [
                name.isEmpty
                    ? wholeField("text", kind, text) : field("text", kind, Piece(name, of: text)),
                Field(name: "url", value: .text(tree.urls[link.url]), range: text.range),
            ]
        }
        let whole = wholeField("text", kind, text)
        guard let url = tree.bareURL(in: text.plain) else { return [whole] }
        return [whole, field("url", kind, Piece(url, of: text))]
    }

    /// The name of a dependency is the whole entry, as the author wrote it; what stands behind its
    /// separator is a version or a purpose as well.
    private func dependencyFields(
        _ text: InlineText, _ kind: ItemKind
    ) -> [Field] {
        var fields = [wholeField("name", kind, text)]
        guard let cut = separator(in: text.plain) else { return fields }
        let rest = tree.trimmed(Piece(cut.upperBound..<text.plain.upperBound, of: text))
        guard !rest.plain.isEmpty else { return fields }
        let isVersion = ItemID.isVersion(tree.plain[rest.plain])
        fields.append(field(isVersion ? "version" : "purpose", kind, rest))
        return fields
    }
}

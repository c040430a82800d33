public import SpecModel

/// One value that a reference stands for.
struct Candidate: Sendable, Equatable {
    /// The author's text; `true` or `false` of a boolean.
    let text: String
    /// The level or the status that the text means.
    let word: String?
    let boolean: Bool?
    /// The day that the text says, `2026-03-01`.
    let date: String?
    /// Of a number field: the number that the text begins with, whatever its unit.
    let number: Double?

    init(
        _ text: String, word: String? = nil, boolean: Bool? = nil, date: String? = nil,
        number: Double? = nil
    ) {
        self.text = text
        self.word = word
        self.boolean = boolean
        self.date = date
        self.number = number
    }

    init(_ entry: MetadataField) { self.init(entry.value, date: entry.date) }

    init(_ value: Bool) { self.init(value ? "true" : "false", boolean: value) }

    var isPresent: Bool { boolean ?? !Folding.isBlank(text) }
}

extension FieldReference {
    /// The texts of a field as a column shows them: none where the document does not have it, one for
    /// each element of a list, `name: text` for each of several named texts.
    public func texts(of item: Item, in spec: Spec) -> [String] {
        if case .item(let name) = base, let field = item.field(name), entry == nil,
            case .record(let entries) = field.value
        {
            return entries.map { "\($0.name): \($0.value.text)" }
        }
        var work = Work()
        let texts = (values(of: item, in: spec, &work) ?? []).map(\.text)
        // An item stands in one section, though it is found by those above it too.
        return base == .item("section") && item.field("section") == nil
            ? Array(texts.prefix(1)) : texts
    }

    /// The values, paid for before anyone looks at them; nil where there is no work left.
    func values(of item: Item, in spec: Spec, _ work: inout Work) -> [Candidate]? {
        let values =
            switch base {
            case .item(let name): Self.values(name, entry, of: item, in: spec)
            case .column(let name): Self.column(name, of: item)
            case .spec(let name): Self.values(name, of: spec)
            case .metadata(let name): Self.metadata(name, of: spec)
            }
        let names =
            switch base {
            case .item, .spec: 0
            case .column: item.extra.reduce(0) { $0 + 4 + $1.name.utf8.count }
            case .metadata: spec.metadata.reduce(0) { $0 + 4 + $1.name.utf8.count }
            }
        let bytes = values.reduce(names + 4) { $0 + 4 + $1.text.utf8.count }
        return work.spend(bytes) ? values : nil
    }

    private static func values(
        _ name: String, _ entry: String?, of item: Item, in spec: Spec
    ) -> [Candidate] {
        if let field = item.field(name) { return values(of: field, entry) }
        switch name {
        case "key": return [Candidate(item.key)]
        case "kind": return [Candidate(item.kind)]
        case "line": return [Candidate("\(spec.source.lineIndex(of: item.range.start) + 1)")]
        case "placeholder": return [Candidate(item.isPlaceholder)]
        case "section": return sections(of: item, in: spec)
        case "title": return item.title.map { [Candidate($0)] } ?? []
        default: return []
        }
    }

    private static func values(of field: Field, _ entry: String?) -> [Candidate] {
        switch field.value {
        case .record(let entries):
            let wanted = entry.map(Folding.bytes)
            return entries.filter { wanted == nil || Folding.bytes($0.name) == wanted }
                .map { Candidate($0.value.text) }
        case _ where entry != nil: return []
        case .text(let text):
            return [
                Candidate(
                    field.inherited?.text ?? text, word: field.level, date: field.date,
                    number: field.number)
            ]
        case .boolean(let value): return [Candidate(value)]
        case .list(let elements): return elements.map { Candidate($0.text) }
        }
    }

    /// Titles and roles of the section that an item stands in and of those above it.
    private static func sections(of item: Item, in spec: Spec) -> [Candidate] {
        var values: [Candidate] = []
        var index = item.section
        while let at = index {
            values.append(Candidate(spec.sections[at].title, word: spec.sections[at].role))
            index = spec.sections[at].parent
        }
        return values
    }

    private static func column(_ name: String, of item: Item) -> [Candidate] {
        let wanted = Folding.bytes(name)
        return item.extra.filter { Folding.bytes($0.name) == wanted }.flatMap {
            values(of: $0, nil)
        }
    }

    private static func values(_ name: String, of spec: Spec) -> [Candidate] {
        switch name {
        case "path": return [Candidate(spec.path)]
        case "template": return spec.template.map { [Candidate($0)] } ?? []
        case "title" where spec.title != nil: return spec.title.map { [Candidate($0.text)] } ?? []
        case "status" where spec.status != nil:
            return spec.status.map { [Candidate($0.raw, word: $0.value)] } ?? []
        default:
            return spec.metadata.filter { $0.role == name }.map { Candidate($0) }
        }
    }

    private static func metadata(_ name: String, of spec: Spec) -> [Candidate] {
        let wanted = Folding.bytes(name)
        return spec.metadata.filter { Folding.bytes($0.name) == wanted }
            .map { Candidate($0) }
    }
}

internal import SpecModel
internal import SpecTemplates
internal import SpecVocabulary

/// A place of a template that somebody fills.
struct Blank {
    var range: SourceRange
    /// What it goes by: the title, the metadata field that it is the value of, its own words.
    var names: [String]
    /// Is it the day on which the spec is written?
    var isToday: Bool
    /// The values that it may have; empty where any will do.
    var options: [String] = []
}

/// The places of a template that somebody fills.
struct Blanks {
    private let spec: Spec
    private let schema: Schema?
    /// In document order, larger ones first.
    private(set) var all: [Blank] = []

    init(_ spec: Spec, _ schema: Schema?) {
        self.spec = spec
        self.schema = schema
        for placeholder in spec.placeholders { add(placeholder) }
        for field in spec.metadata { add(field) }
        all.sort { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
    }

    /// Every name: the title's and those of metadata first, in document order.
    var names: [String] {
        var names: [String] = []
        let ofDocument = all.filter(isOfDocument).flatMap(\.names)
        let dates = all.contains(where: \.isToday) ? ["date"] : []
        let others = all.filter { !isOfDocument($0) }.flatMap(\.names)
        for name in ofDocument + dates + others where !names.contains(name) { names.append(name) }
        return names
    }

    /// `Feature name` → `feature-name`.
    static func name(_ text: String) -> String {
        Words.normalised(text).split(separator: " ").joined(separator: "-")
    }

    private func isOfDocument(_ blank: Blank) -> Bool {
        spec.title?.range.contains(blank.range) ?? false
            || spec.metadata.contains { $0.range.contains(blank.range) }
    }

    private mutating func add(_ placeholder: Placeholder) {
        // What stands in metadata fills its whole value.
        if spec.metadata.contains(where: { $0.range.contains(placeholder.range) }) { return }
        var names: [String] = []
        if spec.title?.range.contains(placeholder.range) ?? false { names.append("title") }
        if let own = Self.name(of: placeholder) { names.append(own) }
        let isToday = names.contains("date") && !isSigned(placeholder.range)
        if isToday || !names.isEmpty, !(names == ["date"] && !isToday) {
            all.append(Blank(range: placeholder.range, names: names, isToday: isToday))
        }
    }

    /// The day of a signature is not the day on which the spec is written.
    private func isSigned(_ range: SourceRange) -> Bool {
        spec.items.contains { $0.kind == "signoff" && $0.range.contains(range) }
    }

    private mutating func add(_ field: MetadataField) {
        let inside = spec.placeholders.filter { field.range.contains($0.range) }
        let options = schema?.metadata.first { $0.name == field.name }?.options ?? []
        guard !inside.isEmpty || !options.isEmpty else { return }
        var names = [field.role, Self.name(field.name)].compactMap { $0 }
        if inside.count == 1, let own = Self.name(of: inside[0]), own != "date" {
            names.append(own)
        }
        all.append(
            Blank(
                range: field.range, names: names,
                isToday: ["date", "created", "updated"].contains(field.role), options: options))
    }

    /// What a placeholder calls itself; nil of choices, of `TBD` and of dates that say their form.
    private static func name(of placeholder: Placeholder) -> String? {
        guard ["bracket", "mustache", "angle"].contains(placeholder.style) else { return nil }
        let name = name(placeholder.text)
        return name.isEmpty ? nil : name
    }
}

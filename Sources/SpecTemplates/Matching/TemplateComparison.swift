internal import SpecModel
internal import SpecVocabulary

/// Holds a document against what its template asks for.
struct TemplateComparison {
    private let spec: Spec
    private let schema: Schema
    private let outline: SpecOutline
    private let tables: TableMatcher
    private let sections: SectionMatcher
    private let options: OptionReader

    init(_ document: ComparedDocument, _ schema: Schema) {
        self.schema = schema
        spec = document.outline.spec
        outline = document.outline
        tables = document.tables
        sections = SectionMatcher(schema, document)
        options = document.options
    }

    /// How much of the sections that the template requires the document has in their places, by
    /// their own names or synonyms: of all of them and of the outermost ones, whichever is less.
    var share: Double {
        let required = schema.sections.indices.filter { !schema.sections[$0].isOptional }
        let found = required.filter { place in
            guard let section = sections.found[place], !sections.isRenamed[place] else {
                return false
            }
            return sections.holder(of: section) == sections.anchor(of: place)
        }
        func share(_ wants: (Int) -> Bool) -> Double {
            Double(found.count(where: wants)) / Double(max(1, required.count(where: wants)))
        }
        return min(share { _ in true }, share { schema.sections[$0].parent == nil })
    }

    func match() -> TemplateMatch {
        var match = TemplateMatch(template: schema.name)
        match.sections = expectedSections()
        match.tables = expectedTables()
        match.metadata = expectedMetadata()
        match.values = chosenValues(match.metadata)
        return match
    }

    // MARK: sections

    private func expectedSections() -> [ExpectedSection] {
        var expected = schema.sections.indices.map(expectedSection)
        let groups = Dictionary(grouping: expected.indices) { expected[$0].parent }
        for places in groups.values { order(places, in: &expected) }
        for place in expected.indices where expected[place].section == nil {
            let offset = insertion(place, expected)
            expected[place].place = SourceRange(offset, offset)
        }
        return expected
    }

    private func expectedSection(_ place: Int) -> ExpectedSection {
        let section = schema.sections[place]
        var expected = ExpectedSection(
            title: section.title, number: section.number, level: section.level,
            role: section.role, isOptional: section.isOptional, hint: section.hint,
            parent: section.parent, place: SourceRange(0, 0))
        guard let found = sections.found[place] else { return expected }
        expected.section = found
        expected.isRenamed = sections.isRenamed[place]
        expected.duplicates = sections.duplicates(of: found)
        expected.place = spec.sections[found].headingRange
        if sections.holder(of: found) != sections.anchor(of: place) {
            expected.displacement = .parent
        }
        return expected
    }

    /// Finds which sections beside one another changed places, and what each comes after.
    private func order(_ places: [Int], in expected: inout [ExpectedSection]) {
        let present = places.filter {
            expected[$0].section != nil && expected[$0].displacement == nil
        }
        for stray in Order.strays(present.compactMap { expected[$0].section }) {
            expected[present[stray]].displacement = .order
        }
        var last: Int?
        for place in places {
            expected[place].after = last
            if expected[place].section != nil { last = place }
        }
    }

    /// Where a section that is missing would begin: behind the one that it comes after, else in front
    /// of the one that comes after it, else behind all that stands around it.
    private func insertion(_ place: Int, _ expected: [ExpectedSection]) -> Int {
        var before = expected[place].after
        while let other = before, expected[other].displacement != nil {
            before = expected[other].after
        }
        let next = expected.indices.dropFirst(place + 1).first {
            expected[$0].parent == expected[place].parent && expected[$0].section != nil
                && expected[$0].displacement == nil
        }
        let start = next.flatMap { expected[$0].section }
            .map { spec.sections[$0].headingRange.start }
        let outer = before.flatMap { expected[$0].section } ?? sections.anchor(of: place)
        var offset = outer.map { spec.sections[$0].range.end } ?? spec.source.bytes.count
        // A bold paragraph that acts as a heading stands inside of the section in front of it.
        if let start, start < offset || before == nil { offset = start }
        return min(offset, endOfText)
    }

    /// Behind the last byte that is no white space.
    private var endOfText: Int {
        let bytes = spec.source.bytes
        return (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    }

    // MARK: tables

    private func expectedTables() -> [ExpectedTable] {
        tables.headers.compactMap { header in
            let section =
                sections.taken[header.section] != nil
                ? header.section : sections.holder(of: header.section)
            guard let place = section.flatMap({ sections.taken[$0] }),
                let match = tables.match(header, with: schema.sections[place].tables)
            else { return nil }
            return ExpectedTable(
                section: place, missing: match.missing, columns: match.columns,
                place: header.range)
        }
    }

    // MARK: metadata

    private func expectedMetadata() -> [ExpectedMetadata] {
        let start = spec.title?.range ?? spec.source.lineRange(0)
        let keys = spec.metadata.map { Words.normalised($0.name) }
        let found = schema.metadata.map { field in
            spec.metadata.indices.first {
                field.role != nil && spec.metadata[$0].role == field.role
            }
                ?? keys.firstIndex(of: field.key)
        }
        let first = found.lazy.compactMap { $0 }.first
        var last = first.map { spec.metadata[$0].nameRange } ?? start
        return zip(schema.metadata, found).map { field, index in
            if let index { last = spec.metadata[index].nameRange }
            return ExpectedMetadata(
                name: field.name, role: field.role, isOptional: field.isOptional,
                hint: field.hint, options: field.options,
                value: index.map { spec.metadata[$0].value }, place: last)
        }
    }

    // MARK: values

    private func chosenValues(_ metadata: [ExpectedMetadata]) -> [ChosenValue] {
        var values: [ChosenValue] = []
        for expected in metadata where !expected.options.isEmpty && expected.value != nil {
            guard let field = spec.metadata.first(where: { $0.nameRange == expected.place }) else {
                continue
            }
            add(expected.name, field.value, expected.options, nil, field.range, to: &values)
        }
        let choices = Dictionary(grouping: schema.choices, by: \.kind)
        for (index, item) in spec.items.enumerated() where !item.isPlaceholder {
            for choice in choices[item.kind] ?? [] {
                guard
                    let field = item.field(choice.field)
                        ?? item.extra.first(where: { $0.name == choice.field }),
                    let text = field.text
                else { continue }
                add(choice.field, text, choice.options, index, field.range, to: &values)
            }
        }
        return values.sorted { $0.range.start < $1.range.start }
    }

    /// Adds what somebody chose; a place that is empty, says that there is nothing, or holds what
    /// the template left there, is no value.
    private func add(
        _ name: String, _ text: String, _ options: [String], _ item: Int?, _ range: SourceRange,
        to values: inout [ChosenValue]
    ) {
        let isOpen = spec.placeholders.contains { range.contains($0.range) }
        if isOpen || text.trimmed.isEmpty || self.options.isNothing(text) { return }
        values.append(
            ChosenValue(
                name: name, value: text, options: options,
                isOption: self.options.holds(text, options),
                item: item, range: range))
    }
}

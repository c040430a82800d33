internal import SpecModel
internal import SpecVocabulary

/// Derives from a template, read like any document, what it asks for.
struct SchemaReader {
    private let spec: Spec
    private let outline: SpecOutline
    private let vocabulary: Vocabulary
    private let hints: Hints
    private let options: OptionReader
    private var schema: Schema
    /// By section of the template, its place in the schema.
    private var places: [Int: Int] = [:]

    init(_ spec: Spec, name: String, _ vocabulary: Vocabulary) {
        self.spec = spec
        self.vocabulary = vocabulary
        outline = SpecOutline(spec)
        hints = Hints(spec)
        options = OptionReader(vocabulary)
        schema = Schema(name: name)
    }

    mutating func read() -> Schema {
        readSections()
        readTables()
        readMetadata()
        readChoices()
        readTexts()
        readShapes()
        return schema
    }

    // MARK: sections

    private mutating func readSections() {
        let items = Set(spec.items.map(\.range.start))
        var examples: Set<Int> = []
        var seen: [Title: Int] = [:]
        for index in outline.sections.prefix(Schema.headings) {
            let section = spec.sections[index]
            let parent = outline.parent(of: index)
            if parent.map(examples.contains) ?? false || isExample(section, items) {
                examples.insert(index)
                continue
            }
            let meaning = HeadingMeaning(section, vocabulary)
            let outer = parent.flatMap { places[$0] }
            // Nobody asks for a section twice.
            if let known = seen[Title(key: meaning.key, parent: outer)] {
                places[index] = known
                continue
            }
            guard schema.sections.count < Schema.limit else { return }
            let hint = hints.text(ofSection: index)
            places[index] = schema.sections.count
            seen[Title(key: meaning.key, parent: outer)] = schema.sections.count
            schema.sections.append(
                Schema.Section(
                    title: section.title.cut, number: section.number, level: section.level,
                    role: section.role, isOptional: isOptional(section, hint),
                    hint: hint, parent: outer, meaning: meaning))
        }
    }

    private struct Title: Hashable {
        var key: String
        var parent: Int?
    }

    /// Does a heading show how one of many is written, as `#### Component 1: [Name]` does? It holds
    /// a placeholder, or is an item and no section that the vocabulary knows.
    private func isExample(_ section: Section, _ items: Set<Int>) -> Bool {
        if section.role == nil, items.contains(section.headingRange.start) { return true }
        return spec.placeholders.contains { section.headingRange.contains($0.range) }
    }

    /// Metadata may stand in any form; its fields are asked for one by one.
    private func isOptional(_ section: Section, _ hint: String) -> Bool {
        section.isOptional || section.role == "metadata" || Hints.isOptional(hint)
    }

    // MARK: tables

    private mutating func readTables() {
        for header in outline.headers {
            guard let place = places[header.section],
                schema.sections[place].tables.count < Schema.tables
            else { continue }
            let columns = header.columns.filter { !$0.text.isEmpty }.map {
                Schema.Column(name: $0.text.cut, isOptional: Hints.isOptional($0.text))
            }
            let item = spec.items.first { header.table.contains($0.range) }
            if !columns.isEmpty {
                schema.sections[place].tables.append(
                    Schema.Table(columns: columns, kind: item?.kind))
            }
        }
    }

    // MARK: metadata

    private mutating func readMetadata() {
        for field in spec.metadata.prefix(Schema.limit) {
            let key = Words.normalised(field.name)
            let isKnown = schema.metadata.contains {
                $0.key == key || ($0.role != nil && $0.role == field.role)
            }
            if isKnown || key.isEmpty { continue }
            let hint = hints.text(ofValue: field.value)
            let line = spec.source.lineIndex(of: field.nameRange.start)
            schema.text.metadata.append(spec.source.text(spec.source.lineRange(line)))
            schema.metadata.append(
                Schema.Field(
                    name: field.name.cut, role: field.role,
                    isOptional: Hints.isOptional(field.name) || Hints.isOptional(hint),
                    hint: hint, options: options.options(in: field.value), key: key))
        }
    }

    // MARK: words and shapes

    /// A section's own words reach to the next one that is asked for; examples are among them.
    private mutating func readTexts() {
        var starts = places.map { (offset: start(ofSection: $0.key), place: $0.value) }
        starts.sort { $0.offset < $1.offset }
        let head = starts.first?.offset ?? spec.source.bytes.count
        schema.text.head = spec.source.text(SourceRange(0, head))
        schema.text.sections = Array(repeating: "", count: schema.sections.count)
        for (index, start) in starts.enumerated() where schema.text.sections[start.place].isEmpty {
            let end = index + 1 < starts.count ? starts[index + 1].offset : spec.source.bytes.count
            schema.text.sections[start.place] = spec.source.text(SourceRange(start.offset, end))
        }
    }

    private func start(ofSection index: Int) -> Int {
        let start = spec.sections[index].headingRange.start
        return spec.source.lineStarts[spec.source.lineIndex(of: start)]
    }

    private mutating func readShapes() {
        let shapes = ShapeReader(spec)
        schema.text.shapes = Array(repeating: [], count: schema.sections.count)
        for item in spec.items {
            guard let place = place(ofSection: item.section),
                !schema.text.shapes[place].contains(where: { $0.kind == item.kind })
            else { continue }
            schema.text.shapes[place].append(shapes.shape(of: item))
        }
    }

    /// Of a section, or the nearest one around it that is asked for.
    private func place(ofSection index: Int?) -> Int? {
        var index = index
        while let section = index {
            if let place = places[section] { return place }
            index = spec.sections[section].parent
        }
        return nil
    }

    // MARK: choices

    private mutating func readChoices() {
        for item in spec.items {
            for field in item.fields + item.extra {
                guard let text = field.text, schema.choices.count < Schema.limit else { continue }
                let isKnown = schema.choices.contains {
                    $0.kind == item.kind && $0.field == field.name
                }
                let options = isKnown ? [] : options.options(in: text)
                if options.isEmpty { continue }
                schema.choices.append(
                    Schema.Choice(kind: item.kind, field: field.name, options: options))
            }
        }
    }
}

import SpecModel

/// Builds a spec by hand, for tests of what happens to specs rather than of how they are read.
/// Texts are looked up in the document, each after the one before, so ranges are real.
struct SpecBuilder {
    var spec: Spec
    private var cursor = 0

    init(_ path: String = "spec.md", _ text: String) {
        spec = Spec(source: SourceText(path: path, bytes: Array(text.utf8)))
    }

    /// The first occurrence of a text at or after the last one found.
    private mutating func find(_ text: String) -> SourceRange {
        let bytes = Array(text.utf8)
        let source = spec.source.bytes
        var start = cursor
        while start + bytes.count <= source.count {
            if source[start..<(start + bytes.count)].elementsEqual(bytes) {
                cursor = start + bytes.count
                return SourceRange(start, start + bytes.count)
            }
            start += 1
        }
        preconditionFailure("the test's document does not hold \"\(text)\" after \(cursor)")
    }

    mutating func status(_ raw: String, _ value: String?) {
        let range = find(raw)
        spec.status = Status(raw: raw, value: value, range: range)
    }

    mutating func metadata(_ name: String, role: String?, _ value: String) {
        let nameRange = find(name)
        spec.metadata.append(
            MetadataField(
                name: name, role: role, value: value, nameRange: nameRange, range: find(value)))
    }

    mutating func section(_ title: String, level: Int, role: String? = nil, parent: Int? = nil) {
        let range = find(title)
        spec.sections.append(
            Section(
                title: title, number: nil, level: level, role: role, parent: parent,
                titleRange: range, headingRange: range,
                range: SourceRange(range.start, spec.source.bytes.count), isEmpty: false,
                isOptional: false, isImplicit: false))
    }

    mutating func placeholder(_ text: String, style: String = "bracket") {
        spec.placeholders.append(Placeholder(style: style, text: text, range: find(text)))
    }

    mutating func block(_ kind: Block.Kind, _ text: String) {
        spec.blocks.append(
            Block(kind: kind, range: find(text), parent: nil, section: nil))
    }

    /// A table row: each field with its text, which stands in the row in this order; level fields
    /// as `name=level`.
    mutating func row(
        _ kind: String, key: String, isPlaceholder: Bool = false, _ cells: [(String, String)]
    ) {
        var fields: [Field] = []
        for (name, text) in cells {
            let parts = name.split(separator: "=").map(String.init)
            fields.append(
                Field(
                    name: parts[0], value: .text(text), level: parts.dropFirst().first,
                    range: find(text)))
        }
        let line = fields.first.map { spec.source.lineIndex(of: $0.range.start) } ?? 0
        let range = spec.source.lineRange(line)
        for field in fields {
            spec.blocks.append(
                Block(kind: .tableCell, range: field.range, parent: nil, section: nil))
        }
        spec.items.append(
            Item(
                kind: kind, key: key, section: spec.sections.isEmpty ? nil : 0, range: range,
                fields: fields, extra: [], isPlaceholder: isPlaceholder))
    }
}

extension SpecBuilder {
    /// One approved spec with two risks and three requirements, one of them the template's.
    static func example(_ path: String = "spec.md") -> Spec {
        var builder = SpecBuilder(
            path,
            """
            # Checkout
            **Status:** Approved
            **Author:** R. Osei
            ## Risks
            | Card vault outage | High | Low |  |
            | Queue backlog | Medium | High | Alert at 500 |
            ## Requirements
            | FR-1 | Pays by card | P0 |
            | FR-2 | Refunds [Name] | High/Medium/Low |
            | FR-09 | [Description] | P2 |

            """)
        builder.status("Approved", "approved")
        builder.metadata("Author", role: "author", "R. Osei")
        builder.section("Risks", level: 2, role: "risks")
        builder.row(
            "risk", key: "risk:1",
            [
                ("text", "Card vault outage"), ("likelihood=high", "High"),
                ("impact=low", "Low"), ("mitigation", ""),
            ])
        builder.row(
            "risk", key: "risk:2",
            [
                ("text", "Queue backlog"), ("likelihood=medium", "Medium"),
                ("impact=high", "High"), ("mitigation", "Alert at 500"),
            ])
        builder.section("Requirements", level: 2, role: "functional-requirements")
        builder.row(
            "requirement", key: "FR-1",
            [("id", "FR-1"), ("text", "Pays by card"), ("priority=critical", "P0")])
        builder.row(
            "requirement", key: "FR-2",
            [("id", "FR-2"), ("text", "Refunds"), ("priority", "High/Medium/Low")])
        builder.row(
            "requirement", key: "FR-09", isPlaceholder: true,
            [("id", "FR-09"), ("text", "[Description]"), ("priority=medium", "P2")])
        builder.spec.match = .example
        builder.spec.links = [
            Link(style: .inline, text: "a", target: "b", range: SourceRange(0, 1))
        ]
        return builder.spec
    }
}

extension TemplateMatch {
    /// One of each part, with every field that it may have.
    static var example: TemplateMatch {
        var match = TemplateMatch(template: "ours.md")
        let place = SourceRange(0, 1)
        var section = ExpectedSection(
            title: "Risks", number: "1", level: 2, role: "risks", isOptional: false, hint: "hint",
            parent: nil, place: place)
        section.section = 0
        section.displacement = .order
        match.sections = [section]
        match.metadata = [
            ExpectedMetadata(
                name: "Author", role: "author", isOptional: false, hint: "", options: [],
                value: "R. Osei", place: place)
        ]
        match.tables = [
            ExpectedTable(
                section: 0, missing: ["Owner"],
                columns: [.init(name: "Risk", isExpected: true, range: place)], place: place)
        ]
        match.values = [
            ChosenValue(
                name: "impact", value: "Low", options: ["High", "Low"], isOption: true, item: 0,
                range: place)
        ]
        return match
    }
}

import SpecModel
import SpecQuery

/// The kinds, fields and roles of these tests; a kind of a team's own among them.
let names = QueryNames(
    kinds: [
        .init(
            name: "risk",
            fields: ["id", "text", "likelihood", "impact", "mitigation", "owner", "status"]),
        .init(name: "threat", fields: ["text", "likelihood", "impact", "mitigation"]),
        .init(name: "metric", fields: ["name", "current", "target", "method"]),
        .init(name: "question", fields: ["id", "text", "owner", "status", "done"]),
        .init(name: "alternative", fields: ["name", "pros", "cons"]),
        .init(name: "variable", fields: ["name", "values"]),
        .init(name: "revision", fields: ["version", "date", "author", "changes"]),
        .init(name: "slo", fields: ["title", "sli", "window"]),
        .init(name: "budget", fields: ["owner", "cost", "due", "priority"]),
    ],
    roles: ["author", "status", "title", "related-prd", "reviewers", "created"])

/// An item without the ranges that no query looks at.
func item(
    _ kind: String, _ key: String, section: Int? = nil, line: Int = 0, placeholder: Bool = false,
    extra: [(String, String)] = [], _ fields: (String, Field.Value, level: String?)...
) -> Item {
    Item(
        kind: kind, key: key, section: section, range: SourceRange(2 * line, 2 * line),
        fields: fields.map {
            Field(name: $0.0, value: $0.1, level: $0.level, range: SourceRange(0, 0))
        },
        extra: extra.map { Field(name: $0.0, value: .text($0.1), range: SourceRange(0, 0)) },
        isPlaceholder: placeholder)
}

/// An item of a kind that a vocabulary adds, its values read as it says.
func typed(
    _ key: String, _ cost: String, number: Bool, due: String, _ date: String?, above: String? = nil
) -> Item {
    let nowhere = SourceRange(0, 0)
    return Item(
        kind: "budget", key: key, section: nil, range: nowhere,
        fields: [
            Field(name: "owner", value: .text("Owner of \(key)"), range: nowhere),
            Field(
                name: "cost", value: .text(cost), meaning: number ? .number : .text, range: nowhere),
            Field(name: "due", value: .text(due), date: date, range: nowhere),
            Field(
                name: "priority", value: .text(""), level: above.map { _ in "critical" },
                inherited: above.map { SourcedText($0, nowhere) }, range: nowhere),
        ],
        extra: [], isPlaceholder: false, titleField: "owner")
}

func list(_ texts: String...) -> Field.Value {
    .list(texts.map { SourcedText($0, SourceRange(0, 0)) })
}

func record(_ entries: (String, String)...) -> Field.Value {
    .record(
        entries.map { Field.Entry(name: $0.0, value: SourcedText($0.1, SourceRange(0, 0))) })
}

/// One spec with an item for every sort of value; keys name them.
let spec: Spec = {
    let bytes = Array(String(repeating: "-\n", count: 40).utf8)
    var spec = Spec(source: SourceText(path: "docs/Pay.md", bytes: bytes))
    spec.title = SourcedText("Payments", SourceRange(0, 0))
    spec.template = "feature"
    spec.status = Status(raw: "In Review 🚧", value: "in-review", range: SourceRange(0, 0))
    for (name, role, value) in [
        ("Author", "author", "R. Osei"), ("PRD", "related-prd", "PRD-7"),
        ("Cost centre", nil, "4711"), ("Due", "created", "5 May 2026"),
    ] {
        spec.metadata.append(
            MetadataField(
                name: name, role: role, value: value,
                date: role == "created" ? "2026-05-05" : nil, nameRange: SourceRange(0, 0),
                range: SourceRange(0, 0)))
    }
    for (title, role, parent) in [
        ("Payments", nil, nil), ("Risks and Mitigations", "risks", 0), ("Card  vault", nil, 1),
    ] as [(String, String?, Int?)] {
        spec.sections.append(
            Section(
                title: title, number: nil, level: 1, role: role, parent: parent,
                titleRange: SourceRange(0, 0), headingRange: SourceRange(0, 0),
                range: SourceRange(0, 0), isEmpty: false, isOptional: false, isImplicit: false))
    }
    spec.items = [
        item(
            "risk", "r1", section: 1, line: 9,
            extra: [("Team", "Web"), ("Due date", "2026-03-01")],
            ("id", .text("R-1"), nil), ("text", .text("Card vault\noutage"), nil),
            ("likelihood", .text("3"), "medium"), ("impact", .text("🔴 H"), "high"),
            ("mitigation", .text(""), nil), ("owner", .text("Osei, Ruth"), nil)),
        item(
            "risk", "r2", section: 2, line: 10, extra: [("Team", "Ledger"), ("TEAM", "Web")],
            ("id", .text("R-2"), nil), ("text", .text("GEBÜHREN steigen"), nil),
            ("impact", .text("Very High"), "very-high"), ("mitigation", .text("Budget"), nil)),
        item(
            "risk", "r3", section: 1, line: 11, placeholder: true,
            ("text", .text("[Risk]"), nil), ("impact", .text("High/Medium/Low"), nil)),
        item("threat", "t1", ("text", .text("Replay"), nil), ("impact", .text("low"), "low")),
        item("metric", "m1", ("name", .text("p99"), nil), ("target", .text("250 ms"), nil)),
        item("metric", "m2", ("name", .text("Uptime"), nil), ("target", .text("99.9%"), nil)),
        item("metric", "m3", ("name", .text("Orders"), nil), ("target", .text("-2.50"), nil)),
        item("metric", "m4", ("name", .text("Range"), nil), ("target", .text("5-10"), nil)),
        item(
            "question", "q1", ("text", .text("Who \"pays\"?"), nil), ("done", .boolean(false), nil)),
        item("question", "q2", ("text", .text("How?"), nil), ("done", .boolean(true), nil)),
        item(
            "alternative", "a1", ("name", .text("Queue"), nil),
            ("pros", list("Fast", "Cheap"), nil),
            ("cons", list(), nil)),
        item(
            "variable", "v1", ("name", .text("URL"), nil),
            ("values", record(("Staging", "s.example"), ("Production", "p.example")), nil)),
        item("revision", "d1", ("date", .text("2026-01-31"), nil), ("author", .text("Osei"), nil)),
        item("revision", "d2", ("date", .text("2025-12-01T10:00"), nil)),
        item("revision", "d3", ("date", .text("31.12.2025"), nil)),
        typed("b1", "1,200 €", number: true, due: "March 1, 2026", "2026-03-01"),
        typed("b2", "90 €", number: true, due: "2026-05-02", "2026-05-02", above: "Must (P0)"),
        typed("b3", "1,200 €", number: false, due: "Q3", nil),
        item("slo", "s1", ("title", .text("Its own title"), nil), ("sli", .text("errors"), nil)),
    ]
    return spec
}()

/// The keys of what a selector finds.
func found(_ selector: String) throws -> [String] {
    try Query(selector, names: names).items(in: spec).map { spec.items[$0].key }
}

public import SpecModel

/// The typed model as `perilune model` prints it.
public enum ModelReport {
    /// The public JSON form: one object, additive changes only.
    public static func json(_ specs: [Spec]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("specs", .block) { writer in
                for spec in specs { writer.spec(spec) }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func spec(_ spec: Spec) {
        object(.block) { writer in
            writer.member("path", spec.path)
            writer.member("template", spec.template)
            writer.member("title", spec.title?.text)
            writer.key("status")
            if let status = spec.status {
                writer.object { writer in
                    writer.member("raw", status.raw)
                    writer.member("value", status.value)
                    writer.range(status.range, in: spec)
                }
            } else {
                writer.null()
            }
            writer.array("metadata", .block) { writer in
                for field in spec.metadata { writer.metadata(field, in: spec) }
            }
            let children = Dictionary(grouping: spec.sections.indices) { spec.sections[$0].parent }
            writer.sections(below: nil, children, in: spec)
            writer.array("items", .block) { writer in
                for item in spec.items {
                    writer.object { writer in writer.members(of: item, in: spec) }
                }
            }
            writer.array("placeholders", .block) { writer in
                for placeholder in spec.placeholders {
                    writer.object { writer in
                        writer.member("text", placeholder.text)
                        writer.member("style", placeholder.style)
                        writer.range(placeholder.range, in: spec)
                    }
                }
            }
            writer.object("tasks") { writer in
                writer.member("done", spec.tasks.done)
                writer.member("open", spec.tasks.open)
            }
            writer.array("code", .block) { writer in
                for block in spec.code {
                    writer.object { writer in
                        writer.member("language", block.language)
                        writer.range(block.range, in: spec)
                    }
                }
            }
        }
    }

    private mutating func metadata(_ field: MetadataField, in spec: Spec) {
        object { writer in
            writer.member("name", field.name)
            writer.member("role", field.role)
            writer.member("value", field.value)
            if let date = field.date { writer.member("date", date) }
            writer.range(field.range, in: spec)
        }
    }

    private mutating func sections(
        below parent: Int?, _ children: [Int?: [Int]], in spec: Spec
    ) {
        array("sections", .block) { writer in
            for index in children[parent] ?? [] {
                let section = spec.sections[index]
                writer.object(.line) { writer in
                    writer.member("title", section.title)
                    writer.member("number", section.number)
                    writer.member("level", section.level)
                    writer.member("role", section.role)
                    writer.range(section.range, in: spec)
                    writer.range(section.headingRange, in: spec, named: "heading")
                    writer.sections(below: index, children, in: spec)
                }
            }
        }
    }

    /// Everything that is said of an item, as members of the object at hand.
    mutating func members(of item: Item, in spec: Spec) {
        member("kind", item.kind)
        member("key", item.key)
        member("section", item.section.map { spec.sections[$0].title })
        if item.isPlaceholder { member("placeholder", true) }
        range(item.range, in: spec)
        fields("fields", item.fields, in: spec)
        if !item.extra.isEmpty { fields("extra", item.extra, in: spec) }
    }

    private mutating func fields(_ name: String, _ fields: [Field], in spec: Spec) {
        object(name) { writer in
            for field in fields {
                writer.object(field.name) { writer in
                    writer.key("value")
                    writer.value(field.value)
                    if let level = field.level { writer.member("level", level) }
                    if let date = field.date { writer.member("date", date) }
                    if let number = field.number { writer.member("number", number) }
                    if let text = field.inherited {
                        writer.object("inherited") { writer in
                            writer.member("value", text.text)
                            writer.range(text.range, in: spec)
                        }
                    }
                    writer.range(field.range, in: spec)
                    writer.ranges(field.value, in: spec)
                }
            }
        }
    }

    /// Where each element of a list or a record stands, as the value has them.
    private mutating func ranges(_ value: Field.Value, in spec: Spec) {
        switch value {
        case .text, .boolean: break
        case .list(let elements):
            array("ranges") { writer in
                for element in elements {
                    writer.object { $0.bounds(element.range, in: spec) }
                }
            }
        case .record(let entries):
            object("ranges") { writer in
                for entry in entries {
                    writer.range(entry.value.range, in: spec, named: entry.name)
                }
            }
        }
    }

    private mutating func value(_ value: Field.Value) {
        switch value {
        case .text(let text): string(text)
        case .boolean(let value): boolean(value)
        case .list(let elements):
            array { writer in for element in elements { writer.string(element.text) } }
        case .record(let entries):
            object { writer in
                for entry in entries { writer.member(entry.name, entry.value.text) }
            }
        }
    }

    private mutating func range(
        _ range: SourceRange, in spec: Spec, named name: String = "range"
    ) {
        object(name) { $0.bounds(range, in: spec) }
    }

    private mutating func bounds(_ range: SourceRange, in spec: Spec) {
        position("start", spec.source.position(at: range.start))
        position("end", spec.source.position(at: range.end))
    }

    private mutating func position(_ name: String, _ position: SourcePosition) {
        object(name) { writer in
            writer.member("line", position.line)
            writer.member("column", position.column)
            writer.member("offset", position.offset)
        }
    }
}

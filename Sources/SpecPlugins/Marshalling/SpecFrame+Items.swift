internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    func writeItems(to builder: inout FrameBuilder) {
        builder.key("items")
        builder.list { builder in
            for item in spec.items { write(item, to: &builder) }
        }
        builder.integers("item_sections", spec.items.map { ($0.section ?? -1) + 1 })
        builder.key("kinds")
        writeIndices(spec.items.map(\.kind), to: &builder)
    }

    /// Name → the indices that have it.
    func writeIndices(_ names: [String], to builder: inout FrameBuilder) {
        var indices: [String: [Int]] = [:]
        for (index, name) in names.enumerated() { indices[name, default: []].append(index + 1) }
        builder.record { builder in
            for (name, list) in indices.sorted(by: { $0.key < $1.key }) {
                builder.integers(name, list)
            }
        }
    }

    private func write(_ item: Item, to builder: inout FrameBuilder) {
        builder.record(class: "item") { builder in
            builder.text("kind", item.kind)
            builder.text("key", item.key)
            builder.integer("line", line(item.range))
            builder.boolean("placeholder", item.isPlaceholder)
            for field in item.fields { write(field, to: &builder) }
            builder.key("raw")
            builder.record { builder in
                for field in item.fields { builder.text(field.name, field.text) }
            }
            builder.key("extra")
            builder.record { builder in
                var seen: Set<String> = []
                for field in item.extra where seen.insert(field.name).inserted {
                    builder.text(field.name, field.text)
                }
            }
        }
    }

    /// A level field reads as its level, or as nil where its text is none.
    private func write(_ field: Field, to builder: inout FrameBuilder) {
        switch field.value {
        case .text where Subjects.levelFields.contains(field.name):
            builder.text(field.name, field.level)
        case .text(let text): builder.text(field.name, text)
        case .boolean(let value): builder.boolean(field.name, value)
        case .list(let elements): builder.strings(field.name, elements.map(\.text))
        case .record(let entries):
            builder.key(field.name)
            builder.record { builder in
                var seen: Set<String> = []
                for entry in entries where seen.insert(entry.name).inserted {
                    builder.text(entry.name, entry.value.text)
                }
            }
        }
    }
}

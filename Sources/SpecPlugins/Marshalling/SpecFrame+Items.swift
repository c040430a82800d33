internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    func writeItems(to builder: inout FrameBuilder) {
        let kinds = indices(by: spec.items.map(\.kind))
        builder.key("items")
        builder.record { builder in
            for (kind, indices) in kinds {
                builder.key(kind)
                builder.list { builder in
                    for index in indices { write(spec.items[index], to: &builder) }
                }
            }
        }
        builder.integers("item_sections", spec.items.map { ($0.section ?? -1) + 1 })
        builder.key("kinds")
        write(kinds, to: &builder)
    }

    /// Name → the indices that have it, from 0.
    func indices(by names: [String]) -> [(name: String, indices: [Int])] {
        var result: [String: [Int]] = [:]
        for (index, name) in names.enumerated() { result[name, default: []].append(index) }
        return result.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }

    func write(_ lists: [(name: String, indices: [Int])], to builder: inout FrameBuilder) {
        builder.record { builder in
            for (name, indices) in lists { builder.integers(name, indices.map { $0 + 1 }) }
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
            if item.fields.contains(where: { $0.date != nil }) {
                builder.key("dates")
                builder.record { builder in
                    for field in item.fields { builder.text(field.name, field.date) }
                }
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

    /// A level and a number read as what they mean, or as nil where the text is none.
    private func write(_ field: Field, to builder: inout FrameBuilder) {
        switch field.value {
        case .text(let text):
            switch field.meaning {
            case .text: builder.text(field.name, text)
            case .level: builder.text(field.name, field.level)
            case .number: builder.number(field.name, field.number)
            }
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

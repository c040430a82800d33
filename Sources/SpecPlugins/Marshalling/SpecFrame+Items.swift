internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    /// Which items there are of each kind, and what sections they stand in.
    func writeKinds(to builder: inout FrameBuilder) {
        builder.integers("item_sections", spec.items.lazy.map { ($0.section ?? -1) + 1 })
        builder.key("kinds")
        write(kinds, to: &builder)
    }

    /// Kind → the indices of its items, from 0.
    func indicesByKind() -> [(name: String, indices: [Int])] {
        var result: [(name: String, indices: [Int])] = []
        // Those of one kind mostly stand together, and there are few kinds.
        var start = 0
        for index in spec.items.indices {
            let next = index + 1
            let kind = spec.items[index].kind
            if next < spec.items.count, spec.items[next].kind == kind { continue }
            if let known = result.firstIndex(where: { $0.name == kind }) {
                result[known].indices += start..<next
            } else {
                result.append((kind, Array(start..<next)))
            }
            start = next
        }
        return result.sorted { $0.name < $1.name }
    }

    func write(_ lists: [(name: String, indices: [Int])], to builder: inout FrameBuilder) {
        builder.record { builder in
            for (name, indices) in lists { builder.integers(name, indices.lazy.map { $0 + 1 }) }
        }
    }

    /// A list of the items of a kind.
    func writeItems(of kind: String, to builder: inout FrameBuilder) {
        builder.list { builder in
            var models = ItemModels()
            // Without `kinds`, which takes longer where one kind is all that is asked for.
            for index in spec.items.indices where spec.items[index].kind == kind {
                write(spec.items[index], index + 1, &models, to: &builder)
            }
        }
    }

    /// What messages call the items, all of them by their index.
    func writeTitles(to builder: inout FrameBuilder) {
        builder.list { builder in
            for title in titles {
                if let title { builder.string(title) } else { builder.none() }
            }
        }
    }

    /// What messages call an item, whatever its kind calls the field, on one line; nil where nothing names
    /// it, and of kinds that a workspace adds: of those the host knows.
    func titlesByIndex() -> [String?] {
        var titles = [String?](repeating: nil, count: spec.items.count)
        for (kind, indices) in kinds where Self.ownKinds.contains(kind) {
            for index in indices { titles[index] = spec.items[index].fields.title }
        }
        return titles
    }

    private static let ownKinds = Set(Subjects.builtIn.kinds.map(\.name))

    /// What the next item is like, and the names that the fields of that one have.
    private struct ItemModels {
        var item = FrameBuilder.Model()
        var raw = FrameBuilder.Model()
        var names: [String] = []
        var hasDates = false

        mutating func isMet(by item: Item, hasDates: Bool) -> Bool {
            hasDates == self.hasDates && item.fields.count == names.count
                && names.indices.allSatisfy { item.fields[$0].name == names[$0] }
        }
    }

    private func write(
        _ item: Item, _ index: Int, _ models: inout ItemModels, to builder: inout FrameBuilder
    ) {
        let fields = item.fields
        let hasDates = fields.indices.contains { fields[$0].date != nil }
        if !models.isMet(by: item, hasDates: hasDates) {
            models = ItemModels(names: item.fields.map(\.name), hasDates: hasDates)
        }
        builder.record(class: "item", index: index, like: &models.item) { builder in
            builder.text("kind", item.kind)
            builder.text("key", item.key)
            builder.integer("line", line(item.range))
            builder.boolean("placeholder", item.isPlaceholder)
            builder.key("raw")
            builder.record(like: &models.raw) { builder in
                for index in fields.indices {
                    builder.key(fields[index].name)
                    if case .text(let text) = fields[index].value {
                        builder.string(text)
                    } else {
                        builder.none()
                    }
                }
            }
            // In front of the fields, for only the first fields of a record are read one by one.
            builder.key("extra")
            builder.record { builder in
                if item.extra.isEmpty { return }
                var seen: Set<String> = []
                for field in item.extra where seen.insert(field.name).inserted {
                    builder.text(field.name, field.text)
                }
            }
            if hasDates {
                builder.key("dates")
                builder.record { builder in
                    for field in fields { builder.text(field.name, field.date) }
                }
            }
            for index in fields.indices {
                builder.key(fields[index].name)
                switch fields[index].meaning {
                case .text: write(fields[index].value, to: &builder)
                case .level, .number: writeMeaning(of: fields[index], to: &builder)
                }
            }
        }
    }

    /// A level and a number read as what they mean, or as nil where the text is none.
    private func writeMeaning(of field: Field, to builder: inout FrameBuilder) {
        guard case .text = field.value else { return write(field.value, to: &builder) }
        if field.meaning == .level {
            builder.value(field.level)
        } else {
            builder.value(field.number)
        }
    }

    private func write(_ value: Field.Value, to builder: inout FrameBuilder) {
        switch value {
        case .text(let text): builder.string(text)
        case .boolean(let value): builder.boolean(value)
        case .list(let elements):
            builder.list { builder in
                for element in elements { builder.string(element.text) }
            }
        case .record(let entries):
            builder.record { builder in
                var seen: Set<String> = []
                for entry in entries where seen.insert(entry.name).inserted {
                    builder.text(entry.name, entry.value.text)
                }
            }
        }
    }
}

/// The fields that name an item, in the order in which they are asked.
private let naming = [
    "name", "text", "scenario", "term", "role", "type", "version", "category", "id", "path",
    "condition",
]

extension [Field] {
    fileprivate var title: String? {
        for name in naming {
            guard let place = indices.first(where: { self[$0].name == name }),
                case .text(let text) = self[place].value
            else { continue }
            let said: String? =
                switch self[place].meaning {
                case .text: text
                case .level: self[place].level
                case .number: nil
                }
            if let said = said?.collapsed, !said.isEmpty { return said }
        }
        return nil
    }
}

extension String {
    /// Runs of white space, as Lua's `%s`, become one space; none at the ends.
    fileprivate var collapsed: String {
        if isCollapsed { return self }
        return utf8.split(whereSeparator: Self.isSpace).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }

    private var isCollapsed: Bool {
        let bytes = utf8.span
        var wasSpace = !bytes.isEmpty
        for place in bytes.indices {
            let isSpace = Self.isSpace(bytes[place])
            if isSpace, wasSpace || bytes[place] != 0x20 { return false }
            wasSpace = isSpace
        }
        return !wasSpace
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

extension FrameBuilder {
    fileprivate mutating func value(_ value: String?) {
        if let value { string(value) } else { none() }
    }

    /// A whole number is an integer.
    fileprivate mutating func value(_ value: Double?) {
        guard let value else { return none() }
        if let whole = Int(exactly: value) { integer(whole) } else { number(value) }
    }
}

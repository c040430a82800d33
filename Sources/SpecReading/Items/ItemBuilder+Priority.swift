internal import SpecModel
internal import SpecVocabulary

/// Priorities that stand above requirements: in a heading (`### P0 – Must have`), in a bold line
/// (`**Should Have**`), in a label's line (`Priority: High`).
extension ItemBuilder {
    private struct Statement {
        var text: SourcedText
        var level: String
    }

    /// Gives each requirement that says no priority the level that stands above it. Linear in the
    /// document, but for the depth of its headings.
    mutating func inheritPriorities() {
        let kind = vocabulary[.requirement]
        var lines: [Int: [Statement]] = [:]
        for index in items.indices where items[index].kind == kind.name {
            guard let section = items[index].section, saysNoPriority(items[index]),
                let above = statement(above: items[index].range.start, section, kind, &lines)
            else { continue }
            let own = items[index].field("priority")
            let field = Field(
                name: "priority", value: .text(""), level: above.level, inherited: above.text,
                meaning: .level, range: own?.range ?? above.text.range)
            var fields = items[index].fields.filter { $0.name != "priority" }
            let place = kind.fields.prefix { $0.name != "priority" }
            let before = fields.prefix { field in place.contains { $0.name == field.name } }.count
            fields.insert(field, at: before)
            items[index].fields = fields
        }
    }

    private func saysNoPriority(_ item: Item) -> Bool {
        item.field("priority").map { $0.text?.isEmpty ?? false } ?? true
    }

    /// What the nearest line above says in the item's section, else the section's heading, else
    /// the same around it, up to a section that the vocabulary knows.
    private func statement(
        above place: Int, _ section: Int, _ kind: ItemKind, _ lines: inout [Int: [Statement]]
    ) -> Statement? {
        var next: Int? = section
        while let current = next {
            let known = lines[current] ?? statements(in: current, kind)
            lines[current] = known
            if let line = known.last(where: { $0.text.range.end <= place }) { return line }
            guard roles[current] == nil else { return nil }
            if sections[current].headingRange.start < place {
                let title = SourcedText(sections[current].title, sections[current].titleRange)
                if let level = level(ofGroup: title.text) {
                    return Statement(text: title, level: level)
                }
            }
            next = sections[current].parent
        }
        return nil
    }

    private func statements(in section: Int, _ kind: ItemKind) -> [Statement] {
        contents[section].compactMap { block in
            guard tree.nodes[block].kind == .paragraph else { return nil }
            let text = tree.nodes[block].text
            for label in labels(in: text, kind) where fieldName(label.name, kind) == "priority" {
                let value = tree.value(label.value)
                if !vocabulary.isOpenChoice(value.text),
                    let level = vocabulary.level(of: value.text)
                {
                    return Statement(text: value, level: level)
                }
            }
            guard let first = text.spans.first, tree.spans[first].kind == .strong,
                text.plain.count <= 80
            else { return nil }
            var rest = tree.plain[tree.spans[first].plain.upperBound..<text.plain.upperBound]
            while let byte = rest.last, byte.isBlank || byte == UInt8(ascii: ":") {
                rest.removeLast()
            }
            guard tree.spans[first].plain.lowerBound == text.plain.lowerBound, rest.isEmpty else {
                return nil
            }
            var plain = tree.trimmed(tree.spans[first].plain)
            if tree.plain[plain].last == UInt8(ascii: ":") {
                plain = plain.lowerBound..<(plain.upperBound - 1)
            }
            let name = tree.value(Piece(plain, of: text))
            return level(ofGroup: name.text).map { Statement(text: name, level: $0) }
        }
    }

    /// The higher of the levels that `Must Have (P0) – Core` says, in front of its bracket or dash
    /// and in its bracket. A hyphen within a word ends nothing: `High-level goals` is no level.
    private func level(ofGroup title: String) -> String? {
        let scale = ["very-low", "low", "medium", "high", "very-high", "critical"]
        let head = title.prefix { !"(:—–".contains($0) }
        let parts = [
            head.split(separator: " - ").first ?? head,
            title.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" },
        ]
        return parts.compactMap { part in
            vocabulary.word(part).flatMap(vocabulary.level).flatMap(scale.firstIndex)
        }.max().map { scale[$0] }
    }
}

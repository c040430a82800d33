internal import SpecModel
internal import SpecVocabulary

/// Fields of a list entry that stand behind its text, `Risk: A fire. Impact: High`, or below it.
extension ItemBuilder {
    /// Splits the labels of the kind's own fields from the end of an entry's text. All of the text
    /// where there are none, or nothing in front of them. Linear in the text.
    func fieldsBehindText(
        of text: InlineText, _ kind: ItemKind
    ) -> (text: InlineText, fields: [Field]) {
        switch kind.id {
        // Their entries say `name: description` in words that may be the kind's own.
        case .term, .flag, .endpoint, .reference, .dependency, .alert: return (text, [])
        default: break
        }
        var labels = entryLabels(in: text, kind)
        guard labels.contains(where: { $0.field != kind.mainField }), let first = labels.first
        else { return (text, []) }
        var head = text.plain.lowerBound..<first.start
        if first.field == kind.mainField {
            guard head.isEmpty else { return (text, []) }
            head = first.value
            labels.removeFirst()
        }
        head = tree.trimmed(head)
        guard !head.isEmpty else { return (text, []) }
        var short = text
        short.plain = head
        short.range = tree.range(of: Piece(head, of: text))
        return (
            short,
            unique(labels.map { field($0.field, kind, Piece($0.value, of: text)) })
                .filter { $0.name != kind.mainField }
        )
    }

    /// Adds what labels below an entry's text say: `- **Impact:** High` in a list of its own.
    func addFields(below entry: Int, _ kind: ItemKind, _ fields: inout [Field]) {
        let first = tree.nodes[entry].firstChild
        guard first >= 0, tree.nodes[first].next >= 0 else { return }
        for field in body(of: Array(tree.children(of: entry)).dropFirst(), kind).fields
        where !fields.contains(where: { $0.name == field.name }) {
            fields.append(field)
        }
    }

    /// A label of one of the kind's fields: where what parts it from the text in front begins, and
    /// what it says.
    private struct EntryLabel {
        var field: String
        var start: Int
        var value: Range<Int>
    }

    private func entryLabels(in text: InlineText, _ kind: ItemKind) -> [EntryLabel] {
        guard tree.plain.span.first(UInt8(ascii: ":"), in: text.plain) != nil else { return [] }
        // Where bold text begins, the first last.
        var bold = tree.spans[text.spans].filter { $0.kind == .strong }
            .map(\.plain.lowerBound).sorted(by: >)
        var labels: [EntryLabel] = []
        var place = text.plain.lowerBound
        while place < text.plain.upperBound {
            defer { place += 1 }
            while let first = bold.last, first < place { bold.removeLast() }
            guard let start = beginning(before: place, text, isBold: bold.last == place),
                let (name, value) = tree.plainName(at: place, in: text),
                let field = fieldName(Piece(name, of: text), kind)
            else { continue }
            if let last = labels.indices.last {
                labels[last].value = tree.trimmed(labels[last].value.lowerBound..<start)
            }
            let end = text.plain.upperBound
            labels.append(
                EntryLabel(field: field, start: start, value: tree.trimmed(value..<end)))
            place = value - 1
        }
        return labels
    }

    /// Where what stands in front of a label ends: at the text's start, in front of a mark that
    /// parts sentences or parts of them, or where bold text begins. Nil where no label may begin.
    private func beginning(before place: Int, _ text: InlineText, isBold: Bool) -> Int? {
        if place == text.plain.lowerBound || isBold { return place }
        guard !tree.plain[place].isBlank else { return nil }
        var mark = place - 1
        guard tree.plain[mark].isBlank else { return nil }
        while mark > text.plain.lowerBound, tree.plain[mark].isBlank {
            if tree.plain[mark] == 0x0A || tree.plain[mark] == MarkdownTree.hardBreak {
                return mark
            }
            mark -= 1
        }
        switch tree.plain[mark] {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"): return mark
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ")"): return mark + 1
        case 0xB7 where mark > text.plain.lowerBound && tree.plain[mark - 1] == 0xC2:
            return mark - 1
        default: return nil
        }
    }
}

internal import SpecModel
internal import SpecVocabulary

/// Metadata in all its forms: bold lines, bullets, a block quote, a `Field | Value` table, front
/// matter.
struct MetadataReader {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let items: ItemBuilder
    private var fields: [MetadataField] = []

    init(_ tree: MarkdownTree, _ vocabulary: Vocabulary, _ items: ItemBuilder) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.items = items
    }

    /// Reads the blocks in front of the first section below the title, and the sections that the
    /// vocabulary calls metadata.
    mutating func read(_ sections: SectionBuilder) -> [MetadataField] {
        read(sections.contents.preamble, leastRoles: 1)
        for (index, section) in sections.sections.enumerated() {
            let isMetadata = section.role == "metadata"
            if isMetadata || section.level == 1 {
                read(sections.contents[index], leastRoles: isMetadata ? 0 : 1)
            } else if fields.isEmpty, index <= 2 {
                // Some put it below the first heading, whatever that is.
                read(sections.contents[index].prefix(2), leastRoles: 2)
            }
        }
        return fields
    }

    /// Outside of a metadata section, a block is metadata if it says something known.
    private mutating func read(_ blocks: ArraySlice<Int>, leastRoles: Int) {
        for block in blocks {
            let before = fields.count
            readBlock(block)
            if fields[before...].count(where: { $0.role != nil }) < leastRoles {
                fields.removeSubrange(before...)
            }
        }
    }

    private mutating func readBlock(_ block: Int) {
        let node = tree.nodes[block]
        switch node.kind {
        case .paragraph:
            let labels = tree.labels(in: node.text)
            for label in labels { addLines(of: label) }
            if labels.isEmpty {
                let plain = plainLabels(in: node.text)
                for label in plain where plain.count > 1 { add(label) }
                if plain.isEmpty { addParts(of: node.text) }
            }
        case .list: readList(block)
        case .quote:
            for child in tree.children(of: block) { readBlock(child) }
        case .table:
            let rows = items.labelRows(of: block)
            if let header = items.headerRow(of: block) { addHeader(header, rows) }
            for row in rows {
                add(tree.value(row.name), items.cellText(row.value))
            }
        default: break
        }
    }

    /// A table without a header has its first field where one stands: `| Author | Ann |`. It has
    /// none where no row below it says something known.
    private mutating func addHeader(
        _ header: (name: Piece, value: Int), _ rows: [(name: Piece, value: Int)]
    ) {
        let value = items.cellText(header.value)
        func isKnown(_ text: String) -> Bool {
            vocabulary.word(text).flatMap(vocabulary.metadataRole) != nil
        }
        let name = tree.value(header.name)
        guard isKnown(name.text), !isKnown(value.text), !value.text.isEmpty,
            rows.contains(where: { isKnown(tree.value($0.name).text) })
        else { return }
        add(name, value)
    }

    /// Entries with a bold label, or with plain ones where they are not alone.
    private mutating func readList(_ list: Int) {
        let before = fields.count
        var isSure = false
        for entry in tree.children(of: list) {
            guard let text = items.entryText(entry) else { continue }
            if let label = tree.labels(in: text).first {
                add(label)
                isSure = true
            } else {
                for label in plainLabels(in: text) { add(label) }
            }
        }
        if !isSure, fields.count < before + 2 { fields.removeSubrange(before...) }
    }

    /// Labels without markup, of names that the vocabulary knows.
    private func plainLabels(in text: InlineText) -> [Label] {
        tree.plainLabels(in: text) { name in
            vocabulary.word(tree.plain.span.extracting(name)).flatMap(vocabulary.metadataRole)
                != nil
        }
    }

    /// `Version 1.0 | Status Approved | Owner Core`: known words between bars.
    private mutating func addParts(of text: InlineText) {
        var parts: [Range<Int>] = []
        var start = text.plain.lowerBound
        for index in text.plain where tree.plain[index] == UInt8(ascii: "|") {
            parts.append(tree.trimmed(start..<index))
            start = index + 1
        }
        parts.append(tree.trimmed(start..<text.plain.upperBound))
        guard parts.count > 2 else { return }
        for part in parts {
            guard let space = tree.plain[part].firstIndex(of: 0x20) else { continue }
            add(
                tree.value(part.lowerBound..<space, of: text),
                tree.value(space..<part.upperBound, of: text))
        }
    }

    /// A label, and those without markup on the lines below it.
    private mutating func addLines(of label: Label) {
        let end = label.value.plain.upperBound
        var place = label.value.plain.lowerBound
        while place < end {
            defer { place += 1 }
            let byte = tree.plain[place]
            guard byte == 0x0A || byte == MarkdownTree.hardBreak else { continue }
            var rest = label.value.leaf
            rest.plain = (place + 1)..<end
            let below = plainLabels(in: rest)
            if below.isEmpty { continue }
            add(
                Label(
                    name: label.name, value: label.value.part(label.value.plain.lowerBound..<place))
            )
            for label in below { add(label) }
            return
        }
        add(label)
    }

    private mutating func add(_ label: Label) {
        add(tree.value(label.name), tree.value(label.value))
    }

    private mutating func add(_ name: SourcedText, _ value: SourcedText) {
        var name = name
        while name.text.utf8.last == UInt8(ascii: ":"), name.text.last == ":" {
            name.text.removeLast()
        }
        guard !name.text.isEmpty else { return }
        var role = vocabulary.word(name.text).flatMap(vocabulary.metadataRole)
        // `Stand: 01.02.2026` says since when, not what.
        if role == "status", DateReader.date(in: value.text, vocabulary) != nil { role = "updated" }
        fields.append(
            MetadataField(
                name: name.text, role: role, value: value.text,
                date: DateReader.date(in: value.text, role: role, vocabulary),
                nameRange: name.range, range: value.range))
    }
}

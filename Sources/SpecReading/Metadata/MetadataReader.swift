internal import SpecModel

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
        read(sections.preamble, needsRole: true)
        for (index, section) in sections.sections.enumerated() {
            let isMetadata = section.role == "metadata"
            guard isMetadata || section.level == 1 else { continue }
            read(sections.contents[index], needsRole: !isMetadata)
        }
        return fields
    }

    private mutating func read(_ blocks: [Int], needsRole: Bool) {
        for block in blocks {
            let before = fields.count
            readBlock(block)
            // Outside of a metadata section, a block is metadata if it says something known.
            if needsRole, !fields[before...].contains(where: { $0.role != nil }) {
                fields.removeSubrange(before...)
            }
        }
    }

    private mutating func readBlock(_ block: Int) {
        let node = tree.nodes[block]
        switch node.kind {
        case .paragraph:
            for label in tree.labels(in: node.text) { add(label) }
        case .list:
            for entry in tree.children(of: block) {
                if let text = items.entryText(entry), let label = tree.labels(in: text).first {
                    add(label)
                }
            }
        case .quote:
            for child in tree.children(of: block) { readBlock(child) }
        case .table:
            for row in items.labelRows(of: block) { add(row.name, row.value) }
        default: break
        }
    }

    private mutating func add(_ label: Label) {
        add(label.nameText, tree.value(label.value, of: label.text))
    }

    private mutating func add(_ name: SourcedText, _ value: SourcedText) {
        var name = name
        while name.text.last == ":" { name.text.removeLast() }
        guard !name.text.isEmpty else { return }
        fields.append(
            MetadataField(
                name: name.text, role: vocabulary.metadataRoles[Words.normalised(name.text)],
                value: value.text, nameRange: name.range, range: value.range))
    }
}

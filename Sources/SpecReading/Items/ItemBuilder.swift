internal import SpecModel

/// Reads the items of a document: for each section, the shapes that its role says it holds.
struct ItemBuilder {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    let sections: [Section]
    let contents: [[Int]]
    let placeholders: PlaceholderIndex
    var items: [Item] = []
    /// List entries that already are an item of their own.
    var taken: Set<Int> = []

    init(
        _ tree: MarkdownTree, _ vocabulary: Vocabulary, _ source: SourceText,
        _ sections: SectionBuilder, _ placeholders: PlaceholderIndex
    ) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.source = source
        self.sections = sections.sections
        self.contents = sections.contents
        self.placeholders = placeholders
    }

    /// All items, in document order, with their keys.
    mutating func build() -> [Item] {
        for section in sections.indices {
            guard let role = role(of: section) else { continue }
            addItself(section, role)
            addBlocks(of: section, role)
        }
        addTasks()
        addTables()
        items.sort { ($0.range.start, $0.kind) < ($1.range.start, $1.kind) }
        assignKeys(&items)
        return items
    }

    /// The role that says what a section holds: its own, else the nearest one around it that
    /// does. A heading that is itself an item of the section around it holds nothing more.
    func role(of section: Int) -> SectionRole? {
        var index: Int? = section
        while let current = index {
            if let name = sections[current].role, let role = vocabulary.roles[name] {
                return role.holdsItems || current == section ? role : nil
            }
            index = sections[current].parent
        }
        return nil
    }

    /// The role of the section around a section.
    func parentRole(of section: Int) -> SectionRole? {
        sections[section].parent.flatMap { sections[$0].role }.flatMap { vocabulary.roles[$0] }
    }

    /// The section's own heading as an item: `### Unit Tests`, `#### Component 1: Gateway`.
    private mutating func addItself(_ section: Int, _ role: SectionRole) {
        if sections[section].role != nil {
            if let kind = role.itself.flatMap({ vocabulary.kinds[$0] }) {
                addHeadingItem(section, kind)
            }
        } else if let kind = parentRole(of: section)?.headings.flatMap({ vocabulary.kinds[$0] }) {
            addHeadingItem(section, kind)
        }
    }

    private mutating func addBlocks(of section: Int, _ role: SectionRole) {
        let isHeadingItem = items.last.map { $0.section == section
            && $0.range.start == sections[section].headingRange.start } ?? false
        guard !isHeadingItem else { return }
        for (place, block) in contents[section].enumerated() {
            let node = tree.nodes[block]
            switch node.kind {
            case .list:
                addList(block, section, role, isBehindStep: isBehindStep(place, section, role))
            case .table: addTable(block, section, kinds: role.tables)
            case .paragraph:
                if let kind = role.bold.flatMap({ vocabulary.kinds[$0] }) {
                    addBoldItem(place, section, kind)
                }
            default: break
            }
        }
    }

    // MARK: assembling

    mutating func add(
        _ kind: ItemKind, _ section: Int?, _ range: SourceRange, _ fields: [Field],
        extra: [Field] = []
    ) {
        let ordered = kind.fields.compactMap { name in fields.first { $0.name == name } }
        items.append(
            Item(
                kind: kind.name, key: "", section: section, range: range, fields: ordered,
                extra: extra,
                isPlaceholder: placeholders.areAll(of: ordered, except: kind.frame)))
    }

    /// A field from its text: levels, booleans and lists by what the vocabulary says of the kind.
    func field(_ name: String, _ kind: ItemKind, _ text: SourcedText) -> Field {
        if kind.flags.contains(name) {
            return Field(name: name, value: .boolean(isTicked(text.text)), range: text.range)
        }
        if kind.lists.contains(name) {
            return Field(name: name, value: .list(parts(of: text)), range: text.range)
        }
        let isOpen = vocabulary.isOpenChoice(text.text)
        let level =
            kind.levels.contains(name) && !isOpen ? vocabulary.level(of: text.text) : nil
        return Field(name: name, value: .text(text.text), level: level, range: text.range)
    }

    private func isTicked(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("[x]") || text.contains("✅") || text.contains("☑")
            || text.contains("✓") || text.contains("✔") || text == "yes" || text == "true"
            || text == "approved"
    }

    /// `a; b` and lines as the parts they are.
    private func parts(of text: SourcedText) -> [SourcedText] {
        guard !text.text.isEmpty else { return [] }
        let pieces = text.text.split { $0 == ";" || $0 == "\n" }
            .map { $0.drop { $0 == " " } }
            .filter { !$0.isEmpty }
        return pieces.count < 2
            ? [text] : pieces.map { SourcedText(trimmedEnd($0), text.range) }
    }

    private func trimmedEnd(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    func isNothing(_ text: String) -> Bool {
        text.isEmpty || vocabulary.nothing.contains(Words.normalised(text))
            || vocabulary.nothing.contains(text)
    }
}

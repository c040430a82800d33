internal import SpecModel
internal import SpecVocabulary

/// Reads the items of a document: for each section, the shapes that its role says it holds.
struct ItemBuilder {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    let sections: [Section]
    /// For each section, its title and its role.
    let titles: [Piece]
    let roles: [RoleID?]
    let contents: SectionContents
    let placeholders: PlaceholderIndex
    var items: [Item] = []
    private var keys = ItemKeys()
    /// List entries that already are an item of their own.
    var taken: [Bool]
    /// Sections whose heading is a label of the item above it.
    var labelSections: Set<Int> = []
    /// Of sections: does it, or one directly below it, list items of these kinds in a table?
    private var listsInTable: [(kinds: [KindID], found: Bool)?]
    /// Of sections: do several of its paragraphs begin with a term?
    var listsTerms: [Int: Bool] = [:]
    /// Does some section say that what it holds are steps?
    private let hasPlan: Bool

    init(
        _ tree: MarkdownTree, _ vocabulary: Vocabulary, _ source: SourceText,
        _ sections: SectionBuilder, _ placeholders: PlaceholderIndex
    ) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.source = source
        self.sections = sections.sections
        self.titles = sections.titles
        self.roles = sections.roles
        self.contents = sections.contents
        self.placeholders = placeholders
        taken = Array(repeating: false, count: tree.nodes.count)
        items.reserveCapacity(64)
        listsInTable = Array(repeating: nil, count: sections.sections.count)
        hasPlan = sections.holdsSteps(vocabulary)
    }

    /// All items, in document order, with their keys.
    mutating func build() -> [Item] {
        for section in sections.indices where !labelSections.contains(section) {
            let role = role(of: section)
            addItself(section, role)
            addBlocks(of: section, role)
        }
        addTasks()
        addTables()
        items.sort { left, right in
            left.range.start != right.range.start
                ? left.range.start < right.range.start : left.kind < right.kind
        }
        inheritPriorities()
        keys.number(&items)
        return items
    }

    /// The role that says what a section holds: its own, else the nearest one around it that
    /// does. A section without one takes over the tables of the one around it, and its lists only
    /// where sections are groups there.
    func role(of section: Int) -> SectionRole? {
        var index: Int? = section
        while let current = index {
            if let id = roles[current] {
                let role = vocabulary[id]
                if role.holdsItems { return current == section ? role : role.below }
                let around = parentRole(of: current)
                return around?.groups == true ? around : current == section ? role : nil
            }
            index = sections[current].parent
        }
        return nil
    }

    /// The role of the section around a section.
    func parentRole(of section: Int) -> SectionRole? {
        sections[section].parent.flatMap { roles[$0] }.map { vocabulary[$0] }
    }

    /// The section's own heading as an item: `### Unit Tests`, `#### Component 1: Gateway`.
    private mutating func addItself(_ section: Int, _ role: SectionRole?) {
        if sections[section].role != nil {
            if let kind = role?.itself {
                addHeadingItem(section, vocabulary[kind])
            }
        } else if let parent = parentRole(of: section),
            let kind = parent.headings.map({ vocabulary[$0] }),
            !isGroup(section, kind, parent)
        {
            addHeadingItem(section, kind)
        } else if isLed(section) {
            addHeadingItem(section, vocabulary[.phase])
        }
    }

    /// Is a heading the name of a group? It is where its own body lists the items, and, unless it
    /// bears an id, where the section around it or one beside it does so in a table.
    private mutating func isGroup(
        _ section: Int, _ kind: ItemKind, _ parent: SectionRole
    ) -> Bool {
        let listsItems = contents[section].contains { block in
            switch tree.nodes[block].kind {
            case .table: return lists(block, parent.tables)
            case .list:
                let entry = tree.nodes[block].firstChild
                guard kind.hasField("id"), entry >= 0, let text = entryText(entry),
                    let cut = separator(in: text.plain)
                else { return false }
                return isID(text.plain.lowerBound..<cut.lowerBound)
            default: return false
            }
        }
        if listsItems { return true }
        return identified(section, nil, kind) == nil
            && hasTable(in: sections[section].parent ?? section, parent.tables)
    }

    /// Does a section, or one directly below it, list items of these kinds in a table?
    mutating func hasTable(in section: Int, _ kinds: [KindID]) -> Bool {
        if let known = listsInTable[section], known.kinds == kinds { return known.found }
        let level = sections[section].level
        let below = sections[(section + 1)...].prefix { $0.level > level || $0.isImplicit }
        let found = (section..<below.endIndex).contains { index in
            (index == section || sections[index].parent == section)
                && contents[index].contains { tree.nodes[$0].kind == .table && lists($0, kinds) }
        }
        listsInTable[section] = (kinds, found)
        return found
    }

    /// `Phase 2: Migration` is a step wherever it stands, unless a section around it says what its
    /// headings are.
    private func isLed(_ section: Int) -> Bool {
        guard !hasPlan || parentRole(of: section)?.tables.contains(.phase) == true,
            hasColonOrDash(titles[section].plain)
        else { return false }
        let words = Words.normalised(sections[section].title).split(separator: " ", maxSplits: 2)
        return words.count >= 2 && words[0] == "phase" && words[1].first?.isNumber == true
    }

    private func hasColonOrDash(_ plain: Range<Int>) -> Bool {
        plain.contains { place in
            tree.plain[place] == UInt8(ascii: ":")
                || tree.dash(at: place, before: plain.upperBound) != nil
        }
    }

    private mutating func addBlocks(of section: Int, _ role: SectionRole?) {
        let isHeadingItem =
            items.last.map {
                $0.section == section
                    && $0.range.start == sections[section].headingRange.start
            } ?? false
        let blocks = contents[section]
        if isHeadingItem {
            // Its body was read as its fields; a table may still list items of its own, and an
            // example bear a name of its own.
            let isEntity = items.last?.kind == "entity"
            for place in blocks.indices {
                let block = blocks[place]
                switch tree.nodes[block].kind {
                case .table:
                    let kinds = tables(of: nil, place, section)
                    addTable(block, section, kinds: kinds, isBody: true)
                case .code where isEntity: addJSON(place, section)
                default: break
                }
            }
            return
        }
        var leads = leads(of: section, role)[...]
        var led = blocks.startIndex
        for place in blocks.indices {
            let block = blocks[place]
            if let lead = leads.first, lead.places.lowerBound == place, let kind = role?.headings {
                addLead(lead, section, vocabulary[kind])
                leads.removeFirst()
                led = lead.places.upperBound
            }
            if place < led {
                if tree.nodes[block].kind == .table {
                    let kinds = tables(of: nil, place, section)
                    addTable(block, section, kinds: kinds, isBody: true)
                }
                continue
            }
            switch tree.nodes[block].kind {
            case .list:
                addList(block, section, listRole(place, section) ?? role)
            case .table: addTable(block, section, kinds: tables(of: role, place, section))
            case .code:
                if let kind = role?.code {
                    addLines(of: block, section, vocabulary[kind])
                }
                if role?.headings == .entity { addJSON(place, section) }
            case .footnote:
                if role?.list == .term {
                    addFootnote(block, section, vocabulary[.term])
                } else if role?.list == .reference {
                    addReference(block, section, vocabulary[.reference])
                }
            case .paragraph:
                if let kind = role?.bold {
                    addBoldItem(place, section, vocabulary[kind])
                }
            default: break
            }
        }
    }

    /// The kinds that a table may list: those of the section, and behind a paragraph that is only
    /// the name of a section, as "**API Endpoints:**", those of its role.
    private func tables(of role: SectionRole?, _ place: Int, _ section: Int) -> [KindID] {
        var kinds = role?.tables ?? []
        if let named = labelRole(inFrontOf: place, section) { kinds += named.tables }
        return kinds + vocabulary.kindsAnywhere
    }

    /// The role of the section that a label in front of a block is the name of.
    private func labelRole(inFrontOf place: Int, _ section: Int) -> SectionRole? {
        guard place > contents[section].startIndex else { return nil }
        let node = tree.nodes[contents[section][place - 1]]
        guard node.kind == .paragraph, let label = tree.labels(in: node.text).last, !label.hasValue
        else { return nil }
        return vocabulary.role(of: tree.plain.span.extracting(label.name.plain), below: [])
    }

    /// What a list behind `**Non-Goals:**` holds, where its section holds something else.
    private func listRole(_ place: Int, _ section: Int) -> SectionRole? {
        labelRole(inFrontOf: place, section).flatMap { $0.list == nil ? nil : $0 }
    }

    /// A heading of more bytes is no category: each item below it would have its text.
    private static let longestGroup = 256

    /// The heading of a group says the category of its items where they do not say one.
    func addGroup(of section: Int, _ kind: ItemKind, _ fields: inout [Field]) {
        guard let parent = sections[section].parent, let role = roles[parent],
            vocabulary.groups(role), kind.hasField("category"),
            !fields.contains(where: { $0.name == "category" }),
            titles[section].plain.count <= Self.longestGroup
        else { return }
        let title = titles[section]
        let known = identified(section, nil, kind)?.first { $0.name == "text" }
        var category = known ?? field("category", [], title)
        category.name = "category"
        fields.append(category)
    }

    // MARK: assembling

    mutating func add(
        _ kind: ItemKind, _ section: Int?, _ range: SourceRange, _ fields: [Field],
        extra: [Field] = []
    ) {
        let ordered = inOrder(fields, kind)
        let isPlaceholder = placeholders.areAll(of: ordered, except: kind)
        items.append(
            Item(
                kind: kind.name, key: keys.key(of: ordered, kind, isPlaceholder: isPlaceholder),
                section: section, range: range, fields: ordered, extra: extra,
                isPlaceholder: isPlaceholder,
                titleField: kind.id.isAdded ? kind.mainField : nil))
    }

    /// Fields in the kind's order, the first of each name.
    private func inOrder(_ fields: [Field], _ kind: ItemKind) -> [Field] {
        var next = 0
        for declaration in kind.fields where next < fields.count {
            if fields[next].name == declaration.name { next += 1 }
        }
        if next == fields.count { return fields }
        return kind.fields.compactMap { field in fields.first { $0.name == field.name } }
    }
}

internal import SpecModel
internal import SpecVocabulary

/// The section tree: one section for each heading at the document's own level, and for each bold
/// paragraph that the vocabulary knows as a heading.
struct SectionBuilder {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    var sections: [Section] = []
    /// For each section, its title in the tree, and the word that it is.
    var titles: [Piece] = []
    var words: [WordID?] = []
    /// For each section, its role.
    var roles: [RoleID?] = []
    var contents = SectionContents()
    /// The sections around the next heading, outermost first.
    private var path: [Int] = []

    init(_ tree: MarkdownTree, _ vocabulary: Vocabulary, _ source: SourceText) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.source = source
        sections.reserveCapacity(64)
        titles.reserveCapacity(64)
        words.reserveCapacity(64)
        roles.reserveCapacity(64)
        contents.reserve(sections: 64, blocks: 128)
        var child = tree.nodes.first?.firstChild ?? -1
        while child >= 0 {
            if tree.nodes[child].kind == .heading {
                open(
                    child, tree.nodes[child].text, level: tree.nodes[child].level,
                    isImplicit: false)
            } else if let text = tree.impliedHeading(child, vocabulary) {
                let level = sections.last.map { $0.isImplicit ? $0.level : $0.level + 1 } ?? 2
                open(child, text, level: min(level, 6), isImplicit: true)
            } else {
                contents.append(child)
            }
            child = tree.nodes[child].next
        }
        close()
    }

    private mutating func open(_ index: Int, _ text: InlineText, level: Int, isImplicit: Bool) {
        let parts = HeadingText(tree.plain, in: text.plain)
        let piece = tree.trimmed(Piece(parts.title, of: text))
        let title = tree.value(piece)
        while let last = path.last, sections[last].level >= level { path.removeLast() }
        let parent = path.last
        let range = tree.nodes[index].range
        let (word, role) = meaning(of: piece)
        if !isImplicit { path.append(sections.count) }
        titles.append(piece)
        words.append(word)
        roles.append(role?.id)
        sections.append(
            Section(
                title: title.text, number: parts.number, level: level,
                role: role?.name, parent: parent,
                titleRange: title.range, headingRange: range, range: range, isEmpty: true,
                isOptional: parts.isOptional, isImplicit: isImplicit))
        contents.open()
    }

    /// The meaning of a heading below the sections of the path.
    private func meaning(of title: Piece) -> (word: WordID?, role: SectionRole?) {
        let heading = tree.plain.span.extracting(title.plain)
        let word = vocabulary.word(heading)
        let role = vocabulary.role(of: word, heading) { role in
            path.contains { roles[$0] == role }
        }
        return (word, role)
    }

    /// Sections end where the next one begins that is not below them; none is below a bold paragraph.
    private mutating func close() {
        for index in sections.indices {
            let level = sections[index].isImplicit ? Int.max : sections[index].level
            let next = sections[(index + 1)...].firstIndex { $0.level <= level }
            sections[index].range.end =
                next.map { sections[$0].headingRange.start } ?? source.bytes.count
            sections[index].isEmpty = contents[index].allSatisfy(isBlank)
        }
    }

    private func isBlank(_ block: Int) -> Bool {
        let range = tree.nodes[block].range
        return switch tree.nodes[block].kind {
        case .rule: true
        case .html: source.bytes[range.start..<range.end].starts(with: "<!--".utf8)
        default: false
        }
    }
}

extension SectionBuilder {
    /// The title: the first heading of level 1 without the document's sort in front of it. A
    /// template's banner stands in front of a second one that names its sort.
    func title() -> SourcedText? {
        let headings = sections.indices.filter {
            sections[$0].level == 1 && !sections[$0].isImplicit
        }
        guard let first = headings.first else { return nil }
        let title =
            withoutSort(titles[first]) ?? headings.lazy.compactMap { withoutSort(titles[$0]) }.first
        return tree.value(title ?? titles[first])
    }

    /// `Checkout` of `Technical Specification: Checkout`; nil where no sort stands in front.
    private func withoutSort(_ title: Piece) -> Piece? {
        let place = title.plain.first { tree.colon(at: $0, before: title.plain.upperBound) != nil }
        guard let colon = place, let count = tree.colon(at: colon, before: title.plain.upperBound),
            let sort = vocabulary.word(
                tree.plain.span.extracting(title.plain.lowerBound..<colon)),
            vocabulary.isTitlePrefix(sort)
        else { return nil }
        let rest = tree.trimmed(title.part((colon + count)..<title.plain.upperBound))
        return rest.plain.isEmpty ? nil : rest
    }
}

extension MarkdownTree {
    /// A lone bold paragraph with the name of a section, as "**Document History**".
    fileprivate func impliedHeading(_ block: Int, _ vocabulary: Vocabulary) -> InlineText? {
        guard nodes[block].kind == .paragraph else { return nil }
        var text = nodes[block].text
        guard text.plain.count < 80, let span = spans[text.spans].first, span.kind == .strong
        else { return nil }
        let rest = plain[span.plain.upperBound..<text.plain.upperBound]
        guard span.plain.lowerBound == text.plain.lowerBound,
            rest.allSatisfy({ $0 == UInt8(ascii: ":") || $0 == 0x20 }),
            plain[trimmed(span.plain)].last != UInt8(ascii: ":"),
            let role = vocabulary.role(of: plain.span.extracting(span.plain), below: []),
            role.holdsItems
        else { return nil }
        text.plain = span.plain
        return text
    }
}

internal import SpecModel
internal import SpecVocabulary

/// Items as a heading with a body: which kinds a title and what stands below it make.
extension ItemBuilder {
    mutating func addHeadingItem(_ section: Int, _ kind: ItemKind) {
        let heading = sections[section]
        let title = titles[section]
        let parts = splitPrefix(title)
        let (prefix, name) = parts
        let labels = labelHeadings(below: section, kind)
        let body = body(of: section, kind, labels)
        let count = items.count
        defer {
            if items.count > count { labelSections.formUnion(labels.map(\.section)) }
        }
        var fields = body.fields
        switch kind.id {
        case .endpoint:
            guard let endpoint = endpointFields(section, prefix, name, body, kind) else { return }
            add(kind, section, endpoint.range, endpoint.fields)
            return
        case .entity:
            let isNamed = isPrefix(prefix, kind)
            var columns = columnsOfJSON(below: section)
            if columns.isEmpty { columns = columnsOfTable(below: section) }
            guard isNamed || !columns.isEmpty, !createsTables(section) else { return }
            let read = ["source"] + columns.map(\.name)
            fields.removeAll { read.contains($0.name) }
            fields.append(field("name", kind, isNamed ? name : title))
            fields.append(contentsOf: columns)
        case .phase:
            guard isStep(title.plain) || hasTasks(section) else { return }
            fields.append(field("name", kind, title))
        case .requirement, .risk, .threat:
            guard let known = identified(section, parts, kind) ?? labelled(section, body, kind)
            else { return }
            fields.removeAll { field in known.contains { $0.name == field.name } }
            fields.append(contentsOf: known)
        case .question:
            let known = identified(section, nil, kind)
            guard known != nil || isQuestion(title) else { return }
            fields.append(contentsOf: known ?? [field("text", kind, title)])
        case .quality:
            guard let known = identified(section, parts, kind) else { return }
            fields.removeAll { $0.name == "text" || $0.name == "category" }
            fields.append(contentsOf: known.filter { $0.name == "id" })
            fields.append(
                contentsOf: known.filter { $0.name == "text" }.map {
                    Field(name: "category", value: $0.value, range: $0.range)
                })
            if let list = contents[section].first(where: { tree.nodes[$0].kind == .list }) {
                fields.append(listField("text", kind, list))
            } else if let text = body.prose {
                fields.append(field("text", kind, text))
            }
        case .component:
            let isKnown = isPrefix(prefix, kind)
            guard isKnown || parentRole(of: section)?.tables.isEmpty == false || isProse(section)
            else { return }
            fields.append(field("name", kind, isKnown ? name : title))
        case .revision:
            let known = revisionFields(titleText(section), kind)
            guard !known.isEmpty else { return }
            fields += known
            if let list = contents[section].first(where: { tree.nodes[$0].kind == .list }) {
                fields.append(listField("changes", kind, list))
            } else if let text = body.prose {
                fields.append(field("changes", kind, text))
            }
        case .testCase:
            let known = identified(section, nil, kind)
            guard known != nil || saysItem(fields, kind) else { return }
            fields.removeAll { field in field.name == "id" || field.name == kind.mainField }
            fields += known ?? [field(kind.mainField, kind, title)]
        case .flag:
            // A flag is one word; `Clean-up` may be one, too.
            guard !tree.plain[title.plain].contains(where: \.isBlank), isCode(title) else { return }
            fields.append(field("name", kind, title))
            if let text = body.prose { fields.append(field("description", kind, text)) }
        case .term:
            fields = termFields(of: section, kind)
            guard !fields.isEmpty else { return }
        case .test:
            fields.append(field("type", kind, title))
            if let text = body.prose { fields.append(field("text", kind, text)) }
        default:
            let isKnown = prefix.map { isPrefix($0, kind) } ?? false
            fields.append(field(kind.mainField, kind, isKnown ? name : title))
            if let text = body.prose, kind.hasField("description"),
                !fields.contains(where: { $0.name == "description" })
            {
                fields.append(field("description", kind, text))
            }
        }
        add(kind, section, heading.headingRange, unique(fields))
        if kind.id == .phase { addSteps(of: section, sections[section].title) }
    }

    /// The title as an id alone, or as the text of an item whose labels say that it is one.
    private func labelled(_ section: Int, _ body: Body, _ kind: ItemKind) -> [Field]? {
        let title = titles[section]
        let (prefix, name) = splitPrefix(title)
        if kind.id == .threat, let prefix,
            isNumbered(prefix.plain, kind) || fieldName(prefix, kind) == kind.mainField
        {
            return [field("text", kind, name)]
        }
        if kind.hasField("id"), isID(title.plain) {
            let text = body.fields.contains { $0.name == "text" } ? nil : body.prose
            return [field("id", kind, title)] + (text.map { [field("text", kind, $0)] } ?? [])
        }
        guard saysItem(body.fields, kind), !listsLabels(contents[section], kind) else { return nil }
        return [field("text", kind, title)]
    }

    /// Does a title end with a question mark, of whatever script?
    func isQuestion(_ title: Piece) -> Bool {
        let last = tree.string(title.plain).last { !$0.isWhitespace }
        return last == "?" || last == "？"
    }

    /// Is a section nothing but a few paragraphs and lists, as the description of one thing is?
    private func isProse(_ section: Int) -> Bool {
        !(section + 1 < sections.count && sections[section + 1].parent == section)
            && contents[section].allSatisfy {
                tree.nodes[$0].kind == .paragraph || tree.nodes[$0].kind == .list
                    || tree.nodes[$0].kind == .rule
            }
    }

    /// The first field of each name.
    func unique(_ fields: [Field]) -> [Field] {
        let isUnique = fields.indices.allSatisfy { index in
            !fields[..<index].contains { $0.name == fields[index].name }
        }
        if isUnique { return fields }
        var kept: [Field] = []
        for field in fields where !kept.contains(where: { $0.name == field.name }) {
            kept.append(field)
        }
        return kept
    }

    /// `Component 1: Gateway` and `Component 1 – Gateway` are `Component 1` and `Gateway`.
    func splitPrefix(_ title: Piece) -> (prefix: Piece?, name: Piece) {
        var mark = title.plain.lowerBound
        let end = title.plain.upperBound
        while mark < end, markCount(at: mark, before: end) == nil { mark += 1 }
        guard let count = markCount(at: mark, before: end) else { return (nil, title) }
        let words = Words.normalised(tree.string(title.plain.lowerBound..<mark))
        let second = words.utf8.drop { $0 != 0x20 }.dropFirst()
        guard !words.isEmpty, second.allSatisfy({ $0.isDigit || $0.isLetter || $0 >= 0x80 })
        else { return (nil, title) }
        return (
            title.part(title.plain.lowerBound..<mark),
            tree.trimmed(title.part((mark + count)..<end))
        )
    }

    /// The length of a colon or dash at a place.
    func markCount(at place: Int, before end: Int) -> Int? {
        tree.colon(at: place, before: end) ?? tree.dash(at: place, before: end)
    }

    /// `FR-1: Title`, `Risk: Title`.
    /// - Parameter parts: the title around its first mark; nil where what stands in front of it
    ///   does not count.
    func identified(
        _ section: Int, _ parts: (prefix: Piece?, name: Piece)?, _ kind: ItemKind
    ) -> [Field]? {
        if let known = leadingID(ofTitle: section), !known.text.isEmpty {
            let title = titles[section]
            return [
                field("id", kind, title.part(known.id)),
                field(textField(of: kind), kind, title.part(known.text)),
            ]
        }
        guard let parts, isPrefix(parts.prefix, kind) else { return nil }
        return [field("text", kind, parts.name)]
    }

    /// Is all of a title a code span, or a name with `_`?
    private func isCode(_ title: Piece) -> Bool {
        tree.plain[title.plain].contains(UInt8(ascii: "_"))
            || tree.spans[title.leaf.spans].contains { $0.kind == .code && $0.plain == title.plain }
    }

    func isStep(_ plain: Range<Int>) -> Bool {
        vocabulary.firstWord(tree.plain.span.extracting(plain)).map(vocabulary.isStep) ?? false
    }

    func isPrefix(_ piece: Piece?, _ kind: ItemKind) -> Bool {
        guard let piece else { return false }
        return vocabulary.firstWord(tree.plain.span.extracting(piece.plain))
            .map { vocabulary.isPrefix($0, of: kind) } ?? false
    }

    func isPrefix(_ word: Substring, _ kind: ItemKind) -> Bool {
        vocabulary.word(word).map { vocabulary.isPrefix($0, of: kind) } ?? false
    }

    private func hasTasks(_ section: Int) -> Bool {
        contents[section].contains { block in
            tree.nodes[block].kind == .list
                && tree.children(of: block).contains { tree.nodes[$0].task != nil }
        }
    }
}

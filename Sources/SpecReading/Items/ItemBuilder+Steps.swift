internal import SpecModel
internal import SpecVocabulary

/// Steps of a plan and their tasks.
extension ItemBuilder {
    /// `**Phase 1**: Foundation` with a list behind it.
    mutating func addBoldItem(_ place: Int, _ section: Int, _ kind: ItemKind) {
        let block = contents[section][place]
        let text = tree.nodes[block].text
        if kind.id == .term {
            guard let label = tree.labels(in: text).first, label.hasValue,
                tree.range(of: label.name).start <= text.range.start + 2
            else { return }
            add(
                kind, section, tree.nodes[block].range,
                [field("term", kind, label.name), field("definition", kind, label.value)])
            return
        }
        guard isBoldStep(block, kind) else { return }
        var fields = [field(kind.mainField, kind, Piece(text))]
        if place + 1 < contents[section].endIndex {
            let next = contents[section][place + 1]
            if tree.nodes[next].kind == .list, kind.traits(of: "tasks").contains(.list) {
                fields.append(stepTasks(next))
            }
        }
        add(kind, section, tree.nodes[block].range, fields)
        if kind.traits(of: "tasks").contains(.list), place + 1 < contents[section].endIndex {
            addStepTasks(
                of: contents[section][place + 1], section, tree.value(Piece(text)).text)
        }
    }

    /// Is a paragraph led by a bold step name?
    private func isBoldStep(_ block: Int, _ kind: ItemKind) -> Bool {
        let text = tree.nodes[block].text
        guard tree.nodes[block].kind == .paragraph, let span = tree.spans[text.spans].first,
            span.kind == .strong, span.plain.lowerBound == text.plain.lowerBound
        else { return false }
        guard kind.hasPrefixes else { return isStep(span.plain) }
        let words = Words.normalised(tree.string(span.plain)).split(separator: " ")
        return words.count > 1 && isPrefix(words[0], kind)
            && words[1].first?.isNumber == true
    }

    /// Does a list say the tasks of the bold step in front of it?
    func isBehindStep(_ place: Int, _ section: Int, _ role: SectionRole?) -> Bool {
        guard place > contents[section].startIndex, let kind = role?.bold.map({ vocabulary[$0] })
        else {
            return false
        }
        return isBoldStep(contents[section][place - 1], kind)
    }

    /// The tasks below a heading that is a step.
    mutating func addSteps(of section: Int, _ name: String) {
        for block in contents[section] where tree.nodes[block].kind == .list {
            addStepTasks(of: block, section, name)
        }
        if let index = items.lastIndex(where: { $0.kind == "phase" && $0.section == section }),
            let list = contents[section].first(where: { tree.nodes[$0].kind == .list }),
            items[index].field("tasks") == nil
        {
            items[index].fields.append(stepTasks(list))
        }
    }

    private func stepTasks(_ list: Int) -> Field {
        let entries = tree.children(of: list).compactMap { entry in
            entryText(entry).map { tree.value($0.plain, of: $0) }
        }
        return Field(name: "tasks", value: .list(entries), range: tree.nodes[list].range)
    }

    /// Every entry of a step's list is a task, with or without a box.
    private mutating func addStepTasks(of list: Int, _ section: Int, _ phase: String) {
        guard tree.nodes[list].kind == .list else { return }
        for entry in tree.children(of: list) {
            addTask(entry, section, phase: phase)
        }
    }

    /// All task list entries of the document that are nothing else.
    mutating func addTasks() {
        for index in tree.nodes.indices where tree.nodes[index].task != nil && !taken[index] {
            addTask(index, section(at: tree.nodes[index].range.start), phase: nil)
        }
    }

    private mutating func addTask(_ entry: Int, _ section: Int?, phase: String?) {
        guard !taken[entry], let text = entryText(entry) else { return }
        let kind = vocabulary[.task]
        taken[entry] = true
        var fields = [wholeField("text", kind, text)]
        if let done = tree.nodes[entry].task {
            fields.append(Field(name: "done", value: .boolean(done), range: boxRange(entry)))
        }
        if let phase {
            let range = tree.nodes[entry].range
            fields.append(
                Field(
                    name: "phase", value: .text(phase),
                    range: SourceRange(range.start, range.start)))
        }
        add(kind, section, entryRange(entry, text), fields)
    }

    /// The innermost section around an offset.
    func section(at offset: Int) -> Int? {
        let behind = sections.partitioningIndex { $0.headingRange.start > offset }
        return behind == 0 ? nil : behind - 1
    }
}

extension SectionBuilder {
    /// Is there a section of steps with something to read steps from: a table, a list, or a heading
    /// that means nothing else?
    func holdsSteps(_ vocabulary: Vocabulary) -> Bool {
        func isOfSteps(_ section: Int) -> Bool {
            roles[section].map { vocabulary[$0].headings } == .phase
        }
        return sections.indices.contains { section in
            if roles[section] == nil { return sections[section].parent.map(isOfSteps) ?? false }
            return isOfSteps(section)
                && contents[section].contains {
                    tree.nodes[$0].kind == .table || tree.nodes[$0].kind == .list
                }
        }
    }
}

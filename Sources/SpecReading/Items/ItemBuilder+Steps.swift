internal import SpecModel
internal import SpecVocabulary

/// Steps of a plan and their tasks.
extension ItemBuilder {
    /// A paragraph led by bold text of a section whose role says what those are: a term, a test.
    mutating func addBoldItem(_ place: Int, _ section: Int, _ kind: ItemKind) {
        let block = contents[section][place]
        let text = tree.nodes[block].text
        if kind.id == .term { return addTerms(block, section, kind) }
        guard kind.id != .phase, isBoldStep(block, kind) else { return }
        add(
            kind, section, tree.nodes[block].range, [field(kind.mainField, kind, Piece(text))])
    }

    /// Is a paragraph led by a bold step name?
    func isBoldStep(_ block: Int, _ kind: ItemKind) -> Bool {
        let text = tree.nodes[block].text
        guard tree.nodes[block].kind == .paragraph, let span = tree.spans[text.spans].first,
            span.kind == .strong, span.plain.lowerBound == text.plain.lowerBound
        else { return false }
        guard kind.hasPrefixes else { return isStep(span.plain) }
        let words = Words.normalised(tree.string(span.plain)).split(separator: " ")
        return words.count > 1 && isPrefix(words[0], kind)
            && words[1].first?.isNumber == true
    }

    /// The tasks below a heading that is a step.
    mutating func addSteps(of section: Int, _ name: String) {
        let lists = contents[section].filter { tree.nodes[$0].kind == .list }
        for list in lists { addStepTasks(of: list, section, name) }
        if let index = items.lastIndex(where: { $0.kind == "phase" && $0.section == section }),
            let list = lists.first, items[index].field("tasks") == nil
        {
            items[index].fields.append(stepTasks(list))
        }
    }

    /// `1. Phase 1: Foundation` in a list, with its tasks in the list below it.
    mutating func addStep(_ entry: Int, _ text: InlineText, _ section: Int) {
        guard tree.nodes[entry].task == nil, isStep(text.plain) else { return }
        let words = Words.normalised(tree.string(text.plain)).split(separator: " ", maxSplits: 2)
        guard words.count > 1, words[1].first?.isNumber == true else { return }
        let kind = vocabulary[.phase]
        let behind = fieldsBehindText(of: text, kind)
        let name = field("name", kind, Piece(behind.text))
        var fields = [name] + behind.fields
        let nested = tree.firstChild(of: entry, .list)
        if let nested { fields.append(stepTasks(nested)) }
        taken[entry] = true
        add(kind, section, entryRange(entry, text), fields)
        if let nested { addStepTasks(of: nested, section, name.text ?? "") }
    }

    /// The tasks among the blocks below a bold step.
    mutating func addTasks(in blocks: ArraySlice<Int>, _ section: Int, _ phase: String) {
        for list in stepLists(in: blocks) { addStepTasks(of: list, section, phase) }
    }

    func stepTasks(in blocks: ArraySlice<Int>) -> [Field] { stepLists(in: blocks).map(stepTasks) }

    /// The list right behind a bold step or behind words of its own, and one that is called its
    /// tasks. A list behind another label is none.
    private func stepLists(in blocks: ArraySlice<Int>) -> [Int] {
        let kind = vocabulary[.phase]
        var lists: [Int] = []
        var isOther = false
        for block in blocks {
            let node = tree.nodes[block]
            if node.kind == .list {
                if !isOther { lists.append(block) }
                isOther = true
            } else if node.kind == .paragraph, let label = labels(in: node.text, kind).last {
                isOther = !label.hasValue && fieldName(label.name, kind) != "tasks"
            } else if node.kind != .paragraph {
                isOther = true
            }
        }
        return lists
    }

    private func stepTasks(_ list: Int) -> Field {
        let entries = stepEntries(of: list).compactMap { entry in
            entryText(entry).map { tree.value($0.plain, of: $0) }
        }
        return Field(name: "tasks", value: .list(entries), range: tree.nodes[list].range)
    }

    /// The entries of a step's list but those that are labels of its other fields; below a label
    /// for its tasks, the entries there.
    private func stepEntries(of list: Int) -> [Int] {
        let kind = vocabulary[.phase]
        return tree.children(of: list).flatMap { entry -> [Int] in
            guard let text = entryText(entry), tree.nodes[entry].task == nil,
                let label = labels(in: text, kind).first,
                let name = fieldName(label.name, kind), name != kind.mainField
            else { return [entry] }
            guard name == "tasks", !label.hasValue,
                let nested = tree.firstChild(of: entry, .list)
            else { return [] }
            return Array(tree.children(of: nested))
        }
    }

    /// Every entry of a step's list is a task, with or without a box.
    private mutating func addStepTasks(of list: Int, _ section: Int, _ phase: String) {
        for entry in stepEntries(of: list) { addTask(entry, section, phase: phase) }
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
            roles[section].map { vocabulary.headings($0) } == .phase
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

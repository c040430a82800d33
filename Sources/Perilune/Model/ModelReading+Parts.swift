internal import SpecModel
internal import SpecReading
internal import SpecVocabulary

// What a spec is made of.

extension ModelReading {
    func status() throws(Problem) -> Status {
        var status = Status(raw: "", value: nil, range: SourceRange(0, 0))
        try reader.object(required: ["raw", "value", "range"]) { key throws(Problem) in
            switch key {
            case "raw": status.raw = try reader.string()
            case "value": status.value = try reader.stringOrNull()
            case "range": status.range = try range()
            default: return false
            }
            return true
        }
        return status
    }

    func metadata() throws(Problem) -> MetadataField {
        var field = MetadataField(
            name: "", role: nil, value: "", nameRange: SourceRange(0, 0), range: SourceRange(0, 0))
        try reader.object(required: ["name", "role", "value", "range"]) { key throws(Problem) in
            switch key {
            case "name": field.name = try reader.string()
            case "role": field.role = try reader.stringOrNull()
            case "value": field.value = try reader.string()
            case "date": field.date = try day()
            case "range":
                field.range = try range()
                field.nameRange = field.range
            default: return false
            }
            return true
        }
        note(field.value, at: field.range)
        return field
    }

    func sections(below parent: Int?, _ all: inout [Section]) throws(Problem) {
        try reader.array { () throws(Problem) in
            let place = all.count
            let none = SourceRange(0, 0)
            all.append(
                Section(
                    title: "", number: nil, level: 1, role: nil, parent: parent, titleRange: none,
                    headingRange: none, range: none, isEmpty: false, isOptional: false,
                    isImplicit: false))
            try reader.object(
                required: ["title", "number", "level", "role", "range", "heading", "sections"]
            ) { key throws(Problem) in
                switch key {
                case "title": all[place].title = try reader.string()
                case "number": all[place].number = try reader.stringOrNull()
                case "level": all[place].level = try reader.integer(in: 1...6)
                case "role": all[place].role = try reader.stringOrNull()
                case "range": all[place].range = try range()
                case "heading":
                    all[place].headingRange = try range()
                    all[place].titleRange = all[place].headingRange
                case "sections": try sections(below: place, &all)
                default: return false
                }
                return true
            }
        }
    }

    func item() throws(Problem) -> Item {
        var item = Item(
            kind: "", key: "", section: nil, range: SourceRange(0, 0), fields: [], extra: [],
            isPlaceholder: false)
        var title: String?
        try reader.object(
            required: ["kind", "key", "section", "range", "fields"]
        ) { key throws(Problem) in
            switch key {
            case "kind": item.kind = try word()
            case "key": item.key = try word()
            case "section": title = try reader.stringOrNull()
            case "placeholder": item.isPlaceholder = try reader.boolean()
            case "range": item.range = try range()
            case "fields": item.fields = try fields()
            case "extra": item.extra = try fields(mayRepeat: true)
            default: return false
            }
            return true
        }
        sectionTitles.append(title)
        give(meanings: kinds[item.kind], to: &item)
        return item
    }

    /// Fields are what the vocabulary says they are, for a level that is none shows nowhere else.
    private func give(meanings kind: ItemKind?, to item: inout Item) {
        guard let kind else { return }
        if kind.id.isAdded { item.titleField = kind.mainField }
        for place in item.fields.indices where item.fields[place].text != nil {
            item.fields[place].meaning = kind.traits(of: item.fields[place].name).meaning
        }
    }

    func placeholder() throws(Problem) -> Placeholder {
        var placeholder = Placeholder(style: "", text: "", range: SourceRange(0, 0))
        try reader.object(required: ["text", "style", "range"]) { key throws(Problem) in
            switch key {
            case "text": placeholder.text = try reader.string()
            case "style": placeholder.style = try word()
            case "range": placeholder.range = try range()
            default: return false
            }
            return true
        }
        return placeholder
    }

    func tasks() throws(Problem) -> TaskCount {
        var tasks = TaskCount()
        try reader.object(required: ["done", "open"]) { key throws(Problem) in
            switch key {
            case "done": tasks.done = try reader.integer(in: 0...Int.max)
            case "open": tasks.open = try reader.integer(in: 0...Int.max)
            default: return false
            }
            return true
        }
        return tasks
    }

    func code() throws(Problem) -> CodeBlock {
        var block = CodeBlock(language: nil, range: SourceRange(0, 0))
        try reader.object(required: ["language", "range"]) { key throws(Problem) in
            switch key {
            case "language": block.language = try reader.stringOrNull()
            case "range": block.range = try range()
            default: return false
            }
            return true
        }
        return block
    }
}

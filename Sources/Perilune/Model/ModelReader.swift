public import SpecModel
internal import SpecReading
internal import SpecTemplates
internal import SpecVocabulary

/// Reads what `perilune model --format json` prints, or what another program made of it.
///
/// Members that are not known are passed over. What the JSON does not hold, a spec that is read from it
/// does not have: the text of the document (its places are true, the bytes there are blanks), blocks,
/// links, the names of headings, what its template asks for, whether a section is empty, optional or
/// implicit.
public enum ModelReader {
    /// What a model holds, sorted by the bytes of the paths.
    /// - Parameters:
    ///   - name: of the text, for messages.
    ///   - workspace: whose vocabulary says which fields are levels and numbers.
    /// - Throws: the first thing that is wrong, with its line and its path in the JSON.
    public static func specs(
        _ bytes: [UInt8], name: String, in workspace: Workspace
    ) throws(Problem) -> [Spec] {
        try requireVersion(bytes, name)
        let reading = ModelReading(
            try JSONReader(bytes, name: name), workspace.reader.reader.index.kinds)
        return try reading.specs()
    }

    /// Bytes of a model that are read.
    private static let limit = 1 << 30

    /// What the model in a file holds; `-` stands for standard input.
    public static func specs(
        in file: String, of workspace: Workspace
    ) throws(Problem) -> [Spec] {
        if file == "-" {
            let name = "standard input"
            let bytes = try Files.read(descriptor: 0, name: name, limit: limit)
            return try specs(bytes, name: name, in: workspace)
        }
        return try specs(try Files.read(file, limit: limit), name: file, in: workspace)
    }

    /// What another version means by its members, nobody knows.
    private static func requireVersion(_ bytes: [UInt8], _ name: String) throws(Problem) {
        let reader = try JSONReader(bytes, name: name)
        try reader.object(required: ["schema_version", "specs"]) { key throws(Problem) in
            guard key == "schema_version" else { return false }
            let version = try reader.integer(in: 0...Int.max)
            if version != 1 {
                throw reader.problem("is \(version); this perilune reads version 1")
            }
            return true
        }
        try reader.finish()
    }
}

/// One model, as it is read.
final class ModelReading {
    /// Bytes that all documents may have that a model tells of.
    private static let limit = 1 << 30

    let reader: JSONReader
    private let kinds: [String: ItemKind]
    /// Of the spec at hand.
    private var outline = SourceOutline()
    /// Of the items at hand, the titles of their sections.
    private var sectionTitles: [String?] = []
    private var total = 0

    init(_ reader: JSONReader, _ kinds: [ItemKind]) {
        self.reader = reader
        self.kinds = Dictionary(
            kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func specs() throws(Problem) -> [Spec] {
        var specs: [Spec] = []
        var paths: Set<[UInt8]> = []
        try reader.object { key throws(Problem) in
            guard key == "specs" else { return false }
            try reader.array { () throws(Problem) in
                let spec = try spec()
                guard paths.insert(Array(spec.path.utf8)).inserted else {
                    throw reader.problem("a second spec with the path \"\(spec.path)\"")
                }
                specs.append(spec)
            }
            return true
        }
        return specs.sorted { Path.precedes($0.path, $1.path) }
    }

    private func spec() throws(Problem) -> Spec {
        outline = SourceOutline()
        var spec = Spec(source: SourceText(path: "", bytes: []))
        var (path, title) = ("", String?.none)
        try reader.object(
            required: [
                "path", "template", "title", "status", "metadata", "sections", "items",
                "placeholders", "tasks", "code",
            ]
        ) { key throws(Problem) in
            switch key {
            case "path": path = try word()
            case "template": spec.template = try reader.stringOrNull()
            case "title": title = try reader.stringOrNull()
            case "status": spec.status = try reader.isNull() ? nil : status()
            case "metadata": spec.metadata = try list(metadata)
            case "sections": try sections(below: nil, &spec.sections)
            case "items":
                sectionTitles = []
                spec.items = try list(item)
            case "placeholders": spec.placeholders = try list(placeholder)
            case "tasks": spec.tasks = try tasks()
            case "code": spec.code = try list(code)
            default: return false
            }
            return true
        }
        guard let source = outline.text(path: path) else {
            throw reader.problem("has places that no document has: its lines overlap")
        }
        total += source.bytes.count
        if total > Self.limit {
            throw reader.problem("documents of more than \(Self.limit >> 20) MiB in all")
        }
        let heading = spec.sections.first?.headingRange
        spec.source = source
        spec.title = title.map { SourcedText($0, heading ?? SourceRange(0, 0)) }
        placeItems(&spec)
        return spec
    }

    /// Items name their sections by titles, of which a spec may have several alike: the innermost that
    /// holds the item is meant, else the first.
    private func placeItems(_ spec: inout Spec) {
        var places: [String: [Int]] = [:]
        for (place, section) in spec.sections.enumerated() {
            places[section.title, default: []].append(place)
        }
        for (index, title) in sectionTitles.enumerated() {
            guard let alike = title.flatMap({ places[$0] }) else { continue }
            let start = spec.items[index].range.start
            let around = alike.last {
                let range = spec.sections[$0].range
                return range.start <= start && start < max(range.end, range.start + 1)
            }
            spec.items[index].section = around ?? alike.first
        }
    }

    // MARK: parts

    private func status() throws(Problem) -> Status {
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

    private func metadata() throws(Problem) -> MetadataField {
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
        return field
    }

    private func sections(below parent: Int?, _ all: inout [Section]) throws(Problem) {
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

    private func item() throws(Problem) -> Item {
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

    private func placeholder() throws(Problem) -> Placeholder {
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

    private func tasks() throws(Problem) -> TaskCount {
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

    private func code() throws(Problem) -> CodeBlock {
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

    // MARK: values

    func list<Element>(
        _ element: () throws(Problem) -> Element
    ) throws(Problem) -> [Element] {
        var list: [Element] = []
        try reader.array { () throws(Problem) in list.append(try element()) }
        return list
    }

    /// A text that is not empty.
    func word() throws(Problem) -> String {
        let text = try reader.string()
        if text.isEmpty { throw reader.problem("is empty") }
        return text
    }

    func day() throws(Problem) -> String {
        let text = try reader.string()
        guard Day.isDay(text) else {
            throw reader.problem("expected a day as 2026-03-01, found \"\(text)\"")
        }
        return text
    }

    func range() throws(Problem) -> SourceRange {
        var (start, end) = (0, 0)
        try reader.object(required: ["start", "end"]) { key throws(Problem) in
            switch key {
            case "start": start = try offset()
            case "end": end = try offset()
            default: return false
            }
            return true
        }
        guard start <= end else { throw reader.problem("ends before it begins") }
        return SourceRange(start, end)
    }

    private func offset() throws(Problem) -> Int {
        var place = SourcePosition(line: 1, column: 1, offset: 0)
        let most = SourceOutline.limit
        try reader.object(required: ["line", "column", "offset"]) { key throws(Problem) in
            switch key {
            case "line": place.line = try reader.integer(in: 1...most + 1)
            case "column": place.column = try reader.integer(in: 1...most + 1)
            case "offset": place.offset = try reader.integer(in: 0...most)
            default: return false
            }
            return true
        }
        if let problem = outline.note(place) { throw reader.problem(problem) }
        return place.offset
    }
}

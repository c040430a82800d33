internal import SpecModel
internal import SpecReading
internal import SpecVocabulary

/// One model, as it is read.
final class ModelReading {
    /// Bytes that all documents may have that a model tells of.
    private static let limit = 1 << 30

    let reader: JSONReader
    let kinds: [String: ItemKind]
    private let limits: ReadingLimits
    /// Of the spec at hand.
    private(set) var outline = SourceOutline()
    /// Of the items at hand, the titles of their sections.
    var sectionTitles: [String?] = []
    private var total = 0

    init(_ reader: JSONReader, _ kinds: [ItemKind], _ limits: ReadingLimits) {
        self.reader = reader
        self.limits = limits
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

    // MARK: values

    /// Takes note of what stands at a place.
    func note(_ text: String, at range: SourceRange) { outline.note(text, at: range) }

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
        let most = limits.document
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

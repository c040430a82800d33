public import SpecModel
public import SpecQuery

/// What a query found, as `perilune query` prints it: the items of each spec, in document order.
public struct QueryReport: Sendable {
    /// The items found in one spec.
    public struct Part: Sendable {
        public var spec: Spec
        /// Ascending indices in `Spec.items`.
        public var items: [Int]
    }

    public let query: Query
    /// By path; specs without any have an empty list.
    public let parts: [Part]
    /// The columns of the table and of CSV; nil where nobody chose any.
    public let fields: [FieldReference]?
    let names: QueryNames

    /// Looks for items. Those made of placeholders alone are left out unless the query asks for
    /// them by name, or somebody else does.
    public init(
        _ query: Query, in specs: [Spec], fields: [FieldReference]? = nil,
        includingPlaceholders: Bool = false, names: QueryNames
    ) {
        self.query = query
        self.fields = fields
        self.names = names
        let showsAll = includingPlaceholders || query.asksForPlaceholders
        parts = specs.map { spec in
            let items = query.items(in: spec)
            return Part(
                spec: spec,
                items: showsAll ? items : items.filter { !spec.items[$0].isPlaceholder })
        }
    }

    /// How many items were found.
    public var count: Int { parts.reduce(0) { $0 + $1.items.count } }

    /// `3 items in 2 of 7 specs`.
    public var summary: String {
        let items = FindingsReport.counted(count, "item")
        let specs = FindingsReport.counted(parts.count, "spec")
        let some = parts.count { !$0.items.isEmpty }
        return some == parts.count || some == 0
            ? "\(count == 0 ? "no items" : items) in \(specs)" : "\(items) in \(some) of \(specs)"
    }

    /// A selector that is wrong, with the part that is wrong marked.
    public static func mistake(
        _ error: QueryError, in selector: String, style: Style = .plain
    ) -> String {
        let source = SourceText(path: "", bytes: Array(selector.utf8))
        let range = SourceRange(error.range.lowerBound, error.range.upperBound)
        let location = Location(
            path: "", start: source.position(at: range.start), end: source.position(at: range.end))
        return CodeFrame.text(location, in: source, style: style)
    }

    /// One object, additive changes only; an item is written as `perilune model` writes it.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("items", .block) { writer in
                for part in parts {
                    for index in part.items {
                        writer.object { writer in
                            writer.member("path", part.spec.path)
                            writer.members(of: part.spec.items[index], in: part.spec)
                        }
                    }
                }
            }
        }
        return writer.finish()
    }
}

/// What a selector calls a value of an item or of its spec.
public struct FieldReference: Sendable, Hashable {
    public enum Base: Sendable, Hashable {
        /// `impact`: a field of the kind, or what every item has.
        case item(String)
        /// `"Due date"`: a column that no kind knows, by its own name.
        case column(String)
        /// `spec.status`: what every spec has, or metadata by its role.
        case spec(String)
        /// `spec."Cost centre"`: metadata by its own name.
        case metadata(String)
    }

    public let base: Base
    /// `values.production`: the one of several named texts.
    public let entry: String?

    public init(_ base: Base, entry: String? = nil) {
        self.base = base
        self.entry = entry
    }

    /// Reads names separated by commas, `id,spec.status,"Due date"`; fields are those of some
    /// kinds, or of all where none is named.
    public static func list(
        _ text: String, of kinds: [String]?, names: QueryNames
    ) throws(QueryError) -> [FieldReference] {
        var reader = QueryReader(text, names: names)
        return try reader.references(of: kinds)
    }
}

extension FieldReference {
    /// As the heading of a column: without quotes.
    public var heading: String {
        let name =
            switch base {
            case .item(let name), .column(let name): name
            case .spec(let name), .metadata(let name): "spec.\(name)"
            }
        return name + (entry.map { "." + $0 } ?? "")
    }
}

extension FieldReference: CustomStringConvertible {
    /// As a selector writes it.
    public var description: String {
        let name =
            switch base {
            case .item(let name): name
            case .column(let name): QueryWriter.quoted(name)
            case .spec(let name): "spec.\(name)"
            case .metadata(let name): "spec.\(QueryWriter.quoted(name))"
            }
        return name + (entry.map { "." + QueryWriter.name($0) } ?? "")
    }
}

/// A part of a spec that crosses into Lua when somebody looks at it.
enum SpecPart: Equatable {
    /// `spec` is what stands in the spec itself.
    case spec, sections, placeholders, links, anchors, schema, titles, ids
    /// The items of a kind.
    case items(String)

    /// Reads what `host.part` asks for.
    init?(_ text: some Sequence<UInt8>) {
        let text = String(decoding: Array(text), as: UTF8.self)
        switch text {
        case "spec": self = .spec
        case "sections": self = .sections
        case "placeholders": self = .placeholders
        case "links": self = .links
        case "anchors": self = .anchors
        case "schema": self = .schema
        case "titles": self = .titles
        case "ids": self = .ids
        default:
            guard text.hasPrefix(Self.itemsPrefix) else { return nil }
            self = .items(String(text.dropFirst(Self.itemsPrefix.count)))
        }
    }

    private static let itemsPrefix = "items "

    /// As `host.part` asks for it.
    var text: String {
        switch self {
        case .spec: "spec"
        case .sections: "sections"
        case .placeholders: "placeholders"
        case .links: "links"
        case .anchors: "anchors"
        case .schema: "schema"
        case .titles: "titles"
        case .ids: "ids"
        case .items(let kind): Self.itemsPrefix + kind
        }
    }
}

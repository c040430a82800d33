/// What a selector may name, so that a name nobody knows is an error and not an empty result.
public struct QueryNames: Sendable, Equatable {
    /// A kind of item and its fields, by their canonical names.
    public struct Kind: Sendable, Equatable {
        public var name: String
        public var fields: [String]

        public init(name: String, fields: [String]) {
            self.name = name
            self.fields = fields
        }
    }

    /// In the vocabulary's order.
    public var kinds: [Kind]
    /// Roles of metadata: `author`, `related-prd`, …
    public var roles: [String]

    public init(kinds: [Kind], roles: [String]) {
        self.kinds = kinds
        self.roles = roles
    }

    /// What every item has beside the fields of its kind, which take precedence.
    public static let ofEveryItem = ["key", "kind", "line", "placeholder", "section", "title"]

    /// What every spec has beside its metadata.
    public static let ofEverySpec = ["path", "status", "template", "title"]

    /// The fields of some kinds in order, each once; of all kinds where none is named.
    public func fields(of names: [String]?) -> [String] {
        var seen: Set<String> = []
        return kinds.filter { names?.contains($0.name) ?? true }.flatMap(\.fields)
            .filter { seen.insert($0).inserted }
    }

    /// Does one of the kinds, or any where none is named, have the field?
    func hasField(_ name: String, of names: [String]?) -> Bool {
        kinds.contains { kind in
            (names?.contains(kind.name) ?? true) && kind.fields.contains(name)
        }
    }

    /// The names that may follow `spec.`.
    var ofSpecs: [String] {
        Self.ofEverySpec + roles.filter { !Self.ofEverySpec.contains($0) }
    }
}

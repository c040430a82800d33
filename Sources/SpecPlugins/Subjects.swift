internal import SpecModel
public import SpecQuery

/// What rules may look at: item kinds with their fields, block kinds, and the parts of a spec.
public struct Subjects: Sendable, Equatable {
    /// Every item kind that reading knows, and its fields under their canonical names.
    public let kinds: [(name: String, fields: [String])]

    /// Of kinds that no plugin can know beforehand, the field that names an item.
    let names: [String: String]

    /// - Parameter names: by kind, the field that names an item where `text`, `name` and their like
    ///   do not.
    public init(kinds: [(name: String, fields: [String])], names: [String: String] = [:]) {
        self.kinds = kinds
        self.names = names
    }

    public static func == (left: Subjects, right: Subjects) -> Bool {
        left.kinds.elementsEqual(right.kinds, by: ==) && left.names == right.names
    }

    /// The kinds that are there whatever a workspace adds, and the fields that plugins can count on.
    public static let builtIn = Subjects(kinds: [
        ("goal", ["text", "primary"]),
        ("non-goal", ["text", "primary"]),
        ("constraint", ["text"]),
        ("component", ["name", "responsibility", "technology", "dependencies", "interfaces"]),
        (
            "endpoint",
            ["method", "path", "name", "description", "auth", "request", "response", "errors"]
        ),
        ("entity", ["name", "columns", "types", "constraints", "rules", "source"]),
        ("requirement", ["id", "text", "priority", "acceptance"]),
        ("quality", ["category", "text", "target", "validation"]),
        (
            "dependency",
            ["name", "type", "owner", "purpose", "status", "version", "risk", "fallback"]
        ),
        ("test", ["type", "text", "coverage", "tools"]),
        ("test-case", ["scenario", "input", "expected"]),
        ("phase", ["name", "scope", "tasks", "duration", "dependencies", "trigger"]),
        ("task", ["text", "done", "phase"]),
        ("flag", ["name", "description"]),
        ("metric", ["name", "current", "target", "method"]),
        ("alert", ["name", "condition", "severity", "action", "threshold"]),
        (
            "risk",
            ["id", "text", "likelihood", "impact", "mitigation", "owner", "status", "category"]
        ),
        ("threat", ["text", "likelihood", "impact", "mitigation"]),
        ("question", ["id", "text", "owner", "status", "done"]),
        ("alternative", ["name", "description", "pros", "cons", "reason"]),
        ("permission", ["role", "permissions"]),
        ("variable", ["name", "values"]),
        ("term", ["term", "definition"]),
        ("reference", ["text", "url"]),
        ("signoff", ["role", "name", "status", "date", "approved"]),
        ("revision", ["version", "date", "author", "changes"]),
    ])

    /// What a check may look at besides items.
    public static let parts: [String] =
        Block.Kind.allCases.map(\.rawValue)
        + ["link", "placeholder", "section", "spec", "text", "workspace"]

    /// What metadata may be to reading, in the vocabulary's order.
    public static let roles = [
        "title", "project", "feature", "author", "reviewers", "status", "created", "updated",
        "date", "version", "related-prd", "target-release",
    ]

    /// What a selector may name.
    public var queryNames: QueryNames {
        QueryNames(
            kinds: kinds.map { QueryNames.Kind(name: $0.name, fields: $0.fields) },
            roles: Self.roles)
    }

    /// Every value that a check's `each` may have, in the order of the documentation.
    public var all: [String] { kinds.map(\.name) + Self.parts }

    /// The fields of a kind; none where it is not known.
    func fields(of kind: String) -> [String] {
        kinds.first { $0.name == kind }?.fields ?? []
    }
}

internal import SpecModel
public import SpecQuery

/// What rules may look at: item kinds with their fields, block kinds, and the parts of a spec.
public enum Subjects {
    /// Every item kind that reading knows, and its fields under their canonical names.
    public static let kinds: [(name: String, fields: [String])] = [
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
    ]

    /// Fields whose value is a level (`low medium high` …), with the author's text in `raw`.
    public static let levelFields: Set<String> = ["likelihood", "impact", "priority", "severity"]

    /// What metadata may be to reading, in the vocabulary's order.
    public static let roles = [
        "title", "project", "feature", "author", "reviewers", "status", "created", "updated",
        "date", "version", "related-prd", "target-release",
    ]

    /// What a selector may name.
    public static let queryNames = QueryNames(
        kinds: kinds.map { QueryNames.Kind(name: $0.name, fields: $0.fields) }, roles: roles)

    /// Every value that a check's `each` may have, in the order of the documentation.
    public static let all: [String] =
        kinds.map(\.name) + Block.Kind.allCases.map(\.rawValue)
        + ["placeholder", "section", "spec", "workspace"]

    /// The fields of a kind; none where it is not known.
    static func fields(of kind: String) -> [String] {
        kinds.first { $0.name == kind }?.fields ?? []
    }
}

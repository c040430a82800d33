internal import SpecModel
internal import SpecPlugins
package import SpecQuery

/// The sandbox as lua-language-server knows it: `perilune.d.lua`, with the kinds of items that a
/// workspace has in the gaps that it leaves.
///
/// - `$kinds`, `$parts`: what `each` may be, as a union of strings;
/// - `$items`: a class for each kind;
/// - `---@items CLASS`: what `items` of that class gives for each kind.
package enum TypeLibrary {
    /// - Parameter names: the kinds with their fields.
    package static func text(_ names: QueryNames) -> String {
        let kinds = union(names.kinds.map(\.name))
        return PluginFiles.typeLibrary.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line -> String in
                if line == "$items" { return names.kinds.map(itemClass).joined() }
                if line.hasPrefix("---@items ") {
                    let owner = line.dropFirst("---@items ".count)
                    return names.kinds.map { kind in
                        "---@overload fun(self: \(owner), kind: \"\(kind.name)\"): "
                            + "\(className(kind.name))[]"
                    }.joined(separator: "\n")
                }
                return String(line).replacing("$kinds", with: kinds)
                    .replacing("$parts", with: union(Subjects.parts))
            }.joined(separator: "\n")
    }

    private static func union(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: "|")
    }

    /// `perilune.NonGoal`.
    package static func className(_ kind: String) -> String {
        "perilune."
            + kind.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func itemClass(_ kind: QueryNames.Kind) -> String {
        let isBuiltIn = Subjects.builtIn.kinds.contains { $0.name == kind.name }
        let fields = kind.fields.map { field in
            "---@field \(field)? \(isBuiltIn ? type(of: field, in: kind.name) : "any")\n"
        }
        return "---@class \(className(kind.name)): perilune.Item\n\(fields.joined())\n"
    }

    /// What a field of a kind that is always there reads as.
    package static func type(of field: String, in kind: String) -> String {
        switch (kind, field) {
        case ("alert", "severity"), (_, "likelihood"), (_, "impact"), ("requirement", "priority"):
            "perilune.Level"
        case (_, "done"), (_, "approved"), (_, "primary"): "boolean"
        case ("alternative", "pros"), ("alternative", "cons"), ("endpoint", "errors"),
            ("phase", "tasks"), ("entity", "columns"), ("entity", "rules"):
            "string[]"
        case ("variable", "values"), ("entity", "types"), ("entity", "constraints"):
            "table<string, string>"
        default: "string"
        }
    }
}

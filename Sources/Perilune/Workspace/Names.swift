internal import Yaml

/// Looks names of the form `plugin/name` up, also by what follows the `/` where only one has it.
struct Names {
    private let all: [String]
    private let kind: String
    private let allowsShort: Bool

    /// `kind` is what messages call them: `check`, `export`.
    init(_ all: [String], kind: String, allowsShort: Bool = true) {
        self.all = all
        self.kind = kind
        self.allowsShort = allowsShort
    }

    func find(_ name: String) -> Result<Int, Problem> {
        if let index = all.firstIndex(of: name) { return .success(index) }
        let short = allowsShort ? all.indices.filter { Path.name(all[$0]) == name } : []
        if short.count == 1 { return .success(short[0]) }
        if short.count > 1 {
            let named = short.map { "\"\(all[$0])\"" }.joined(separator: " or ")
            return .failure(Problem("\"\(name)\" names several \(kind)s; write \(named)"))
        }
        if all.isEmpty {
            return .failure(
                Problem("unknown \(kind) \"\(name)\": no plugin that is on has \(kind)s"))
        }
        var known = all
        if allowsShort, !name.utf8.contains(UInt8(ascii: "/")) { known += all.map(Path.name) }
        if let near = nearestName(to: name, among: known) {
            return .failure(Problem("unknown \(kind) \"\(name)\"; did you mean \"\(near)\"?"))
        }
        return .failure(Problem("unknown \(kind) \"\(name)\"" + suggestion(for: name, among: all)))
    }
}

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
        let short = all.indices.filter { Path.name(all[$0]) == name }
        if allowsShort, short.count == 1 { return .success(short[0]) }
        if !short.isEmpty {
            let named = short.map { "\"\(all[$0])\"" }.joined(separator: " or ")
            return .failure(
                Problem(
                    short.count == 1
                        ? "unknown \(kind) \"\(name)\"; did you mean \(named)?"
                        : "\"\(name)\" names several \(kind)s; write \(named)"))
        }
        return .failure(Problem("unknown \(kind) \"\(name)\"" + hint(for: name)))
    }

    /// The end of the message: where the name went wrong.
    private func hint(for name: String) -> String {
        if all.isEmpty { return ": no plugin that is on has \(kind)s" }
        let parts = Path.parts(name)
        let owners = all.filter { $0.utf8.contains(UInt8(ascii: "/")) }.map { Path.parts($0)[0] }
        if parts.count == 2, !owners.contains(parts[0]) {
            // The plugin is wrong, whatever else is.
            if let owner = nearestName(to: parts[0], among: owners) {
                let meant = nearestName(
                    to: "\(owner)/\(parts[1])", among: all.filter { $0.hasPrefix(owner + "/") })
                return "; did you mean \"\(meant ?? "\(owner)/…")\"?"
            }
            return ": no plugin \"\(parts[0])\" that has \(kind)s is on"
        }
        let known = parts.count == 1 && allowsShort ? all + all.map(Path.name) : all
        if let near = nearestName(to: name, among: known) { return "; did you mean \"\(near)\"?" }
        return suggestion(for: name, among: all)
    }
}

/// How many findings of a rule were fixed in a spec.
public struct FixedFindings: Sendable, Equatable {
    /// Of the spec.
    public var path: String
    /// `plugin/rule`.
    public var rule: String
    public var count: Int

    public init(path: String, rule: String, count: Int) {
        self.path = path
        self.rule = rule
        self.count = count
    }

    /// What some changes mended, by path and rule.
    static func all(_ changes: [ProposedChange]) -> [FixedFindings] {
        var sorted = changes.sorted {
            $0.path == $1.path
                ? Path.precedes($0.author, $1.author) : Path.precedes($0.path, $1.path)
        }[...]
        var all: [FixedFindings] = []
        while let first = sorted.first {
            let alike = sorted.prefix { $0.path == first.path && $0.author == first.author }
            all.append(FixedFindings(path: first.path, rule: first.author, count: alike.count))
            sorted = sorted.dropFirst(alike.count)
        }
        return all
    }
}

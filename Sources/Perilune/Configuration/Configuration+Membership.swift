extension Configuration {
    enum Membership {
        case included(template: String?)
        case excluded
        case unmentioned
    }

    /// What `specs:` says of a file. One entry may take what another leaves out.
    func membership(of path: String) -> Membership {
        var excluded = false
        for set in specs {
            let isExcluded = set.exclude.contains { Self.covers($0.name, path) }
            if isExcluded {
                excluded = true
            } else if set.include.contains(where: { Self.covers($0.name, path) }) {
                return .included(template: set.template?.name)
            }
        }
        return excluded ? .excluded : .unmentioned
    }

    static func covers(_ pattern: String, _ path: String) -> Bool {
        let pattern = Path.normalised(pattern)
        return Glob(pattern).matches(path) || Glob(Path.join(pattern, "**")).matches(path)
    }
}

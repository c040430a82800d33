internal import Globs

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

    private static func covers(_ pattern: String, _ path: String) -> Bool {
        PathPattern(pattern).covers(Path.parts(path)[...])
    }
}

/// A pattern of paths, with all that is below what it matches; read once for many paths.
struct PathPattern: Sendable {
    private let itself: Glob
    private let below: Glob

    init(_ pattern: String) {
        let pattern = Path.normalised(pattern)
        itself = Glob(pattern)
        below = Glob(Path.join(pattern, "**"))
    }

    func covers(_ path: ArraySlice<String>) -> Bool {
        itself.matches(path) || below.matches(path)
    }
}

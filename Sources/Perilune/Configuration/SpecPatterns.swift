internal import Globs

/// What `specs:` says of files.
struct SpecPatterns: Sendable {
    enum Membership {
        case included(template: String?)
        case excluded
        case unmentioned
    }

    private struct Entry {
        let include: [PathPattern]
        let exclude: [PathPattern]
        let template: String?
    }

    private let entries: [Entry]

    init(_ sets: [SpecSet]) {
        entries = sets.map { set in
            Entry(
                include: set.include.map { PathPattern($0.name) },
                exclude: set.exclude.map { PathPattern($0.name) }, template: set.template?.name)
        }
    }

    /// One entry may take what another leaves out.
    /// - Parameter path: as seen from the folder of the workspace.
    func membership(of path: String) -> Membership {
        let path = Path.parts(path)[...]
        var excluded = false
        for entry in entries {
            if entry.exclude.contains(where: { $0.covers(path) }) {
                excluded = true
            } else if entry.include.contains(where: { $0.covers(path) }) {
                return .included(template: entry.template)
            }
        }
        return excluded ? .excluded : .unmentioned
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

/// Finds files below a folder. Names that begin with a dot are passed over, and what a
/// `.gitignore` names; folders behind symbolic links are not entered, so that no walk is endless.
package struct Walk {
    /// Bytes of a `.gitignore` that are read.
    private static let ignoreFileLimit = 1 << 20

    /// The files found, in the order of their bytes within each folder.
    package private(set) var found: [String] = []
    /// The folders that were looked through.
    package private(set) var folders: [String] = []
    /// Folders that could not be listed.
    package private(set) var problems: [Problem] = []

    /// Walks the files below `folder` that `wants`. Paths given and taken begin with `folder` as
    /// it was given; `current` is the absolute folder that it is seen from.
    package init(below folder: String, current: String, where wants: (String) -> Bool) {
        enter(folder, Self.ignoreRules(above: Path.join(current, folder)), wants)
    }

    /// Rules and the parts of the path from the folder of their file to the folder at hand.
    private typealias Scope = (rules: IgnoreRules, path: [String])

    private mutating func enter(
        _ folder: String, _ outer: [Scope], _ wants: (String) -> Bool
    ) {
        folders.append(folder)
        let entries: [Files.Entry]
        do throws(Problem) {
            let listing = try Files.entries(folder)
            entries = listing.named
            if listing.unnamed > 0 {
                problems.append(
                    Problem("holds files whose names are not UTF-8; rename them", path: folder))
            }
        } catch {
            problems.append(error)
            return
        }
        var scopes = outer
        if entries.contains(where: { $0.name == ".gitignore" }),
            let rules = Self.ignoreRules(in: folder)
        {
            scopes.append((rules, []))
        }
        for entry in entries where !entry.name.hasPrefix(".") {
            let path = Path.join(folder, entry.name)
            let kind = entry.isLink ? Files.status(path)?.kind ?? .other : entry.kind
            if Self.isIgnored(entry.name, isFolder: kind == .folder, scopes) { continue }
            switch kind {
            case .folder where !entry.isLink:
                let inner = scopes.map { ($0.rules, $0.path + [entry.name]) }
                enter(path, inner, wants)
            case .file where wants(path):
                found.append(path)
            default:
                continue
            }
        }
    }

    /// The nearest `.gitignore` that has an opinion decides.
    private static func isIgnored(_ name: String, isFolder: Bool, _ scopes: [Scope]) -> Bool {
        for scope in scopes.reversed() {
            if let verdict = scope.rules.verdict((scope.path + [name])[...], isFolder: isFolder) {
                return verdict
            }
        }
        return false
    }

    /// The rules that hold in a folder and stand above it, up to the root of its repository.
    private static func ignoreRules(above folder: String) -> [Scope] {
        var scopes: [Scope] = []
        var path: [String] = []
        var at = folder
        while Files.status(Path.join(at, ".git")) == nil {
            let parent = Path.parent(at)
            // Outside of a repository, what stands above is not about this folder.
            if parent == at { return [] }
            path.insert(Path.name(at), at: 0)
            at = parent
            if let rules = ignoreRules(in: at) { scopes.insert((rules, path), at: 0) }
        }
        return scopes
    }

    private static func ignoreRules(in folder: String) -> IgnoreRules? {
        let path = Path.join(folder, ".gitignore")
        guard Files.status(path)?.kind == .file,
            let bytes = try? Files.read(path, limit: ignoreFileLimit)
        else { return nil }
        return IgnoreRules(bytes)
    }
}

internal import PluginPackages
public import SpecPlugins

// Newer versions: what there is, what they would change, taking them.

extension PackageManager {
    /// What an update would make of the lock file, with all that it takes in the cache.
    public struct Update: Sendable {
        /// Of versions, in the order of the names.
        public var changes: [Change]
        /// By name, first lines of the commits between, the newest first.
        public var commits: [String: [String]]
        let packages: [LockedPackage]

        /// A workspace is loaded with it as if it were written.
        public func choice(_ choice: PackageChoice) -> PackageChoice {
            var choice = choice
            choice.proposal = packages
            return choice
        }

        /// What packages ask for that they did not, by name.
        public var widenings: [(name: String, permissions: Permissions)] {
            changes.compactMap { change in
                guard let new = change.new else { return nil }
                let wider = new.permissions.widening(over: change.old?.permissions ?? Permissions())
                return wider.isEmpty ? nil : (change.name, wider)
            }
        }
    }

    /// Looks for newer versions that the configuration admits.
    /// - Parameter names: of packages; empty for all.
    public func update(_ names: [String]) throws(Problem) -> Update {
        for name in names where shared.locked[name] == nil { throw unknown(name) }
        let installer = shared.installer
        let wanted = try wanted
        let fresh = Set(names.isEmpty ? Array(shared.locked.keys) : names)
        return try SharedPlugins.problem { () throws(PackageError) in
            let packages = try installer.install(wanted, fresh: fresh)
            var after = self
            after.shared.propose(packages)
            let changes = after.changes(since: self)
            var commits: [String: [String]] = [:]
            for change in changes {
                guard let old = shared.locked[change.name],
                    let new = packages.first(where: { $0.name == change.name })
                else { continue }
                commits[change.name] = try installer.log(from: old, to: new)
            }
            return Update(changes: changes, commits: commits, packages: packages)
        }
    }

    /// Writes what an update came to.
    public mutating func write(_ update: Update) throws(Problem) {
        try shared.write(update.packages)
        try refreshCopies()
    }

    /// A package that is not the newest.
    public struct Outdated: Sendable, Equatable {
        public var name: String
        public var version: String
        /// The newest that the configuration admits; nil where what it names is no range.
        public var wanted: String?
        /// The newest release; nil where there is none.
        public var latest: String?
    }

    /// The packages that are not the newest that there are.
    public func outdated() throws(Problem) -> [Outdated] {
        let installer = shared.installer
        let wanted = try wanted
        var outdated: [Outdated] = []
        for package in packages {
            guard let entry = shared.locked[package.name] else { continue }
            let own = wanted.first { $0.requirement.name == package.name }?.requirement
            var range: VersionRange?
            if case .range(let admitted)? = own?.demand { range = admitted }
            let (newest, latest) = try SharedPlugins.problem { () throws(PackageError) in
                try installer.newest(entry, in: range)
            }
            let isBehind = [newest, latest].contains { version in
                version.map { $0 > (Version(package.version) ?? $0) } ?? false
            }
            guard isBehind else { continue }
            outdated.append(
                Outdated(
                    name: package.name, version: package.version, wanted: newest?.description,
                    latest: latest?.description))
        }
        return outdated
    }
}

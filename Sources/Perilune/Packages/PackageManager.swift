internal import PluginPackages
public import SpecPlugins
internal import Yaml

/// What `perilune plugin` does with the shared plugins of a workspace: everything but to run them.
public struct PackageManager {
    /// The file that names them, as it is shown.
    public let configurationPath: String
    var configuration: Configuration
    /// The folder of the workspace, absolute.
    let root: String
    private let folder: String
    let choice: PackageChoice
    var shared: SharedPlugins

    /// - Parameter path: of the configuration; there need be none yet.
    public init(
        configurationFile path: String, _ choice: PackageChoice, _ sandbox: SandboxChoice
    ) throws(Problems) {
        do throws(Problem) {
            configurationPath = path
            root = Path.parent(Path.join(try Files.currentFolder(), path))
            folder = Path.parent(path)
            self.choice = choice
            shared = try SharedPlugins(root: root, folder: folder, choice, sandbox)
        } catch {
            throw Problems(error)
        }
        configuration = try Self.configuration(path, root: root)
    }

    private static func configuration(
        _ path: String, root: String
    ) throws(Problems) -> Configuration {
        guard Files.status(path) != nil else {
            var none = Configuration()
            none.path = path
            return none
        }
        let reader: ConfigurationReader
        do throws(Problem) {
            reader = ConfigurationReader(
                try Files.read(path, limit: ExtendedFiles.fileLimit), path: path)
        } catch {
            throw Problems(error)
        }
        let extended = ExtendedFiles(of: reader.configuration, root: root)
        let problems = reader.problems + extended.problems
        if !problems.isEmpty { throw Problems(problems) }
        var configuration = reader.configuration
        configuration.extended = extended.layers
        return configuration
    }

    // MARK: what there is

    /// A shared plugin, as the lock file has it.
    public struct Package: Sendable, Equatable {
        public var name: String
        public var version: String
        /// As it is written: a URL, a path; with the folder in it.
        public var source: String
        /// The tag, else nil.
        public var tag: String?
        /// In hexadecimal digits; nil of an archive.
        public var commit: String?
        /// Of its files, `h1:…`.
        public var digest: String
        /// What it asks for beside specs.
        public var permissions: Permissions
        /// The packages that it requires.
        public var requires: [String]
        /// Who wants it: places of the configuration, and names of packages.
        public var wantedBy: [String]
        public var isVendored: Bool
    }

    /// Those of the lock file, sorted by name.
    public var packages: [Package] {
        let wanted = (try? wanted) ?? []
        return shared.locked.values.sorted { Path.precedes($0.name, $1.name) }
            .map { package($0, wanted) }
    }

    /// The one of a name.
    public func package(named name: String) throws(Problem) -> Package {
        if let entry = shared.locked[name] { return package(entry, (try? wanted) ?? []) }
        throw unknown(name)
    }

    private func unknown(_ name: String) -> Problem {
        Problem(
            "no shared plugin is called \"\(name)\""
                + suggestion(for: name, among: shared.locked.keys.sorted()))
    }

    private func package(
        _ entry: LockedPackage, _ wanted: [Resolution.Root]
    ) -> Package {
        let places = wanted.filter { $0.requirement.name == entry.name }.map(\.place)
        let requirers = shared.locked.values.filter { $0.requires.contains(entry.name) }
            .map { "\($0.name) \($0.version)" }
        let origin = entry.git ?? entry.archive ?? ""
        return Package(
            name: entry.name, version: entry.version,
            source: entry.subdir.isEmpty ? origin : "\(origin) (\(entry.subdir))", tag: entry.tag,
            commit: entry.commit, digest: entry.digest, permissions: entry.permissions,
            requires: entry.requires,
            wantedBy: places + requirers.sorted(by: Path.precedes),
            isVendored: shared.vendor.has(entry.name))
    }

    /// What the configuration wants, and what the plugins of its own folders require.
    private var wanted: [Resolution.Root] {
        get throws(Problem) { try shared.wanted(by: configuration) }
    }

    /// What the lock file would hold.
    func resolved() throws(Problem) -> [LockedPackage] {
        let wanted = try wanted
        if let needed = shared.needed(wanted) { return needed }
        return try SharedPlugins.problem { () throws(PackageError) in
            try shared.installer.install(wanted)
        }
    }

    // MARK: installing

    /// What became of a package.
    public struct Change: Sendable, Equatable {
        public var name: String
        /// Nil of a new one.
        public var old: Package?
        /// Nil of one that is gone.
        public var new: Package?
    }

    /// Has the lock file say what the configuration wants, and the cache hold it.
    /// - Returns: what changed in the lock file.
    public mutating func install() throws(Problem) -> [Change] {
        let before = self
        let wanted = try wanted
        if let needed = shared.needed(wanted) {
            // What is as it was wanted needs no look at where it comes from.
            for entry in needed { try shared.restore(entry) }
            if choice.mayLock { try shared.write(needed) }
        } else {
            try shared.lock(wanted)
        }
        return changes(since: before)
    }

    /// Has the lock file say which plugins of the workspace's own have what it grants them, for those who
    /// cannot be asked whether they trust them.
    /// - Parameter set: of the workspace, loaded.
    public mutating func lock(_ set: GrantedSet) throws(Problem) {
        try shared.lock(granted: set.members.isEmpty ? nil : set.digest)
    }

    /// May there be plugins of the workspace's own that are granted something?
    public var mayGrant: Bool {
        (configuration.allPlugins ?? []).contains { placed in
            guard case .folder = placed.setting.place else { return false }
            return !placed.setting.grant.entries.isEmpty
        }
    }

    /// Has the lock file of its workspace a set of plugins?
    public static func isLocked(_ set: GrantedSet) -> Bool {
        (try? LockFile(root: set.folder, folder: set.folder).read())?.granted == set.digest
    }

    func changes(since before: PackageManager) -> [Change] {
        let names = Set(before.shared.locked.keys).union(shared.locked.keys)
        return names.sorted(by: Path.precedes).compactMap { name in
            let (old, new) = (before.shared.locked[name], shared.locked[name])
            if old == new { return nil }
            return Change(
                name: name, old: old.map { before.package($0, []) },
                new: new.map { package($0, []) })
        }
    }

    // MARK: updating

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
        for name in try shared.vendor.names() { try vendor(name) }
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

    // MARK: files

    /// A copy of a package that is not what was locked, or that the lock file does not know.
    public struct Drift: Sendable, Equatable {
        public var name: String
        public var message: String
    }

    /// Compares what is in the vendor folder and in the cache with the lock file.
    public func verify() throws(Problem) -> (verified: Int, drift: [Drift]) {
        var drift: [Drift] = []
        var verified = 0
        for package in packages {
            guard let entry = shared.locked[package.name] else { continue }
            let (count, problems) = shared.verify(entry)
            verified += count
            drift += problems.map { Drift(name: package.name, message: $0.description) }
        }
        for name in try shared.vendor.names() where shared.locked[name] == nil {
            drift.append(
                Drift(
                    name: name,
                    message: "\"\(shared.vendor.shown(name))\" is in no line of "
                        + "\(shared.lockFile.shown); remove it"))
        }
        return (verified, drift)
    }

    /// Copies all packages into the repository, and takes those away that are no longer locked.
    /// - Returns: the folders that were written, as seen from the current folder.
    public mutating func vendor() throws(Problem) -> [String] {
        try shared.lock(try wanted)
        var folders: [String] = []
        for package in packages {
            try vendor(package.name)
            folders.append(shared.vendor.shown(package.name))
        }
        for name in try shared.vendor.names() where shared.locked[name] == nil {
            try shared.vendor.remove(name)
        }
        return folders
    }

    private func vendor(_ name: String) throws(Problem) {
        guard let entry = shared.locked[name] else { return try shared.vendor.remove(name) }
        try shared.vendor.write(name, try shared.fetched(entry))
    }
}

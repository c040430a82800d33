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

    func unknown(_ name: String) -> Problem {
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
    var wanted: [Resolution.Root] {
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
}

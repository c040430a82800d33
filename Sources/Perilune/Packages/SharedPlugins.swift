internal import PluginPackages
internal import SpecPlugins
internal import SpecWorkers
internal import Yaml

/// The shared plugins of a workspace, as its lock file has them: from `.perilune/vendor`, from the cache
/// or, where that may be, from where they come. What is read is compared with the digest, and these bytes
/// are the plugin.
struct SharedPlugins {
    private let root: String
    private let choice: PackageChoice
    /// What the sources of this run say.
    let index: RepositoryIndex
    let lockFile: LockFile
    let vendor: VendorFolder
    /// What the lock file has, by name.
    private(set) var locked: [String: LockedPackage]
    /// See `LockFile.Content`.
    private var granted: String?

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - folder: the same, as seen from the current one.
    init(
        root: String, folder: String, _ choice: PackageChoice, _ sandbox: SandboxChoice
    ) throws(Problem) {
        self.root = root
        self.choice = choice
        lockFile = LockFile(root: root, folder: folder)
        vendor = VendorFolder(root: root, folder: folder)
        let content = try lockFile.read()
        let locked = choice.proposal.map(Self.byName) ?? content.packages
        self.locked = locked
        granted = content.granted
        index = RepositoryIndex(root: root, choice, sandbox, locked: locked)
    }

    /// Chooses and fetches what is not locked, or not here.
    var installer: PackageInstaller { PackageInstaller(root: root, index, locked: locked) }

    private static func byName(_ packages: [LockedPackage]) -> [String: LockedPackage] {
        Dictionary(packages.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    /// Goes on as if the lock file held some packages.
    mutating func propose(_ packages: [LockedPackage]) {
        locked = Self.byName(packages)
    }

    /// The locked packages that are wanted, and those that they require; nil where one is not locked as
    /// it is wanted.
    func needed(_ wanted: [Resolution.Root]) -> [LockedPackage]? {
        guard wanted.allSatisfy({ isMet($0.requirement) }) else { return nil }
        let entries = wanted.compactMap { locked[$0.requirement.name] }
        let names = Set(entries.map(\.name) + entries.flatMap(closure))
        return names.sorted(by: Path.precedes).compactMap { locked[$0] }
    }

    /// What the configuration wants, and what the plugins of the workspace's own folders require.
    func wanted(by configuration: Configuration) throws(Problem) -> [Resolution.Root] {
        var wanted = try configuration.wantedPackages(root)
        for placed in configuration.allPlugins ?? [] {
            guard case .folder(let folder) = placed.setting.place else { continue }
            var seen: [String] = []
            try addRequired(by: placed.setting.name.name, in: folder.name, to: &wanted, &seen)
        }
        return wanted
    }

    /// Adds what a plugin of the workspace's own requires, and its libraries in other folders.
    /// - Parameter folder: as seen from the root.
    private func addRequired(
        by name: String, in folder: String, to wanted: inout [Resolution.Root],
        _ seen: inout [String]
    ) throws(Problem) {
        guard !seen.contains(folder), seen.count < 64 else { return }
        seen.append(folder)
        let home = Path.join(root, folder)
        let files = try PluginFolder.read(home, name: name, shown: folder)
        // Most require nothing, and need no process to be read in.
        guard Manifest.bytes(in: files)?.contains("requires".utf8) == true else { return }
        let manifest = try Self.problem { () throws(PackageError) in
            try index.manifest(of: files)
        }
        for requirement in manifest.requires {
            switch requirement.source {
            case .bundled: continue
            case .path(let path):
                try addRequired(
                    by: requirement.name, in: Path.normalised(Path.join(folder, path)), to: &wanted,
                    &seen)
            case .git:
                let required = try Self.problem { () throws(PackageError) in
                    try PackageRequirement(requirement, of: .folder(home))
                }
                let place = "\(folder)/\(Manifest.fileName):\(requirement.mark.line)"
                wanted.append((required, place))
            }
        }
    }

    /// Requires that the lock file has what the configuration wants, and makes it so where that may be.
    mutating func lock(_ configuration: Configuration) throws(Problem) {
        let named = try configuration.wantedPackages(root)
        if named.allSatisfy({ isMet($0.requirement) }) { return }
        try lock(choice.mayLock ? try wanted(by: configuration) : named)
    }

    /// Has the lock file say what is wanted and nothing else, and the cache hold it.
    mutating func lock(_ wanted: [Resolution.Root]) throws(Problem) {
        guard let first = wanted.map(\.requirement).first(where: { !isMet($0) }) else { return }
        guard choice.mayLock else {
            let problem =
                lockFile.isThere
                ? "\(lockFile.shown) does not have \"\(first.name)\" as it is asked for here"
                : "there is no \(lockFile.shown), which says what \"\(first.name)\" is"
            throw Problem(
                "\(problem), and is not changed with --locked, the default where CI is set; run "
                    + "perilune plugin install and commit the file")
        }
        let packages = try Self.problem { () throws(PackageError) in
            try installer.install(wanted)
        }
        try write(packages)
    }

    /// Writes what is to be locked, if that is something else than there is.
    mutating func write(_ packages: [LockedPackage]) throws(Problem) {
        let before = locked
        propose(packages)
        if before == locked, lockFile.isThere || locked.isEmpty { return }
        try writeLock()
    }

    /// Has the lock file say which plugins of the workspace's own are granted something.
    mutating func lock(granted: String?) throws(Problem) {
        if granted == self.granted { return }
        guard choice.mayLock else {
            throw Problem(
                "\(lockFile.shown) does not have the plugins of this workspace with what they are "
                    + "granted, and is not changed with --locked, the default where CI is set; run "
                    + "perilune plugin install and commit the file")
        }
        self.granted = granted
        try writeLock()
    }

    private func writeLock() throws(Problem) {
        try lockFile.write(LockFile.Content(packages: locked, granted: granted))
        choice.note("wrote \(lockFile.shown)")
    }

    private func isMet(_ wanted: PackageRequirement) -> Bool {
        guard let entry = locked[wanted.name], entry.meets(wanted, root) else {
            return false
        }
        return closure(of: entry).allSatisfy { locked[$0] != nil }
    }

    /// The names of what a package requires, of what that requires, and so on.
    func closure(of entry: LockedPackage) -> [String] {
        var names: Set = [entry.name]
        var rest = entry.requires
        while let name = rest.popLast() {
            if names.insert(name).inserted { rest += locked[name]?.requires ?? [] }
        }
        names.remove(entry.name)
        return names.sorted(by: Path.precedes)
    }

    // MARK: files

    /// The files of a locked package: these bytes have its digest.
    func tree(_ entry: LockedPackage) throws(Problem) -> PackageTree {
        // What is only proposed was vendored by nobody.
        if choice.proposal == nil, let tree = try vendored(entry) { return tree }
        return try fetched(entry)
    }

    private func vendored(_ entry: LockedPackage) throws(Problem) -> PackageTree? {
        guard let files = try vendor.files(entry.name) else { return nil }
        return try compared(
            files, entry, "the vendored \"\(entry.name)\" in \"\(vendor.shown(entry.name))\"",
            "git diff shows what somebody changed, perilune plugin vendor writes it anew")
    }

    private func cached(_ entry: LockedPackage) throws(Problem) -> PackageTree? {
        guard let files = try PackageCache().files(entry.digest) else { return nil }
        return try compared(
            files, entry, "\"\(entry.name)\" in the cache",
            "perilune plugin install fetches it anew")
    }

    /// How many copies of a package are as they were locked, and what is wrong with others.
    func verify(_ entry: LockedPackage) -> (verified: Int, problems: [Problem]) {
        var verified = 0
        var problems: [Problem] = []
        for read in [vendored, cached] {
            do throws(Problem) {
                if try read(entry) != nil { verified += 1 }
            } catch {
                problems.append(error)
            }
        }
        return (verified, problems)
    }

    /// Has a package be where runs look for it, and as it was locked.
    func restore(_ entry: LockedPackage) throws(Problem) {
        if try vendored(entry) != nil { return }
        if let tree = try? cached(entry), tree.digest == entry.digest { return }
        _ = try fetch(entry)
    }

    /// Its files from the cache, else from where they come.
    func fetched(_ entry: LockedPackage) throws(Problem) -> PackageTree {
        if let tree = try cached(entry) { return tree }
        return try fetch(entry)
    }

    private func fetch(_ entry: LockedPackage) throws(Problem) -> PackageTree {
        guard choice.mayFetch else {
            throw Problem(
                "\"\(entry.name)\" is not on this machine, and --offline forbids to fetch it; run "
                    + "perilune plugin install, or keep it in the repository with perilune plugin "
                    + "vendor")
        }
        return try Self.problem { () throws(PackageError) in try installer.fetch(entry) }
    }

    private func compared(
        _ files: [PluginFiles.File], _ entry: LockedPackage, _ what: String, _ advice: String
    ) throws(Problem) -> PackageTree {
        let found: String
        do throws(PackageError) {
            let tree = try PackageTree(files)
            if tree.digest == entry.digest { return tree }
            found = "has the digest \(tree.digest)"
        } catch {
            found = "is no plugin to be shared (\(error.message))"
        }
        throw Problem(
            "\(what) \(found), and \(lockFile.shown) has \(entry.digest): it is not what was locked; "
                + advice)
    }

    /// A package as a plugin. Where it is not vendored its place, for messages, is its name and version.
    func plugin(_ entry: LockedPackage) throws(Problem) -> PluginFiles {
        let files = try tree(entry).visibleFiles
        var plugin = PluginFiles(
            name: entry.name,
            root: vendor.has(entry.name)
                ? vendor.shown(entry.name) : PluginFiles.sharedRoot(entry.name, entry.version),
            files: files.filter { PluginFiles.isPart($0.path) })
        plugin.templates = files.filter { PluginFiles.isTemplate($0.path) }
        return plugin
    }

    /// Are these the files of a locked package?
    func has(_ files: PluginFiles) -> Bool {
        files.isShared || files.root == vendor.shown(files.name)
    }

    /// The locked package that a plugin requires; nil where none is what it asks for.
    func library(
        _ requirement: PluginRequirement, of requirer: PluginFiles
    ) throws(Problem) -> PluginFiles? {
        guard let entry = locked[requirement.name] else { return nil }
        // A shared plugin's own requirements were held against each other when it was locked.
        if !has(requirer) {
            let home = PackageSource.folder(Path.join(try Files.currentFolder(), requirer.root))
            let wanted = try Self.problem { () throws(PackageError) in
                try PackageRequirement(requirement, of: home)
            }
            guard entry.meets(wanted, root) else { return nil }
        }
        return try plugin(entry)
    }

    static func problem<Value>(
        _ body: () throws(PackageError) -> Value
    ) throws(Problem) -> Value {
        do throws(PackageError) {
            return try body()
        } catch {
            throw Problem(error.message)
        }
    }
}

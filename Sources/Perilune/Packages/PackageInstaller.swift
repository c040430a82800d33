internal import PluginPackages
internal import SpecPlugins

/// Chooses versions of the shared plugins of a workspace, has their files in the cache, and says what
/// the lock file is to hold.
struct PackageInstaller {
    private let root: String
    private let index: RepositoryIndex
    private let locked: [String: LockedPackage]

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - locked: what the lock file has, by name.
    init(root: String, _ index: RepositoryIndex, locked: [String: LockedPackage]) {
        self.root = root
        self.index = index
        self.locked = locked
    }

    /// The packages that the workspace is to have, sorted by name, each in the cache.
    /// - Parameter fresh: the names of those that may become another version than the locked one.
    func install(
        _ wanted: [Resolution.Root], fresh: Set<String> = []
    ) throws(PackageError) -> [LockedPackage] {
        var kept: [String: Resolution.Locked] = [:]
        for (name, entry) in locked where !fresh.contains(name) {
            guard entry.rev == nil, let source = entry.source(root),
                let version = Version(entry.version)
            else { continue }
            kept[name] = Resolution.Locked(source: source, version: version)
        }
        let resolution = try Resolution(wanted, locked: kept, index: index)
        var packages: [LockedPackage] = []
        for package in resolution.packages {
            packages.append(try entry(of: package, isFresh: fresh.contains(package.name)))
        }
        return packages
    }

    /// The newest versions that there are of a locked package: one that its range admits, and any.
    func newest(
        _ entry: LockedPackage, in range: VersionRange?
    ) throws(PackageError) -> (wanted: Version?, latest: Version?) {
        guard let source = entry.source(root), case .git = source else { return (nil, nil) }
        let versions = try index.versions(of: source).sorted()
        return (
            versions.last { range?.contains($0) ?? false }, versions.last { $0.prerelease.isEmpty }
        )
    }

    /// Has the files of a locked package again, from where they came, and puts them into the cache.
    func fetch(_ entry: LockedPackage) throws(PackageError) -> PackageTree {
        guard let source = entry.source(root) else {
            throw PackageError(.source, "the source of \"\(entry.name)\" is none")
        }
        let tree: PackageTree
        switch (source, entry.commit.flatMap { ObjectID($0) }) {
        case (.git(let url, let subdir), .some(let commit)):
            let fetched = try index.fetched(url)
            try requireUnmoved(entry, fetched.refs)
            guard try fetched.repository.isReachable(commit) else {
                throw PackageError(
                    .missing,
                    "the commit \(commit.text) of \"\(entry.name)\" is on no branch and no tag of "
                        + "\"\(url.text)\"; look at what became of it, then perilune plugin update "
                        + "\(entry.name)")
            }
            tree = try fetched.repository.tree(commit, subdir: subdir).tree
        default: tree = try index.content(of: source, at: Self.only, as: entry.name).tree
        }
        guard tree.digest == entry.digest else {
            throw PackageError(
                .refused,
                "\(source) has the digest \(tree.digest), and \(LockFile.path) has \(entry.digest) for "
                    + "\"\(entry.name)\": it is not what was locked; if the new one is right, perilune "
                    + "plugin update \(entry.name)")
        }
        try keep(tree)
        return tree
    }

    /// The commits between what is locked and what it would become.
    func log(from old: LockedPackage, to new: LockedPackage) throws(PackageError) -> [String] {
        guard case .git(let url, let subdir)? = new.source(root),
            let from = old.commit.flatMap({ ObjectID($0) }),
            let to = new.commit.flatMap({ ObjectID($0) })
        else { return [] }
        let log = try index.fetched(url).repository.log(
            from: from, to: to, subdir: subdir, most: 20)
        return log.subjects + (log.isCut ? ["…"] : [])
    }

    static let only = PackageVersion(
        Version(major: 0, minor: 0, patch: 0), pin: .only)

    private func entry(
        of package: Resolution.Package, isFresh: Bool
    ) throws(PackageError) -> LockedPackage {
        let old = locked[package.name]
        if let old, !isFresh, isSame(old, package) {
            if let tree = try index.cache().files(old.digest).flatMap({ try? PackageTree($0) }),
                tree.digest == old.digest
            {
                return old
            }
            _ = try fetch(old)
            return old
        }
        let content = try index.content(
            of: package.source, at: package.version, as: package.name)
        try keep(content.tree)
        let manifest = content.manifest
        var entry = LockedPackage(
            name: package.name, version: manifest.version, tag: content.tag,
            commit: content.commit?.text, tree: content.treeID?.text, digest: content.tree.digest,
            engine: manifest.engine, permissions: manifest.permissions.permissions,
            requires: package.requires)
        switch package.source {
        case .git(let url, let subdir):
            // What is seen from a file is seen from the lock file.
            let isSeenFromHere = !url.text.hasPrefix("/") && !url.text.hasPrefix("file:")
            entry.git =
                isSeenFromHere
                ? url.localPath.map { Path.relative($0, to: root) } ?? url.text : url.text
            entry.subdir = subdir
            if case .revision(let rev) = package.version.pin { entry.rev = rev }
        case .archive(let path): entry.archive = Path.relative(path, to: root)
        case .folder, .bundled: break
        }
        if let old { try requireUnmoved(old, entry) }
        return entry
    }

    /// Is a locked package what was chosen?
    private func isSame(_ old: LockedPackage, _ package: Resolution.Package) -> Bool {
        guard old.source(root)?.identity == package.source.identity,
            old.requires == package.requires
        else { return false }
        switch package.version.pin {
        case nil: return old.rev == nil && Version(old.version) == package.version.version
        case .tag(let tag): return old.tag == tag
        case .revision(let rev): return old.rev == rev
        case .only: return true
        }
    }

    private func keep(_ tree: PackageTree) throws(PackageError) {
        let cache = try index.cache()
        do throws(Problem) {
            try cache.keep(tree)
        } catch {
            throw PackageError(.storage, error.description)
        }
    }

    // MARK: tags that were moved

    private func requireUnmoved(
        _ old: LockedPackage, _ new: LockedPackage
    ) throws(PackageError) {
        guard let tag = old.tag, tag == new.tag, let was = old.commit, let now = new.commit else {
            return
        }
        if was != now, old.source(root)?.identity == new.source(root)?.identity {
            throw moved(old, tag, was, now)
        }
    }

    private func requireUnmoved(
        _ entry: LockedPackage, _ refs: RemoteRefs
    ) throws(PackageError) {
        guard let tag = entry.tag, let was = entry.commit else { return }
        if let now = refs.tag(tag)?.commit, now != was { throw moved(entry, tag, was, now) }
    }

    private func moved(
        _ entry: LockedPackage, _ tag: String, _ was: String, _ now: String
    ) -> PackageError {
        PackageError(
            .refused,
            "the tag \"\(tag)\" of \"\(entry.name)\" was moved: \(LockFile.path) has the commit \(was), "
                + "\"\(entry.git ?? "")\" has \(now); ask its author why. To take the new one, remove "
                + "the line of \"\(entry.name)\" from \(LockFile.path) and run perilune plugin install"
        )
    }
}

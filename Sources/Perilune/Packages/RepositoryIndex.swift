internal import PluginPackages
internal import SpecPlugins
internal import SpecWorkers

/// What repositories and archives say of their packages. Each is fetched once in a run, and only where
/// something is asked that the lock file and the cache do not know.
final class RepositoryIndex: PackageIndex {
    private let root: String
    private let choice: PackageChoice
    private let sandbox: SandboxChoice
    private let locked: [String: LockedPackage]
    private var repositories: [String: (repository: GitRepository, refs: RemoteRefs)] = [:]
    private var contents: [Key: Content] = [:]

    private struct Key: Hashable {
        var source: String
        var version: PackageVersion
    }

    /// A package as it lies in its source.
    struct Content {
        var tree: PackageTree
        var manifest: Manifest
        var tag: String?
        var commit: ObjectID?
        /// The object of its folder in git.
        var treeID: ObjectID?
    }

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - locked: what the lock file has, by name.
    init(
        root: String, _ choice: PackageChoice, _ sandbox: SandboxChoice,
        locked: [String: LockedPackage]
    ) {
        self.root = root
        self.choice = choice
        self.sandbox = sandbox
        self.locked = locked
    }

    /// Where fetched packages are kept.
    func cache() throws(PackageError) -> PackageCache {
        do throws(Problem) {
            return try PackageCache()
        } catch {
            throw PackageError(.storage, error.message)
        }
    }

    // MARK: what the resolver asks

    func versions(of source: PackageSource) throws(PackageError) -> [Version] {
        guard case .git(let url, let subdir) = source else { return [] }
        return VersionTags(try fetched(url).refs.tags, subdir: subdir).entries.map(\.version)
    }

    func version(of source: PackageSource, at pin: PackagePin) throws(PackageError) -> Version {
        let anything = Version(major: 0, minor: 0, patch: 0)
        let content = try content(of: source, at: PackageVersion(anything, pin: pin))
        return Version(content.manifest.version) ?? anything
    }

    func requirements(
        of name: String, from source: PackageSource, at version: PackageVersion
    ) throws(PackageError) -> [PackageRequirement] {
        let manifest: Manifest
        let commit: ObjectID?
        if let entry = entry(of: source, at: version), let tree = kept(entry) {
            manifest = try self.manifest(tree, name)
            commit = entry.commit.flatMap { ObjectID($0) }
        } else {
            let content = try content(of: source, at: version, as: name)
            manifest = content.manifest
            commit = content.commit
        }
        var requirements: [PackageRequirement] = []
        for requirement in manifest.requires where requirement.source != .bundled {
            requirements.append(try PackageRequirement(requirement, of: source, at: commit))
        }
        return requirements
    }

    // MARK: what is there

    /// The branches and tags of a repository, as they are now.
    func fetched(
        _ url: PackageURL
    ) throws(PackageError) -> (repository: GitRepository, refs: RemoteRefs) {
        if let known = repositories[url.identity] { return known }
        guard choice.mayFetch else {
            throw PackageError(
                .unavailable, "\"\(url.text)\" would have to be fetched, and --offline forbids it")
        }
        choice.note("fetching \(url.text)")
        let repository = GitRepository(
            url, folder: try cache().mirror(of: url), git: Git(asks: choice.asks))
        let fetched = (repository: repository, refs: try repository.fetch())
        repositories[url.identity] = fetched
        return fetched
    }

    /// A version of a package.
    /// - Parameter name: what it goes by, for messages.
    func content(
        of source: PackageSource, at version: PackageVersion, as name: String = ""
    ) throws(PackageError) -> Content {
        // What is pinned is what it is, whatever version that turns out to be.
        let asked =
            version.pin == nil
            ? version
            : PackageVersion(Version(major: 0, minor: 0, patch: 0), pin: version.pin)
        let key = Key(source: source.identity, version: asked)
        if let known = contents[key] { return known }
        let content = try read(source, version, name)
        contents[key] = content
        return content
    }

    private func read(
        _ source: PackageSource, _ version: PackageVersion, _ name: String
    ) throws(PackageError) -> Content {
        switch source {
        case .git(let url, let subdir):
            let fetched = try fetched(url)
            let tags = fetched.refs.tags
            let tag: RemoteRefs.Ref?
            switch version.pin {
            case .tag(let name):
                tag = tags.first { $0.name.utf8.elementsEqual(name.utf8) }
                if tag == nil {
                    throw PackageError(.missing, "\"\(url.text)\" has no tag \"\(name)\"")
                }
            case .revision, .only: tag = nil
            case nil: tag = VersionTags(tags, subdir: subdir).tag(of: version.version)
            }
            let commit: ObjectID
            if let tag, let id = ObjectID(tag.commit) {
                commit = id
            } else if case .revision(let rev) = version.pin {
                commit = try fetched.repository.resolve(rev)
                guard try fetched.repository.isReachable(commit) else {
                    throw PackageError(
                        .missing,
                        "the commit \(commit.text) is on no branch and no tag of \"\(url.text)\": "
                            + "nobody there has taken it over")
                }
            } else {
                throw PackageError(
                    .missing, "\"\(url.text)\" has no tag of version \(version.version)")
            }
            let found = try Self.within(source) { () throws(PackageError) in
                try fetched.repository.tree(commit, subdir: subdir)
            }
            let manifest = try manifest(found.tree, name.isEmpty ? "plugin" : name)
            if let tag, version.pin == nil, Version(manifest.version) != version.version {
                throw PackageError(
                    .refused,
                    "the tag \"\(tag.name)\" of \(source) has a plugin.yml of version "
                        + "\(manifest.version); its author has to make the two agree")
            }
            return Content(
                tree: found.tree, manifest: manifest, tag: tag?.name, commit: commit,
                treeID: found.id)
        case .archive(let path):
            let tree = try Self.within(source) { () throws(PackageError) in
                try PackageArchive.tree(Self.bytes(of: path))
            }
            return Content(tree: tree, manifest: try manifest(tree, name))
        case .folder, .bundled:
            throw PackageError(.source, "\(source) is no source of a shared plugin")
        }
    }

    private static func bytes(of path: String) throws(PackageError) -> [UInt8] {
        do throws(Problem) {
            return try Files.read(path, limit: PackageArchive.byteLimit)
        } catch {
            throw PackageError(.missing, "the archive \"\(path)\" \(error.message)")
        }
    }

    private static func within<Value>(
        _ source: PackageSource, _ read: () throws(PackageError) -> Value
    ) throws(PackageError) -> Value {
        do throws(PackageError) {
            return try read()
        } catch {
            guard error.kind == .refused else { throw error }
            throw PackageError(.refused, "\(source) is no plugin to be shared: \(error.message)")
        }
    }

    // MARK: manifests

    private func manifest(
        _ tree: PackageTree, _ name: String
    ) throws(PackageError) -> Manifest {
        try manifest(of: PluginFiles(name: name, root: name, files: tree.visibleFiles))
    }

    /// The manifest of a plugin, wherever its files are from.
    func manifest(of files: PluginFiles) throws(PackageError) -> Manifest {
        let name = files.name
        switch try read(files) {
        case .success(let manifest): return manifest
        case .failure(let error):
            var place = error.file ?? Manifest.fileName
            if let line = error.line { place += ":\(line)" }
            throw PackageError(.refused, "\"\(name)\": \(place): \(error.message)")
        }
    }

    /// A stranger's YAML is read where it can do no harm.
    private func read(
        _ files: PluginFiles
    ) throws(PackageError) -> Result<Manifest, PluginFailure> {
        guard case .workers(let options) = sandbox else {
            return Result { () throws(PluginFailure) in try Manifest(files) }
        }
        let pool = WorkerPool(
            [WorkerPlugin(files: files, limits: PluginLimits(), today: nil)], options)
        do throws(WorkerPool.Unavailable) {
            return try pool.manifests(of: [files.name])[0]
        } catch {
            throw PackageError(
                .unavailable, "plugin.yml of \"\(files.name)\" is not read: \(error)")
        }
    }

    // MARK: what is locked

    /// The entry of the lock file that is a version of a package.
    private func entry(of source: PackageSource, at version: PackageVersion) -> LockedPackage? {
        locked.values.first { entry in
            guard entry.source(root)?.identity == source.identity else { return false }
            switch version.pin {
            case nil: return entry.rev == nil && Version(entry.version) == version.version
            case .tag(let tag): return entry.tag == tag
            case .revision(let rev): return entry.rev == rev
            case .only: return false
            }
        }
    }

    private func kept(_ entry: LockedPackage) -> PackageTree? {
        guard let files = try? cache().files(entry.digest), let tree = try? PackageTree(files),
            tree.digest == entry.digest
        else { return nil }
        return tree
    }
}

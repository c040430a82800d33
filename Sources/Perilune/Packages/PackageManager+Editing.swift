internal import PluginPackages
public import SpecPlugins
internal import Yaml

/// A plugin that a workspace is to have.
public struct PackageRequest: Sendable {
    /// The name of a bundled plugin, a folder, an archive, a repository: as somebody writes it at the
    /// current folder.
    public var source: String
    /// What it is to be called; nil for what it calls itself.
    public var name: String?
    public var subdir: String?
    /// At most one of the three.
    public var version: String?
    public var tag: String?
    public var rev: String?
    /// Is it granted all that it asks for?
    public var isGranted: Bool

    public init(
        source: String, name: String? = nil, subdir: String? = nil, version: String? = nil,
        tag: String? = nil, rev: String? = nil, isGranted: Bool = false
    ) {
        self.source = source
        self.name = name
        self.subdir = subdir
        self.version = version
        self.tag = tag
        self.rev = rev
        self.isGranted = isGranted
    }
}

extension PackageManager {
    /// What became of a request.
    public struct Addition: Sendable {
        public var name: String
        /// What the plugin asks for and was not granted.
        public var asked: Permissions
        /// What a person should know.
        public var notes: [String]
        public var changes: [Change]
    }

    /// Writes a plugin into the configuration, and what it is into the lock file.
    public mutating func add(_ request: PackageRequest) throws(Problems) -> Addition {
        do throws(Problem) {
            try requireChange()
            let found = try find(request)
            var editor = try ConfigurationEditor(try bytes(), path: configurationPath)
            let note = try editor.addPlugin(
                found.name, found.value,
                keeping: configuration.allPlugins == nil ? PluginFiles.bundledNames : [])
            let changes = try write(editor.bytes)
            let asked = request.isGranted ? Permissions() : found.permissions
            return Addition(
                name: found.name, asked: asked, notes: note.map { [$0] } ?? [], changes: changes)
        } catch {
            throw Problems(error)
        }
    }

    /// Takes a plugin out of the configuration, the lock file and the vendor folder.
    public mutating func remove(_ name: String) throws(Problem) -> [Change] {
        try requireChange()
        var editor = try ConfigurationEditor(try bytes(), path: configurationPath)
        try editor.removePlugin(name)
        let changes = try write(editor.bytes)
        for change in changes where change.new == nil {
            try shared.vendor.remove(change.name)
        }
        return changes
    }

    private func requireChange() throws(Problem) {
        if choice.mayLock { return }
        throw Problem(
            "\(configurationPath) and perilune.lock are not changed with --locked, the default where CI "
                + "is set; --no-locked changes them")
    }

    private func bytes() throws(Problem) -> [UInt8] {
        guard Files.status(configurationPath) != nil else { return [] }
        return try Files.read(configurationPath, limit: ExtendedFiles.fileLimit)
    }

    /// Writes a configuration that was held against everything before, then the lock file: who is
    /// interrupted in between has a plugin that the next run locks.
    private mutating func write(_ bytes: [UInt8]) throws(Problem) -> [Change] {
        var after = self
        let reader = ConfigurationReader(bytes, path: configurationPath)
        if let problem = reader.problems.first { throw problem }
        after.configuration = reader.configuration
        after.configuration.extended = configuration.extended
        let packages = try after.resolved()
        try Files.write(bytes, to: configurationPath)
        choice.note("wrote \(configurationPath)")
        try after.shared.write(packages)
        let changes = after.changes(since: self)
        self = after
        return changes
    }

    // MARK: finding

    /// What is written of a plugin, and what it asks for.
    private struct Found {
        var name: String
        var value: YamlValue
        var permissions = Permissions()

        init(
            _ name: String, _ members: [(name: String, value: YamlValue)], _ manifest: Manifest,
            _ isGranted: Bool
        ) {
            self.name = name
            permissions = manifest.permissions.permissions
            var members = members
            let kinds = Permissions.Kind.allCases.filter {
                !manifest.permissions.permissions[$0].isEmpty
            }
            if isGranted, !kinds.isEmpty {
                let asked = permissions
                members.append(
                    ("grant", .members(kinds.map { ($0.rawValue, .list(asked[$0])) })))
            }
            value = .members(members)
        }

        init(bundled name: String) {
            self.name = name
            value = .text("bundled")
        }
    }

    private func find(_ request: PackageRequest) throws(Problem) -> Found {
        let path = request.source
        if PluginFiles.bundledNames.contains(path), Files.status(path) == nil {
            return Found(bundled: path)
        }
        let isFolder =
            Files.status(path)?.kind == .folder
            && Files.status(Path.join(path, ".git")) == nil
            && Files.status(Path.join(path, Manifest.fileName)) != nil
        if isFolder { return try findFolder(request) }
        return try SharedPlugins.problem { () throws(PackageError) in try findPackage(request) }
    }

    /// A path that is seen from the current folder, as seen from that of the configuration.
    private func own(_ path: String) throws(Problem) -> String {
        path.hasPrefix("/")
            ? path : Path.relative(Path.join(try Files.currentFolder(), path), to: root)
    }

    private func findFolder(_ request: PackageRequest) throws(Problem) -> Found {
        let files = try PluginFolder.read(request.source, name: "plugin", shown: request.source)
        let manifest = try SharedPlugins.problem { () throws(PackageError) in
            try shared.index.manifest(of: files)
        }
        return Found(
            request.name ?? manifest.name, [("path", .text(try own(request.source)))], manifest,
            request.isGranted)
    }

    private func findPackage(_ request: PackageRequest) throws(PackageError) -> Found {
        let current: String
        let text: String
        do throws(Problem) {
            current = try Files.currentFolder()
            text = try isLocal(request.source, current) ? own(request.source) : request.source
        } catch {
            throw PackageError(.source, error.description)
        }
        if PackageArchive.isNamed(request.source) {
            let source = PackageSource.archive(
                try PackageArchive.path(request.source, from: current))
            let manifest = try shared.index.content(
                of: source, at: PackageInstaller.only, as: request.name ?? "plugin"
            ).manifest
            return Found(
                request.name ?? manifest.name, [("archive", .text(text))], manifest,
                request.isGranted)
        }
        let subdir = request.subdir ?? ""
        try GitRepository.checkSubdir(subdir)
        let source = PackageSource.git(
            try PackageURL(request.source, from: current), subdir: subdir)
        var members: [(name: String, value: YamlValue)] = [("git", .text(text))]
        if !subdir.isEmpty { members.append(("subdir", .text(subdir))) }
        let index = shared.index
        let version: PackageVersion
        if let tag = request.tag {
            version = PackageVersion(Version(major: 0, minor: 0, patch: 0), pin: .tag(tag))
            members.append(("tag", .text(tag)))
        } else if let rev = request.rev {
            version = PackageVersion(Version(major: 0, minor: 0, patch: 0), pin: .revision(rev))
            members.append(("rev", .text(rev)))
        } else {
            let newest = try newest(of: source, request.version, index)
            version = PackageVersion(newest)
            let range = request.version ?? "^\(newest.major).\(newest.minor)"
            members.append(("version", .text(range)))
        }
        let manifest = try index.content(of: source, at: version, as: request.name ?? "plugin")
            .manifest
        return Found(request.name ?? manifest.name, members, manifest, request.isGranted)
    }

    private func isLocal(_ text: String, _ current: String) -> Bool {
        guard let url = try? PackageURL(text, from: current) else { return true }
        return url.localPath != nil && !text.hasPrefix("file:")
    }

    /// The newest release of a source that a range admits.
    private func newest(
        of source: PackageSource, _ range: String?, _ index: RepositoryIndex
    ) throws(PackageError) -> Version {
        let wanted: VersionRange
        if let range {
            guard let read = VersionRange(range) else {
                throw PackageError(
                    .source, "\"\(range)\" is no range of versions; expected one like \"^1.2\"")
            }
            wanted = read
        } else {
            wanted = VersionRange()
        }
        let versions = try index.versions(of: source).sorted()
        if let newest = versions.last(where: wanted.contains) { return newest }
        throw PackageError(
            .missing,
            versions.isEmpty
                ? "\(source) has no tag that names a version, such as v1.0.0; name a tag or a commit with "
                    + "--tag or --rev"
                : "\(source) has no version that \"\(wanted)\" admits; the newest is "
                    + "\(versions[versions.count - 1])")
    }
}

package import SpecPlugins

extension PackageRequirement {
    /// What a configuration or a manifest names in git.
    /// - Parameter folder: an absolute path, which a relative path is seen from.
    package init(
        name: String, _ source: RepositorySource, from folder: String
    ) throws(PackageError) {
        let url = try PackageURL(source.url, from: folder)
        let subdir = source.subdir ?? ""
        try GitRepository.checkSubdir(subdir)
        let demand: PackageDemand
        switch source.pick {
        case .version(let text):
            guard let range = VersionRange(text) else {
                throw PackageError(.source, "\"\(text)\" is no range of versions like \"^1.2\"")
            }
            demand = .range(range)
        case .tag(let tag): demand = .pin(.tag(tag))
        case .rev(let revision): demand = .pin(.revision(revision))
        }
        self.init(name: name, source: .git(url, subdir: subdir), demand: demand)
    }

    /// What the manifest of a package requires.
    /// - Parameters:
    ///   - owner: where that package comes from.
    ///   - commit: of a package in git, its own: what it requires by a path is of the same commit.
    /// - Throws: of the kind `source`, where it leads to what the package cannot know to be there: out of
    ///   its repository, or from another host to this machine.
    package init(
        _ requirement: PluginRequirement, of owner: PackageSource, at commit: ObjectID? = nil
    ) throws(PackageError) {
        let name = requirement.name
        switch (requirement.source, owner) {
        case (.bundled, _):
            self.init(name: name, source: .bundled(name), demand: .pin(.only))
        case (.path(let path), .folder(let folder)):
            self.init(
                name: name, source: .folder(URLReader.normalised("\(folder)/\(path)")),
                demand: .pin(.only))
        case (.path(let path), .git(let url, let subdir)):
            guard let commit, let folder = Self.folder(path, from: subdir) else {
                throw PackageError(
                    .source, "the library \"\(name)\" is to be in \"\(path)\", outside of \(owner)")
            }
            try GitRepository.checkSubdir(folder)
            self.init(
                name: name, source: .git(url, subdir: folder),
                demand: .pin(.revision(commit.text)))
        case (.path(let path), _):
            throw PackageError(
                .source, "the library \"\(name)\" is to be in \"\(path)\", outside of \(owner)")
        case (.git(let source), _):
            try self.init(name: name, source, from: Self.base(of: owner))
            guard case .git(let url, _) = self.source, url.localPath != nil else { return }
            if case .git(let own, _) = owner, own.localPath == nil {
                throw PackageError(
                    .source,
                    "the library \"\(name)\" is to come from \"\(url.text)\" on this machine, which "
                        + "\(owner) cannot know of; write https:// or ssh:// there")
            }
        }
    }

    /// What a relative URL is seen from.
    private static func base(of owner: PackageSource) -> String {
        switch owner {
        case .git(let url, _): url.localPath ?? "/"
        case .folder(let path): path
        case .archive(let path): URLReader.normalised("\(path)/..")
        case .bundled: "/"
        }
    }

    /// A path as seen from a folder of a repository; nil where it leads out of that.
    private static func folder(_ path: String, from subdir: String) -> String? {
        var parts: [String] = []
        for part in "\(subdir)/\(path)".unicodeScalars.split(separator: "/").map({ String($0) })
        where part != "." {
            if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
        }
        return parts.joined(separator: "/")
    }
}

internal import PluginPackages
internal import SpecPlugins
internal import Yaml

extension PackageSetting {
    /// Where it comes from.
    /// - Parameter root: of the workspace, absolute.
    func source(_ root: String) throws(PackageError) -> PackageSource {
        let home = folder ?? root
        switch origin {
        case .git(let url):
            try GitRepository.checkSubdir(subdir)
            return .git(try PackageURL(url.name, from: home), subdir: subdir)
        case .archive(let path):
            return .archive(try PackageArchive.path(path.name, from: home))
        }
    }

    var demand: PackageDemand {
        switch (origin, want) {
        case (.archive, _): .pin(.only)
        case (_, .version(let range)): .range(range)
        case (_, .tag(let tag)): .pin(.tag(tag))
        case (_, .rev(let rev)): .pin(.revision(rev))
        }
    }
}

extension PackageSetting {
    /// What a plugin requires; nil where that is in no repository.
    /// - Parameter folder: of the plugin, absolute; nil where it comes from elsewhere.
    init?(_ requirement: PluginRequirement, folder: String?) throws(PackageError) {
        guard case .git(let repository) = requirement.source else { return nil }
        origin = .git(Named(repository.url, requirement.mark))
        subdir = repository.subdir ?? ""
        want = try repository.pick.want
        self.folder = folder
    }
}

extension RepositorySource.Pick {
    fileprivate var want: PackageSetting.Want {
        get throws(PackageError) {
            switch self {
            case .tag(let tag): return .tag(tag)
            case .rev(let rev): return .rev(rev)
            case .version(let text):
                guard let range = VersionRange(text) else {
                    throw PackageError(.source, "\"\(text)\" is no range of versions")
                }
                return .version(range)
            }
        }
    }
}

extension LockedPackage {
    /// Where it came from; nil where that is written in a way in which nothing is any more.
    /// - Parameter root: of the workspace, absolute.
    func source(_ root: String) -> PackageSource? {
        if let git {
            return (try? PackageURL(git, from: root)).map { .git($0, subdir: subdir) }
        }
        return archive.map { .archive(Path.join(root, $0)) }
    }

    /// Is it what somebody wants?
    func meets(_ setting: PackageSetting, _ root: String) -> Bool {
        guard let own = source(root), let asked = try? setting.source(root),
            own.identity == asked.identity
        else { return false }
        switch setting.demand {
        case .range(let range):
            // What was pinned is no choice among versions.
            return rev == nil && (Version(version).map(range.contains) ?? false)
        case .pin(.tag(let tag)): return self.tag == tag
        case .pin(.revision(let rev)): return self.rev == rev
        case .pin(.only): return true
        }
    }
}

extension Configuration {
    /// The shared plugins that are on, and where that is written.
    var wantedPackages: [PackageInstaller.Wanted] {
        (allPlugins ?? []).compactMap { placed in
            guard case .package(let setting) = placed.setting.place else { return nil }
            let line = placed.setting.name.mark.line
            return PackageInstaller.Wanted(
                name: placed.setting.name.name, setting: setting,
                place: "\(placed.path ?? Configuration.fileName):\(line)")
        }
    }
}

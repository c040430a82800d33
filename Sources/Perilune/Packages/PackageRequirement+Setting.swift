internal import PluginPackages
internal import SpecPlugins
internal import Yaml

extension PackageRequirement {
    /// What an entry of a configuration wants.
    /// - Parameter root: of the workspace, absolute.
    init(name: String, _ setting: PackageSetting, root: String) throws(PackageError) {
        let home = setting.folder ?? root
        switch setting.origin {
        case .git(let source): try self.init(name: name, source, from: home)
        case .archive(let path):
            self.init(
                name: name, source: .archive(try PackageArchive.path(path, from: home)),
                demand: .pin(.only))
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
    func meets(_ wanted: PackageRequirement, _ root: String) -> Bool {
        guard source(root)?.identity == wanted.source.identity else { return false }
        switch wanted.demand {
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
    /// Does it name a plugin of another repository?
    var namesPackages: Bool {
        (allPlugins ?? []).contains {
            if case .package = $0.setting.place { true } else { false }
        }
    }

    /// The shared plugins that are on, and where that is written.
    /// - Parameter root: of the workspace, absolute.
    func wantedPackages(_ root: String) throws(Problem) -> [Resolution.Root] {
        var wanted: [Resolution.Root] = []
        for placed in allPlugins ?? [] {
            guard case .package(let setting) = placed.setting.place else { continue }
            let name = placed.setting.name
            do throws(PackageError) {
                let requirement = try PackageRequirement(name: name.name, setting, root: root)
                let path = placed.path ?? Configuration.fileName
                wanted.append((requirement, "\(path):\(name.mark.line)"))
            } catch {
                throw Problem(
                    error.message, path: placed.path, line: name.mark.line,
                    column: name.mark.column)
            }
        }
        return wanted
    }
}

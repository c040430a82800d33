package import SpecPlugins

/// Where a package comes from.
package enum PackageSource: Sendable, Hashable, CustomStringConvertible {
    /// A repository, and the package's folder in it; empty for its root.
    case git(PackageURL, subdir: String)
    /// A folder of this machine.
    case folder(String)
    /// An archive on this machine.
    case archive(String)
    /// What travels inside the executable.
    case bundled(String)

    /// The same for two spellings of one source.
    package var identity: String {
        switch self {
        case .git(let url, let subdir): "git \(url.identity) \(subdir)"
        case .folder(let path): "folder \(path)"
        case .archive(let path): "archive \(path)"
        case .bundled(let name): "bundled \(name)"
        }
    }

    package var description: String {
        switch self {
        case .git(let url, let subdir):
            subdir.isEmpty ? "\"\(url.text)\"" : "\"\(subdir)\" of \"\(url.text)\""
        case .folder(let path), .archive(let path): "\"\(path)\""
        case .bundled(let name): "the bundled \"\(name)\""
        }
    }

    /// Has it versions to choose from?
    var hasVersions: Bool { if case .git = self { true } else { false } }
}

/// One state of a source, whatever version that is.
package enum PackagePin: Sendable, Hashable, CustomStringConvertible {
    case tag(String)
    /// A commit or a branch.
    case revision(String)
    /// What there is: folders, archives and bundled packages have but one.
    case only

    package var description: String {
        switch self {
        case .tag(let name): "the tag \"\(name)\""
        case .revision(let name): "\"\(name)\""
        case .only: "what is there"
        }
    }
}

/// What somebody wants of a package.
package enum PackageDemand: Sendable, Hashable, CustomStringConvertible {
    case range(VersionRange)
    case pin(PackagePin)

    package var description: String {
        switch self {
        case .range(let range): "\"\(range)\""
        case .pin(let pin): pin.description
        }
    }
}

/// That somebody needs a package.
package struct PackageRequirement: Sendable, Hashable {
    /// Lower-case words joined by `-`.
    package var name: String
    package var source: PackageSource
    package var demand: PackageDemand

    package init(name: String, source: PackageSource, demand: PackageDemand) {
        self.name = name
        self.source = source
        self.demand = demand
    }
}

/// What is chosen of a source.
package struct PackageVersion: Sendable, Hashable {
    package var version: Version
    /// Nil where a range chose it among the versions of the source.
    package var pin: PackagePin?

    package init(_ version: Version, pin: PackagePin? = nil) {
        self.version = version
        self.pin = pin
    }
}

/// What is known of packages: where from, the resolver does not ask.
///
/// Each question is asked once in a resolution, and only if its answer matters: what a lock file
/// settles asks for no list of versions.
package protocol PackageIndex {
    /// Those that can be chosen, in any order; see `VersionTags`.
    func versions(of source: PackageSource) throws(PackageError) -> [Version]
    /// The version that a pinned state says it is.
    func version(of source: PackageSource, at pin: PackagePin) throws(PackageError) -> Version
    /// What a version of a package needs.
    func requirements(
        of name: String, from source: PackageSource, at version: PackageVersion
    ) throws(PackageError) -> [PackageRequirement]
}

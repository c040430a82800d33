package import SpecPlugins

/// One version of each package that a project needs.
package struct Resolution: Sendable, Equatable {
    package struct Package: Sendable, Equatable {
        package var name: String
        package var source: PackageSource
        package var version: PackageVersion
        /// The names of the packages that it needs, sorted.
        package var requires: [String]
        /// Who wants what of it: those of the project first, as they were given, then packages by name.
        package var wantedBy: [(who: String, demand: PackageDemand)]
        /// Does the project itself want it?
        package var isDirect: Bool

        package static func == (left: Package, right: Package) -> Bool {
            left.name == right.name && left.source == right.source
                && left.version == right.version && left.requires == right.requires
                && left.wantedBy.elementsEqual(right.wantedBy) { $0 == $1 }
        }
    }

    /// Sorted by the bytes of their names.
    package var packages: [Package]

    /// What a project wants, and where that is written: `perilune.yml:7`.
    package typealias Root = (requirement: PackageRequirement, place: String)

    /// What a lock file has of a package: it is kept where it still does.
    package struct Locked: Sendable {
        package var source: PackageSource
        package var version: Version

        package init(source: PackageSource, version: Version) {
            self.source = source
            self.version = version
        }
    }

    /// Chooses a version for each package that is needed.
    ///
    /// - What is pinned is what it is pinned to.
    /// - What is locked stays, if it does for all who want it.
    /// - What the project wants is the highest version that does for all who want it.
    /// - What only packages want is the lowest that does: what their authors have seen it work with.
    ///
    /// Where those versions do not go together, others are searched that do. Where there are none, the
    /// conflict names both who have it. The order of what is given changes nothing. Packages may need
    /// each other in circles.
    ///
    /// - Parameter locked: by name.
    /// - Throws: of the kind `conflict`, or what the index throws.
    package init(
        _ roots: [Root], locked: [String: Locked] = [:], index: some PackageIndex
    ) throws(PackageError) {
        var resolver = Resolver(roots, locked: locked, index: index)
        packages = try resolver.resolve()
    }
}

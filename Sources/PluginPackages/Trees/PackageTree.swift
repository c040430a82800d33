package import SpecPlugins

/// The files of a package, all of them, each of a name and a kind that is taken.
package struct PackageTree: Sendable, Equatable {
    /// Sorted by the bytes of their paths.
    package let files: [PluginFiles.File]
    /// See `TreeDigest`.
    package let digest: String

    /// - Parameter files: in any order.
    /// - Throws: which file is not taken, and why; see `PackageLimits`.
    package init(_ files: [PluginFiles.File]) throws(PackageError) {
        var listing = PackageListing()
        for file in files { try listing.add(Array(file.path.utf8), size: file.bytes.count) }
        self.init(checked: files)
    }

    /// Of files whose names went through a listing.
    init(checked files: [PluginFiles.File]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        digest = TreeDigest.of(files)
    }

    /// Those that a plugin sees; the others, below a name that begins with a dot, are for editors and
    /// hosts.
    package var visibleFiles: [PluginFiles.File] {
        files.filter { file in
            !file.path.utf8.split(separator: UInt8(ascii: "/")).contains {
                $0.first == UInt8(ascii: ".")
            }
        }
    }
}

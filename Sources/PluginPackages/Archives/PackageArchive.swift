internal import SpecPlugins

/// A package in an archive, `.tar.gz` or `.tgz`, that lies on this machine.
package enum PackageArchive {
    /// Bytes of an archive that are read.
    package static let byteLimit = 32 << 20
    /// Bytes of what it unfolds to, what is outside of a package's folder included.
    private static let unfoldedLimit = 64 << 20

    /// Is it called like one?
    package static func isNamed(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".tar.gz") || name.hasSuffix(".tgz")
    }

    /// The absolute path of an archive as it is written: a path or a `file:` URL.
    /// - Parameter folder: an absolute path, which a relative path is seen from.
    package static func path(_ text: String, from folder: String) throws(PackageError) -> String {
        var reader = URLReader(text, of: "the archive")
        return try reader.archivePath(from: folder)
    }

    /// The files of an archive, by the rules and with the digest of any other package.
    /// - Parameters:
    ///   - bytes: at most `byteLimit`.
    ///   - subdir: a folder in it, below the one that holds all, if there is such a one.
    package static func tree(
        _ bytes: [UInt8], subdir: String = ""
    ) throws(PackageError) -> PackageTree {
        guard bytes.count <= byteLimit else {
            throw PackageError(.refused, "it has more than \(byteLimit >> 20) MiB")
        }
        try GitRepository.checkSubdir(subdir)
        let tar = try Gunzip.bytes(of: bytes, limit: unfoldedLimit)
        let entries = try TarReader.entries(tar).filter { $0.kind != .folder }
        let start = commonFolder(entries) + (subdir.isEmpty ? [] : Array("\(subdir)/".utf8))
        var listing = PackageListing()
        var files: [PluginFiles.File] = []
        for entry in entries where entry.path.starts(with: start) {
            let path = Array(entry.path.dropFirst(start.count))
            if case .other(let problem) = entry.kind {
                throw PackageListing.refusal(
                    String(decoding: path.prefix(PackageLimits.path), as: UTF8.self), problem)
            }
            try listing.add(path, size: entry.content.count)
            files.append(
                .init(path: listing.files[files.count].path, bytes: Array(tar[entry.content])))
        }
        if files.isEmpty {
            throw subdir.isEmpty
                ? PackageError(.refused, "it holds no file")
                : PackageError(.missing, "it has no folder \"\(subdir)\"")
        }
        return PackageTree(checked: files)
    }

    /// The folder that holds all, with a `/`, as archives of repositories have one; empty where there is
    /// none.
    private static func commonFolder(_ entries: [TarReader.Entry]) -> [UInt8] {
        guard let first = entries.first?.path, let end = first.firstIndex(of: UInt8(ascii: "/")),
            end > 0
        else { return [] }
        let folder = Array(first[...end])
        // What would lead out is no folder to leave out: it is refused by its name.
        if folder == Array("../".utf8) || folder == Array("./".utf8) { return [] }
        return entries.allSatisfy { $0.path.starts(with: folder) } ? folder : []
    }
}

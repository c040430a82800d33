internal import PluginPackages
internal import SpecPlugins

/// What was fetched, for all workspaces of a user: `$XDG_CACHE_HOME/perilune` (the XDG Base Directory
/// Specification), else `~/.cache/perilune`. It may be deleted at any time, and nothing in it is
/// believed: whoever reads a package compares its digest.
struct PackageCache {
    /// Absolute.
    let folder: String

    init() throws(Problem) {
        guard let base = Self.base else {
            throw Problem(
                "there is no place for a cache: neither XDG_CACHE_HOME nor HOME is an absolute path"
            )
        }
        folder = Path.join(base, "perilune")
    }

    private static var base: String? {
        func absolute(_ name: String) -> String? {
            guard let bytes = Environment.value(of: name), bytes.first == UInt8(ascii: "/") else {
                return nil
            }
            return String(validating: bytes, as: UTF8.self)
        }
        return absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { Path.join($0, ".cache") }
    }

    /// Where the mirror of a repository stands.
    func mirror(of url: PackageURL) -> String {
        Path.join(folder, "git/\(SHA256.hexadecimal(Array(url.identity.utf8)))")
    }

    // MARK: packages

    /// The files of a package, of whatever bytes; nil where they are not here, or no longer what they
    /// were.
    func files(_ digest: String) -> [PluginFiles.File]? {
        guard let bytes = try? Files.read(path(digest), limit: Self.limit) else { return nil }
        return Self.decoded(bytes)
    }

    /// Keeps a package; two runs that keep the same write the same.
    func keep(_ tree: PackageTree) throws(Problem) {
        let path = path(tree.digest)
        try Files.makeFolder(Path.parent(path))
        try Files.write(Self.encoded(tree.files), to: path)
    }

    /// A digest is Base64, whose `/` no file name has, and letters that some file systems fold.
    private func path(_ digest: String) -> String {
        Path.join(folder, "plugins/\(SHA256.hexadecimal(Array(digest.utf8))).package")
    }

    /// All files in one, so that there is never half a package.
    private static func encoded(_ files: [PluginFiles.File]) -> [UInt8] {
        var bytes = head
        for file in files {
            bytes += Array("\(file.bytes.count) \(file.path)\n".utf8)
            bytes += file.bytes
        }
        return bytes
    }

    private static func decoded(_ bytes: [UInt8]) -> [PluginFiles.File]? {
        guard bytes.starts(with: head) else { return nil }
        var files: [PluginFiles.File] = []
        var rest = bytes.dropFirst(head.count)
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
                let blank = rest[..<end].firstIndex(of: UInt8(ascii: " ")),
                let count = Int(String(decoding: rest[..<blank], as: UTF8.self)), count >= 0,
                let path = String(validating: rest[(blank + 1)..<end], as: UTF8.self)
            else { return nil }
            rest = rest[(end + 1)...]
            guard count <= rest.count else { return nil }
            files.append(PluginFiles.File(path: path, bytes: Array(rest.prefix(count))))
            rest = rest.dropFirst(count)
        }
        return files
    }

    private static let head = Array("perilune package 1\n".utf8)
    private static let limit = 32 << 20
}

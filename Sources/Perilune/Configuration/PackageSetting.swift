internal import SpecPlugins
internal import Yaml

/// A plugin that is shared between repositories, as an entry of `plugins:` names it.
struct PackageSetting: Sendable, Equatable {
    enum Origin: Sendable, Equatable {
        case git(RepositorySource)
        /// A `.tar.gz`, as it is written.
        case archive(String)
    }

    var origin: Origin
    /// The folder of the file that names it, absolute; paths are seen from there. Nil for that of the
    /// workspace.
    var folder: String?

    /// The keys of an entry that name a package.
    static let keys = RepositorySource.keys + ["archive"]

    /// Reads an entry that has such keys.
    /// - Parameter pair: the entry, from its name on.
    init(_ keys: [YamlPair], of pair: YamlPair) throws(YamlError) {
        let own = keys.filter { Self.keys.contains($0.key) }
        guard let archive = own.first(where: { $0.key == "archive" }) else {
            origin = .git(try RepositorySource(own, of: pair, anyVersion: true))
            return
        }
        if let other = own.first(where: { $0.key != "archive" }) {
            throw YamlError(
                message: "the plugin \"\(pair.key)\" comes from an archive, which has no "
                    + "\"\(other.key)\"; leave one out", mark: other.keyStart)
        }
        let path = try archive.value.string("archive")
        if path.isEmpty { throw archive.value.expected("a file", "archive") }
        origin = .archive(path)
    }
}

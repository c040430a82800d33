internal import SpecPlugins
internal import Yaml

/// A plugin that is shared between repositories, as an entry of `plugins:` names it.
struct PackageSetting: Sendable, Equatable {
    enum Origin: Sendable, Equatable {
        /// A repository: a URL or a path.
        case git(Named)
        /// A `.tar.gz`.
        case archive(Named)
    }

    /// Which of a repository's states is wanted.
    enum Want: Sendable, Equatable {
        /// The highest version of a range.
        case version(VersionRange)
        case tag(String)
        /// A commit or a branch.
        case rev(String)
    }

    var origin: Origin
    /// Of the repository; empty for its root.
    var subdir = ""
    var want: Want
    /// The folder of the file that names it, absolute; paths are seen from there. Nil for that of the
    /// workspace.
    var folder: String?

    /// As messages call it.
    var shown: String {
        switch origin {
        case .git(let url): url.name
        case .archive(let path): path.name
        }
    }
}

extension PackageSetting {
    /// The keys of an entry that name a package.
    static let keys = ["git", "archive", "subdir", "version", "tag", "rev"]

    /// Reads an entry that has `git` or `archive`.
    init(_ pairs: [YamlPair], _ plugin: Named) throws(YamlError) {
        func text(_ key: String) throws(YamlError) -> Named? {
            guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
            let text = try pair.value.string(key)
            guard !text.isEmpty else { throw pair.value.expected("a text that is not empty", key) }
            return Named(text, pair.value.start)
        }
        let subdir = try text("subdir")
        var wants: [(key: String, want: Want)] = []
        if let version = try text("version") {
            guard let range = VersionRange(version.name) else {
                throw YamlError(
                    message: "\"version\" must be a range like \"^1.2\" or \">=1 <3\", found "
                        + "\"\(version.name)\"", mark: version.mark)
            }
            wants.append(("version", .version(range)))
        }
        if let tag = try text("tag") { wants.append(("tag", .tag(tag.name))) }
        if let rev = try text("rev") { wants.append(("rev", .rev(rev.name))) }
        guard wants.count < 2 else {
            throw YamlError(
                message: "the plugin \"\(plugin.name)\" has both \"\(wants[0].key)\" and "
                    + "\"\(wants[1].key)\"; leave one out", mark: plugin.mark)
        }
        if let git = try text("git") {
            origin = .git(git)
        } else if let archive = try text("archive") {
            origin = .archive(archive)
            if let key = wants.first?.key ?? (subdir == nil ? nil : "subdir") {
                throw YamlError(
                    message: "the plugin \"\(plugin.name)\" comes from an archive, which has no "
                        + "\"\(key)\"; leave it out", mark: plugin.mark)
            }
        } else {
            throw YamlError(
                message:
                    "the plugin \"\(plugin.name)\" has \"\(wants.first?.key ?? "subdir")\" and no "
                    + "\"git\"", mark: plugin.mark)
        }
        self.subdir = subdir?.name ?? ""
        want = wants.first?.want ?? .version(VersionRange())
    }
}

package import SpecPlugins

/// The versions that the tags of a repository name.
package struct VersionTags: Sendable {
    package struct Entry: Sendable, Equatable {
        package var version: Version
        package var tag: RemoteRefs.Ref
    }

    /// Ascending, each version once.
    package let entries: [Entry]

    /// - Parameters:
    ///   - tags: of the repository.
    ///   - subdir: the folder of the package in it. A repository of several packages calls their tags by
    ///     their folders, `risk/v1.2.0`: where one is called so, only those count; else `v1.2.0` and
    ///     `1.2.0` do. Where two tags name one version, the one with `v` is it.
    package init(_ tags: [RemoteRefs.Ref], subdir: String = "") {
        let own = subdir.isEmpty ? [] : Self.read(tags, below: Array("\(subdir)/".utf8))
        entries = (own.isEmpty ? Self.read(tags, below: []) : own)
            .sorted { $0.version < $1.version }
    }

    /// The tag of a version.
    package func tag(of version: Version) -> RemoteRefs.Ref? {
        entries.first { $0.version == version }?.tag
    }

    private static func read(_ tags: [RemoteRefs.Ref], below start: [UInt8]) -> [Entry] {
        var found: [Version: RemoteRefs.Ref] = [:]
        for tag in tags where tag.name.utf8.starts(with: start) {
            let rest = tag.name.utf8.dropFirst(start.count)
            let hasLetter = rest.first == UInt8(ascii: "v")
            // 1.2.0+5 would be another name of 1.2.0.
            guard let text = String(rest.dropFirst(hasLetter ? 1 : 0)), !text.contains("+"),
                let version = Version(text)
            else { continue }
            if hasLetter || found[version] == nil { found[version] = tag }
        }
        return found.map { Entry(version: $0.key, tag: $0.value) }
    }
}

public import Yaml

/// A library that a plugin requires: another plugin, whose files its own find with `require`.
public struct PluginRequirement: Sendable, Equatable {
    /// Where the files of a library come from.
    public enum Source: Sendable, Equatable {
        /// A plugin inside the executable, of the same name.
        case bundled
        /// A folder, as seen from the folder of the plugin that requires it.
        case path(String)
        case git(RepositorySource)
    }

    /// The name that it goes by in `require`.
    public var name: String
    public var source: Source
    /// Where its name stands in `plugin.yml`.
    public var mark: YamlMark

    public init(name: String, source: Source, mark: YamlMark) {
        self.name = name
        self.source = source
        self.mark = mark
    }
}

/// A plugin in a repository of git, as a manifest or a configuration names it. Nothing is known of
/// whether there is one.
public struct RepositorySource: Sendable, Equatable {
    /// Which of all that the repository ever was.
    public enum Pick: Sendable, Equatable {
        /// A range of versions, as `VersionRange` reads it: `^1.2`.
        case version(String)
        case tag(String)
        /// A commit.
        case rev(String)
    }

    /// As it is written.
    public var url: String
    /// The plugin's folder in the repository; nil for the whole of it.
    public var subdir: String?
    public var pick: Pick

    public init(url: String, subdir: String? = nil, pick: Pick) {
        self.url = url
        self.subdir = subdir
        self.pick = pick
    }
}

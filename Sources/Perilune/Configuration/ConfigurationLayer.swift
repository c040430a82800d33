internal import SpecModel
internal import SpecPlugins
internal import SpecReading
internal import Yaml

/// Something that a configuration takes over before its own settings count.
enum ConfigurationLayer: Sendable, Equatable {
    /// Another file: its plugins, preset, checks, overrides, limits and words; not its specs, exports
    /// and pipelines.
    case file(Configuration, folder: String)
    /// A preset of a plugin, `plugin/preset`, and the file that names it.
    case preset(Named, path: String?)
}

extension Configuration {
    /// What it extends that are files, then itself.
    var files: [Configuration] {
        extended.compactMap { if case .file(let file, _) = $0 { file } else { nil } } + [self]
    }

    /// A setting, and the file that it stands in.
    struct Placed<Setting> {
        var setting: Setting
        var path: String?
    }

    /// The plugins that are on: of one name the last, at the place of the first. Nil where no file
    /// says.
    var allPlugins: [Placed<PluginSource>]? {
        var all: [Placed<PluginSource>]?
        for file in files {
            for source in file.plugins ?? [] {
                let placed = Placed(setting: source, path: file.path)
                if let place = all?.firstIndex(where: { $0.setting.name.name == source.name.name })
                {
                    all?[place] = placed
                } else {
                    all = (all ?? []) + [placed]
                }
            }
            if file.plugins != nil { all = all ?? [] }
        }
        return all
    }

    /// How much is asked of specs: as the last file that says so.
    var effectivePreset: Preset { files.last { $0.preset != nil }?.preset ?? .recommended }

    func limits(of plugin: String) -> PluginLimits {
        files.lazy.reversed().flatMap(\.limits).first { $0.plugin.name == plugin }?.limits
            ?? PluginLimits()
    }

    /// What reading takes on: as the last file that says so.
    var readingLimits: ReadingLimits {
        files.last { $0.documentLimit != nil }?.documentLimit.map(ReadingLimits.init)
            ?? ReadingLimits()
    }

    var allLimits: [Placed<LimitSetting>] {
        files.flatMap { file in file.limits.map { Placed(setting: $0, path: file.path) } }
    }

    /// What the files add to the words of specs.
    var vocabularies: [Placed<YamlNode>] {
        files.compactMap { file in file.vocabulary.map { Placed(setting: $0, path: file.path) } }
    }
}

internal import SpecModel
internal import SpecPlugins
internal import Yaml

/// What a `perilune.yml` says, before it is held against the plugins that it names.
public struct Configuration: Sendable, Equatable {
    /// The file as it is shown in messages; nil where there is none.
    public var path: String?
    /// Which files are specs; empty where the file does not say.
    var specs: [SpecSet] = []
    /// Nil where the file does not say: then the bundled plugins are on.
    var plugins: [PluginSource]?
    /// How much is asked of specs; nil where the file does not say.
    var preset: Preset?
    /// What it extends, as it is written.
    var extends: [Named] = []
    /// What that comes to, read: earlier ones first, each behind what it extends itself.
    var extended: [ConfigurationLayer] = []
    /// In the order of the file, as are all that follow.
    var checks: [CheckSetting] = []
    var overrides: [OverrideSetting] = []
    var exports: [ExportSetting] = []
    var pipelines: [PipelineSetting] = []
    var limits: [LimitSetting] = []
    /// Bytes of one spec; nil where the file does not say.
    var documentLimit: Int?
    /// What it adds to the words of its specs.
    var vocabulary: YamlNode?
    /// Of all exports, also of those that are wrong.
    var exportNames: [String] = []

    /// The configuration where there is no file.
    public init() {}

    /// The name of the file.
    public static let fileName = "perilune.yml"
}

/// A name and where it stands, to be looked up later.
struct Named: Sendable, Equatable {
    var name: String
    var mark: YamlMark

    init(_ name: String, _ mark: YamlMark) {
        self.name = name
        self.mark = mark
    }
}

/// An entry of `specs:`. Patterns are seen from the folder of the file.
struct SpecSet: Sendable, Equatable {
    var include: [Named]
    var exclude: [Named]
    /// Nil where its specs are held against none.
    var template: TemplateChoice?
    var templateMark = YamlMark(line: 0, column: 0, offset: 0)
}

/// An entry of `plugins:`.
struct PluginSource: Sendable, Equatable {
    enum Place: Sendable, Equatable {
        case bundled
        /// A folder, as seen from the folder of the file.
        case folder(Named)
        /// From elsewhere, as `perilune.lock` has it.
        case package(PackageSetting)
        /// Files that were read already, wherever they stand.
        case files(PluginFiles)
    }

    var name: Named
    var place: Place
    /// What the plugin is granted of what it asks for.
    var grant = PlacedPermissions()
    /// What there is to be read in tests of the plugin, where it is granted all that it asks for; nil
    /// where that is the disk's and the environment's.
    var inputs: TestInputs?
}

/// The files and variables that a plugin may find in its tests.
struct TestInputs: Sendable, Equatable {
    /// By paths as the plugin asks for them, sorted by their bytes.
    var files: [PluginFiles.File] = []
    /// Sorted by the bytes of their names.
    var variables: [PluginGrant.Variable] = []
}

/// An entry of `limits:`.
struct LimitSetting: Sendable, Equatable {
    var plugin: Named
    var limits: PluginLimits
}

/// A plugin's option, not yet held against its declaration.
struct OptionSetting: Sendable, Equatable {
    var name: Named
    var value: YamlNode
}

/// An entry of `checks:`.
struct CheckSetting: Sendable, Equatable {
    /// `plugin/rule`, or the rule alone.
    var rule: Named
    var severity: SeveritySetting?
    var options: [OptionSetting]
}

/// An entry of `overrides:`. Patterns are seen from the folder of the file.
struct OverrideSetting: Sendable, Equatable {
    var include: [Named]
    var exclude: [Named]
    /// Nil where it does not say.
    var preset: Preset?
    var checks: [CheckSetting]
}

/// An entry of `exports:`.
struct ExportSetting: Sendable, Equatable {
    var name: Named
    /// `plugin/export`.
    var use: Named
    /// A file, as seen from the folder of the file.
    var output: Named?
    var options: [OptionSetting]
}

/// An entry of `pipelines:`.
struct PipelineSetting: Sendable, Equatable {
    enum Step: Sendable, Equatable {
        case check
        case transform(Named)
        case export(Named)
    }

    var name: Named
    var steps: [Step]
}

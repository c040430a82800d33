public import SpecModel
public import Yaml

/// What a `perilune.yml` says, before it is held against the plugins that it names.
public struct Configuration: Sendable, Equatable {
    /// The file as it is shown in messages; nil where there is none.
    public var path: String?
    /// Which files are specs; empty where the file does not say.
    public var specs: [SpecSet] = []
    /// Nil where the file does not say: then the bundled plugins are on.
    public var plugins: [PluginSource]?
    public var checks: [CheckSetting] = []
    public var exports: [ExportSetting] = []
    public var pipelines: [PipelineSetting] = []

    /// The configuration where there is no file.
    public init() {}

    /// The name of the file.
    public static let fileName = "perilune.yml"
    /// The bundled templates.
    public static let templates = ["numbered", "engineering", "proposal", "formal", "feature"]
}

/// A name and where it stands, to be looked up later.
public struct Named: Sendable, Equatable {
    public var name: String
    public var mark: YamlMark

    public init(_ name: String, _ mark: YamlMark) {
        self.name = name
        self.mark = mark
    }
}

/// An entry of `specs:`. Patterns are seen from the folder of the file.
public struct SpecSet: Sendable, Equatable {
    public var include: [Named]
    public var exclude: [Named]
    public var template: String?
}

/// An entry of `plugins:`.
public struct PluginSource: Sendable, Equatable {
    public enum Place: Sendable, Equatable {
        case bundled
        /// A folder, as seen from the folder of the file.
        case folder(Named)
    }

    public var name: Named
    public var place: Place
}

/// A plugin's option, not yet held against its declaration.
public struct OptionSetting: Sendable, Equatable {
    public var name: Named
    public var value: YamlNode
}

/// An entry of `checks:`.
public struct CheckSetting: Sendable, Equatable {
    /// `plugin/rule`, or the rule alone.
    public var rule: Named
    public var severity: SeveritySetting?
    public var options: [OptionSetting]
}

/// What a check's findings count as.
public enum SeveritySetting: Sendable, Equatable {
    case on(Severity)
    case off

    static let words = ["error", "warning", "info", "off"]

    init?(word: String) {
        if word == "off" {
            self = .off
        } else if let severity = Severity(rawValue: word) {
            self = .on(severity)
        } else {
            return nil
        }
    }
}

/// An entry of `exports:`.
public struct ExportSetting: Sendable, Equatable {
    public var name: Named
    /// `plugin/export`.
    public var use: Named
    /// A file, as seen from the folder of the file.
    public var output: Named?
    public var options: [OptionSetting]
}

/// An entry of `pipelines:`.
public struct PipelineSetting: Sendable, Equatable {
    public enum Step: Sendable, Equatable {
        case check
        case transform(Named)
        case export(Named)
    }

    public var name: Named
    public var steps: [Step]
}

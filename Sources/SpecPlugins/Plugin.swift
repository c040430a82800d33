package import LuaSandbox
public import SpecModel

/// The files of a plugin's folder, read by whoever may read files.
public struct PluginFiles: Sendable, Equatable {
    /// The name it goes by in the configuration, and in every finding and failure.
    public var name: String
    /// Where its files stand, for messages: `tools/perilune/payments-rules`, `bundled:risk-register`.
    public var root: String
    /// Paths relative to the folder, with `/`, sorted; only `plugin.yml`, `*.lua` and `*.mustache`
    /// matter.
    public var files: [File]
    /// The plugins that it requires, and those that they require, by the names that `require` finds them
    /// by; sorted by name, each without any of its own.
    public var libraries: [PluginFiles] = []
    /// Its templates of specs, `templates/*.md`, sorted; none where nobody wants any. No code sees them.
    public var templates: [File] = []

    /// What `require` gives of a library by its name alone.
    package static let libraryEntry = "lib.lua"

    package static let templateSuffix = ".mustache"

    /// Is a file one that a plugin is made of?
    package static func isPart(_ path: String) -> Bool {
        path == Manifest.fileName || path.hasSuffix(".lua") || path.hasSuffix(templateSuffix)
    }

    /// Is a file a template of specs, which `plugin.yml` may name?
    package static func isTemplate(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0] == "templates" && parts[1].hasSuffix(".md")
    }

    public init(name: String, root: String, files: [File], libraries: [PluginFiles] = []) {
        self.name = name
        self.root = root
        self.files = files
        self.libraries = libraries
    }
}

/// The plugin is wrong, or hit a limit. Other plugins go on.
public struct PluginFailure: Error, Sendable, Equatable {
    /// `syntax runtime limit denied shape`, and `manifest` for what stands in plugin.yml.
    public enum Kind: String, Sendable, CaseIterable {
        case syntax, runtime, limit, denied, shape, manifest
    }

    public var plugin: String
    public var kind: Kind
    /// One line in lower case, without the place in front.
    public var message: String
    /// The plugin's file, below its root, and the line in it.
    public var file: String?
    /// The library that the file is of; nil where it is the plugin's own.
    public var library: String?
    public var line: Int?
    public var column: Int?
    /// `plugin/rule`, where it happened in one.
    public var rule: String?
    /// The spec and the line of the thing at hand.
    public var spec: String?
    public var specLine: Int?
    public var traceback: [String]
    /// Which limit was hit, where `kind` is `limit`.
    public var limit: PluginLimits.Name?

    public init(
        plugin: String, kind: Kind, message: String, file: String? = nil, line: Int? = nil,
        column: Int? = nil, rule: String? = nil, spec: String? = nil, specLine: Int? = nil,
        traceback: [String] = [], limit: PluginLimits.Name? = nil
    ) {
        self.plugin = plugin
        self.kind = kind
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.rule = rule
        self.spec = spec
        self.specLine = specLine
        self.traceback = traceback
        self.limit = limit
    }
}

/// The value of an option of a check, transform or export.
public enum OptionValue: Sendable, Equatable {
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([String])
}

/// An option as the manifest declares it.
public struct OptionDeclaration: Sendable, Equatable {
    public enum ValueType: String, Sendable, CaseIterable {
        case boolean, integer, number, string, list
    }

    public var name: String
    public var type: ValueType
    public var defaultValue: OptionValue
    /// The values that a string, or an element of a list, may have; empty where any will do.
    public var choices: [String]
    public var minimum: Double?
    public var maximum: Double?
    public var summary: String

    public init(
        name: String, type: ValueType, defaultValue: OptionValue, choices: [String] = [],
        minimum: Double? = nil, maximum: Double? = nil, summary: String = ""
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.choices = choices
        self.minimum = minimum
        self.maximum = maximum
        self.summary = summary
    }
}

/// A check, as the plugin's record declares it.
public struct CheckDeclaration: Sendable, Equatable {
    public var name: String
    public var summary: String
    public var severity: Severity
    /// An item kind, a block kind, `placeholder`, `section`, `spec` or `workspace`.
    public var each: String
    /// Why the rule is there, and how to mend what it finds; prose for `explain`.
    public var why: String
    public var fix: String
    public var options: [OptionDeclaration]
    /// The least preset that it is on in.
    public var preset: Preset
    /// Of each spec, where it looks at all of them.
    public var reads: SpecReads

    public init(
        name: String, summary: String, severity: Severity, each: String, why: String, fix: String,
        options: [OptionDeclaration], preset: Preset = .minimal, reads: SpecReads = .all
    ) {
        self.name = name
        self.summary = summary
        self.severity = severity
        self.each = each
        self.why = why
        self.fix = fix
        self.options = options
        self.preset = preset
        self.reads = reads
    }
}

/// A transform or an export, as the plugin's record declares it.
public struct StageDeclaration: Sendable, Equatable {
    public var name: String
    public var summary: String
    /// Of an export: what it makes.
    public var outputs: [OutputDeclaration]
    /// Of a transform: does it look at all specs together?
    public var looksAtAll: Bool
    /// Of a transform: does it change only what some rules find nothing in? Its option `gate` names them.
    public var isGated: Bool
    public var options: [OptionDeclaration]

    /// Of an export: the one file that it makes; nil where it makes several, or as many as there are.
    public var onlyOutput: OutputDeclaration? {
        outputs.count == 1 && !outputs[0].isFamily ? outputs[0] : nil
    }

    /// The option that says which rules a gate has.
    public static let gate = "gate"

    public init(
        name: String, summary: String, outputs: [OutputDeclaration] = [], looksAtAll: Bool = false,
        isGated: Bool = false, options: [OptionDeclaration]
    ) {
        self.name = name
        self.summary = summary
        self.outputs = outputs
        self.looksAtAll = looksAtAll
        self.isGated = isGated
        self.options = options
    }
}

/// A plugin that was compiled and described once. Its code runs in a `PluginSession`.
public struct Plugin: Sendable {
    public let name: String
    public let version: String
    public let summary: String
    /// Sorted by name.
    public let checks: [CheckDeclaration]
    public let transforms: [StageDeclaration]
    public let exports: [StageDeclaration]
    /// In the order of the manifest.
    package let presets: [PluginPreset]

    package let files: PluginFiles
    let entry: String
    /// The state that it was described in, if that was here.
    let described: DescribedState?
    /// What the record holds, as Lua says; none of a plugin inside the executable, which nobody asks.
    package let description: LuaValue
    /// What its rules may look at.
    let subjects: Subjects
    package let limits: PluginLimits
    /// The day that `date.today()` gives, as `2026-03-01`; nil where nobody says.
    let today: String?
    /// What it is given beside specs.
    public let grant: PluginGrant

    /// Reads the manifest, runs `init.lua` in a sandbox of its own and checks the record it
    /// returns.
    public init(
        _ files: PluginFiles, limits: PluginLimits = PluginLimits(), today: String? = nil,
        grant: PluginGrant? = nil
    ) throws(PluginFailure) {
        try self.init(files, Manifest(files), .builtIn, limits, today: today, grant: grant)
    }

    /// Goes on with a plugin whose manifest was read.
    package init(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects, _ limits: PluginLimits,
        today: String? = nil, grant: PluginGrant? = nil
    ) throws(PluginFailure) {
        let description: LuaValue
        let state: DescribedState
        do throws(LuaFailure) {
            var sandbox = try Host.open(
                files, entry: manifest.entry, subjects, limits, today: today)
            description = try sandbox.call("describe", [])
            state = DescribedState(sandbox)
        } catch {
            var failure = PluginFailure(error, plugin: files.name)
            failure.file = failure.file ?? manifest.entry
            throw failure
        }
        try self.init(
            files, manifest, subjects, limits, today: today, grant: grant, description, state)
    }

    /// Goes on with a plugin that was loaded somewhere else, and runs there.
    /// - Parameters:
    ///   - grant: what it is given beside specs; nil for nothing.
    ///   - description: what its record holds, as it says there; checked here.
    ///   - state: the one that it was described in, if that was here.
    package init(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects, _ limits: PluginLimits,
        today: String?, grant: PluginGrant?, _ description: LuaValue,
        _ state: DescribedState? = nil
    ) throws(PluginFailure) {
        let record = try PluginRecord(
            description, manifest: manifest, plugin: files.name, subjects)
        self.init(
            files, manifest, subjects, limits, today: today, grant: grant,
            checks: record.checks, transforms: record.transforms, exports: record.exports,
            presets: record.presets, description, state)
    }

    init(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects, _ limits: PluginLimits,
        today: String?, grant: PluginGrant?, checks: [CheckDeclaration],
        transforms: [StageDeclaration], exports: [StageDeclaration], presets: [PluginPreset] = [],
        _ description: LuaValue = .none, _ state: DescribedState? = nil
    ) {
        name = files.name
        version = manifest.version
        summary = manifest.description
        self.checks = checks
        self.transforms = transforms
        self.exports = exports
        self.presets = presets
        entry = manifest.entry
        described = state
        self.files = files
        self.subjects = subjects
        self.limits = limits
        self.today = today
        self.grant = grant ?? PluginGrant(requested: manifest.permissions.permissions)
        self.description = description
    }
}

public import SpecModel

/// One check to run, with its configuration.
public struct CheckRequest: Sendable, Equatable {
    /// Without the plugin's name.
    public var name: String
    public var severity: Severity
    /// Only what differs from the declared defaults.
    public var options: [String: OptionValue]

    public init(name: String, severity: Severity, options: [String: OptionValue]) {
        self.name = name
        self.severity = severity
        self.options = options
    }
}

/// What checks said. A failure of one rule leaves the findings of the others.
public struct CheckResult: Sendable, Equatable {
    public var findings: [Finding] = []
    public var failures: [PluginFailure] = []

    public init() {}
}

/// One file that an export made.
public struct Artifact: Sendable, Equatable {
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// A plugin's own Lua state, alive over many specs. Belongs to one thread.
public struct PluginSession: ~Copyable {
    public let plugin: Plugin

    public init(_ plugin: Plugin) throws(PluginFailure) {
        self.plugin = plugin
    }

    /// Runs the rules that look at one spec; `workspace` rules are left out.
    public mutating func check(_ spec: Spec, _ requests: [CheckRequest]) -> CheckResult {
        CheckResult()
    }

    /// Runs the rules that look at all specs together.
    public mutating func checkWorkspace(
        _ specs: [Spec], _ requests: [CheckRequest]
    ) -> CheckResult {
        CheckResult()
    }

    /// The edits that a transform asks for, in document order, not overlapping.
    public mutating func transform(
        _ name: String, _ spec: Spec, options: [String: OptionValue]
    ) throws(PluginFailure) -> [Edit] {
        []
    }

    /// Runs an export over all specs.
    public mutating func export(
        _ name: String, _ specs: [Spec], options: [String: OptionValue]
    ) throws(PluginFailure) -> Artifact {
        Artifact(bytes: [])
    }
}

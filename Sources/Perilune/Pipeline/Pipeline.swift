public import SpecModel
public import SpecPlugins

/// What the checks of a workspace said about its specs.
public struct CheckReport: Sendable, Equatable {
    /// Sorted by path, line, column and rule.
    public var findings: [Finding] = []
    /// Of plugins, in their order; those that are alike but for the spec at hand are counted.
    public var failures: [CountedFailure] = []
    /// How many specs were checked.
    public var specs = 0

    public init() {}

    /// Joins what was found in another workspace.
    public mutating func add(_ other: CheckReport) {
        findings.append(contentsOf: other.findings)
        findings.sort(by: Finding.precedes)
        failures.append(contentsOf: other.failures)
        specs += other.specs
    }

    /// How many findings have this very severity.
    public func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }
}

/// A failure, and how often it happened.
public struct CountedFailure: Sendable, Equatable {
    /// The first one.
    public var failure: PluginFailure
    /// How often it happened, at whatever place of the specs.
    public var count: Int
    /// The plugin's file, where one is known, as seen from the current folder.
    public var path: String?
    /// What raises the limit that was hit.
    private var advice = ""

    public init(_ failure: PluginFailure, in workspace: Workspace) {
        self.failure = failure
        count = 1
        let folder = workspace.pluginFolders[failure.plugin] ?? failure.plugin
        path = failure.file.map { "\(folder)/\($0)" }
        if let limit = failure.limit {
            let file = workspace.configuration.path ?? "a perilune.yml in this folder"
            advice = "; raise it with limits.\(failure.plugin).\(limit) in \(file)"
        }
    }

    /// What went wrong, and what may be done about it.
    var message: String { failure.message + advice }
}

/// The three stages over the specs of one workspace: values in, values out. Nothing here reads or
/// writes a file, and the order of the results does not depend on the order of the work.
public struct Pipeline: Sendable {
    /// Whose plugins and rules are run.
    public let workspace: Workspace
    private let choice: RuleChoice
    private let rules: [Rule]

    /// - Parameter choice: full names, as `RuleChoice.resolved(in:)` gives them.
    public init(_ workspace: Workspace, choice: RuleChoice = RuleChoice()) {
        self.workspace = workspace
        self.choice = choice
        rules = choice.rules(of: workspace)
    }

    /// Runs every rule that is on, over all specs. A plugin that fails leaves the others' findings.
    public func check(_ specs: [Spec]) -> CheckReport {
        var report = CheckReport()
        report.specs = specs.count
        report.findings = specs.flatMap(\.findings).filter(choice.wants)
        var failures = workspace.failures
        for plugin in workspace.plugins {
            let requests = requests(for: plugin)
            if requests.isEmpty { continue }
            let result = Self.check(specs, with: plugin, requests)
            report.findings += result.findings
            failures += result.failures
        }
        report.findings.sort(by: Finding.precedes)
        report.failures = counted(failures)
        return report
    }

    /// The edits that a transform asks for, spec by spec.
    public func transform(
        _ specs: [Spec], with transform: NamedTransform
    ) throws(PluginFailure) -> [[Edit]] {
        var session = try session(transform.plugin)
        var edits: [[Edit]] = []
        for spec in specs {
            edits.append(
                try session.transform(
                    transform.transform.name, spec, options: transform.options))
        }
        return edits
    }

    /// What an export makes of all specs.
    public func export(_ specs: [Spec], as export: NamedExport) throws(PluginFailure) -> Artifact {
        var session = try session(export.plugin)
        return try session.export(export.export.name, specs, options: export.options)
    }

    private func session(_ name: String) throws(PluginFailure) -> PluginSession {
        guard let plugin = workspace.plugins.first(where: { $0.name == name }) else {
            throw PluginFailure(plugin: name, kind: .manifest, message: "it is not loaded")
        }
        return try PluginSession(plugin)
    }

    private func requests(for plugin: Plugin) -> [CheckRequest] {
        rules.compactMap { rule in
            guard rule.plugin == plugin.name, let severity = rule.severity else { return nil }
            return CheckRequest(
                name: rule.check.name, severity: severity, options: rule.options)
        }
    }

    private static func check(
        _ specs: [Spec], with plugin: Plugin, _ requests: [CheckRequest]
    ) -> CheckResult {
        var run = RepeatedRun(plugin: plugin.name, requests: requests)
        do throws(PluginFailure) {
            var session = try PluginSession(plugin)
            for (index, spec) in specs.enumerated() {
                run.add(session.check(spec, run.requests), left: specs.count - index - 1)
            }
            run.add(session.checkWorkspace(specs, run.requests), left: 0)
        } catch {
            run.result.failures.append(error)
        }
        return run.result
    }

    private func counted(_ failures: [PluginFailure]) -> [CountedFailure] {
        var counted: [CountedFailure] = []
        for failure in failures {
            if let index = counted.firstIndex(where: { $0.failure.isLike(failure) }) {
                counted[index].count += 1
            } else {
                counted.append(CountedFailure(failure, in: workspace))
            }
        }
        return counted
    }
}

extension PluginFailure {
    /// Is it the same mistake, met at another place of the specs?
    fileprivate func isLike(_ other: PluginFailure) -> Bool {
        plugin == other.plugin && kind == other.kind && file == other.file && line == other.line
            && rule == other.rule && (line != nil || message == other.message)
    }
}

extension Finding {
    /// Path, line, column, rule; then the message, so that the order is whole.
    static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        if left.location.path != right.location.path {
            return Path.precedes(left.location.path, right.location.path)
        }
        if left.location.start != right.location.start {
            return left.location.start < right.location.start
        }
        if left.rule != right.rule { return Path.precedes(left.rule, right.rule) }
        return Path.precedes(left.message, right.message)
    }
}

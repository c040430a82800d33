public import SpecModel
public import SpecPlugins
public import SpecWorkers

/// What the checks of a workspace said about its specs.
public struct CheckReport: Sendable, Equatable {
    /// Sorted by path, line, column and rule.
    public var findings: [Finding] = []
    /// Of plugins, in their order; those that are alike but for the spec at hand are counted.
    public var failures: [CountedFailure] = []
    /// How many specs were checked.
    public var specs = 0
    /// What plugins printed.
    public var log: [LogLine] = []

    public init() {}

    /// Joins what was found in another workspace.
    public mutating func add(_ other: CheckReport) {
        findings.append(contentsOf: other.findings)
        findings.sort(by: Finding.precedes)
        failures.append(contentsOf: other.failures)
        specs += other.specs
        log += other.log
    }

    /// How many findings have this very severity.
    public func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }
}

/// A line that a plugin printed, sanitised.
public struct LogLine: Sendable, Equatable {
    public var plugin: String
    public var text: String

    public init(plugin: String, text: String) {
        self.plugin = plugin
        self.text = text
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

    /// Runs every rule that is on, over all documents. A plugin that fails leaves the others'
    /// findings.
    /// - Throws: where there is no process to run a plugin in.
    public func check(_ documents: [Document]) throws(Problem) -> CheckReport {
        var report = CheckReport()
        report.specs = documents.count
        let rules = workspace.plugins.map { plugin in
            RulesOfPlugin(plugin: plugin.name, requests: requests(for: plugin))
        }.filter { !$0.requests.isEmpty }
        let checked = try checked(documents, rules)
        report.findings = checked.findings.filter(choice.wants)
        report.findings.sort(by: Finding.precedes)
        report.failures = counted(workspace.failures + checked.failures)
        report.log = checked.log
        return report
    }

    /// The edits that a transform asks for, spec by spec.
    /// - Parameter log: takes what the plugin printed.
    /// - Throws: a `PluginFailure`, or a `Problem` where there is no process to run the plugin in.
    public func transform(
        _ specs: [Spec], with transform: NamedTransform, log: (LogLine) -> Void = { _ in }
    ) throws -> [[Edit]] {
        func say(_ text: String) { log(LogLine(plugin: transform.plugin, text: text)) }
        if let pool = pool(for: transform.plugin) {
            return try Self.available { () throws(WorkerPool.Unavailable) in
                try pool.transform(
                    specs.map(\.document), transform.plugin, transform.transform.name,
                    options: transform.options, log: say)
            }.get()
        }
        var session = try session(transform.plugin)
        var edits: [[Edit]] = []
        for spec in specs {
            defer { session.takeLog().forEach(say) }
            edits.append(
                try session.transform(
                    transform.transform.name, spec, options: transform.options))
        }
        return edits
    }

    /// What an export makes of all specs.
    /// - Parameter log: takes what the plugin printed.
    /// - Throws: a `PluginFailure`, or a `Problem` where there is no process to run the plugin in.
    public func export(
        _ specs: [Spec], as export: NamedExport, log: (LogLine) -> Void = { _ in }
    ) throws -> Artifact {
        func say(_ text: String) { log(LogLine(plugin: export.plugin, text: text)) }
        if let pool = pool(for: export.plugin) {
            return try Self.available { () throws(WorkerPool.Unavailable) in
                try pool.export(
                    specs.map(\.document), export.plugin, export.export.name,
                    options: export.options, log: say)
            }.get()
        }
        var session = try session(export.plugin)
        defer { session.takeLog().forEach(say) }
        return try session.export(export.export.name, specs, options: export.options)
    }

    private static func available<Value>(
        _ body: () throws(WorkerPool.Unavailable) -> Value
    ) throws(Problem) -> Value {
        do throws(WorkerPool.Unavailable) {
            return try body()
        } catch {
            throw Problem(error)
        }
    }

    private func pool(for plugin: String) -> WorkerPool? {
        workspace.foreignPlugins.contains(plugin) ? workspace.pool : nil
    }

    /// Runs rules in workers if some are of a plugin that is not bundled, or if there is enough to
    /// do. What need not run there does without them where there are none.
    private func checked(
        _ documents: [Document], _ rules: [RulesOfPlugin]
    ) throws(Problem) -> Checked {
        let isForeign = rules.contains { workspace.foreignPlugins.contains($0.plugin) }
        if let pool = workspace.pool, isForeign || pool.workers(for: documents) > 1 {
            do throws(Problem) {
                return try Checked(documents, rules, workspace.plugins, in: pool)
            } catch {
                if isForeign { throw error }
            }
        }
        return Checked(documents.map(workspace.read), rules, workspace.plugins)
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

extension Spec {
    /// As it is read again.
    fileprivate var document: Document {
        Document(path: path, template: template, bytes: source.bytes)
    }
}

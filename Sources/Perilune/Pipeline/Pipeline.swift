public import SpecModel
public import SpecPlugins
public import SpecWorkers
internal import Spilling

/// What the checks of a workspace said about its specs.
public struct CheckReport: Sendable, Equatable {
    /// Sorted by path, line, column and rule.
    public var findings: [Finding] = []
    /// Of plugins, in their order; those that are alike but for the spec at hand are counted.
    public var failures: [CountedFailure] = []
    /// How many findings are not among them, for a baseline knows them.
    public var known = 0
    /// Findings that comments in the specs suppress, sorted as the others.
    public var suppressed: [SuppressedFinding] = []
    /// What was fixed before, by path and rule.
    public var fixed: [FixedFindings] = []
    /// What was checked, workspace by workspace.
    public var groups: [CheckedGroup] = []
    /// What plugins printed.
    public var log: [LogLine] = []
    /// What was asked of the disk about files that specs link.
    public var links: [LinkedFile] = []
    /// What it took; nil where nobody wants to know.
    public var times: CheckTimes?

    public init() {}

    /// How many specs were checked.
    public var specs: Int { groups.reduce(0) { $0 + $1.specs.count } }

    /// Joins what was found in another workspace.
    public mutating func add(_ other: CheckReport) {
        if findings.isEmpty {
            findings = other.findings
        } else {
            findings.append(contentsOf: other.findings)
            findings.sort(by: Finding.precedes)
        }
        failures.append(contentsOf: other.failures)
        known += other.known
        suppressed += other.suppressed
        suppressed.sort { Finding.precedes($0.finding, $1.finding) }
        fixed = (fixed + other.fixed).sorted {
            $0.path == $1.path ? Path.precedes($0.rule, $1.rule) : Path.precedes($0.path, $1.path)
        }
        groups += other.groups
        links += other.links
        if let more = other.times {
            times = times ?? CheckTimes()
            times?.add(more)
        }
        log += other.log
    }

    /// How many findings have this very severity.
    public func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }
}

/// The specs of one workspace, and the rules that looked at them.
public struct CheckedGroup: Sendable, Equatable {
    /// Their paths.
    public var specs: [String]
    /// Those that were on, in the order of their plugins.
    public var rules: [Rule]

    public init(specs: [String], rules: [Rule]) {
        self.specs = specs
        self.rules = rules
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
        let owner = failure.library.map { "\(failure.plugin)/\($0)" } ?? failure.plugin
        let folder = workspace.pluginFolders[owner] ?? failure.library ?? failure.plugin
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
    let choice: RuleChoice
    let suppresses: Bool
    private let cache: ResultCache?
    private let takesTimes: Bool

    /// - Parameters:
    ///   - choice: full names, as `RuleChoice.resolved(in:)` gives them.
    ///   - suppresses: do comments in specs count?
    ///   - cache: keeps what checks say; nil where they are to be run whatever is known.
    ///   - takesTimes: does anybody want to know what checks take?
    public init(
        _ workspace: Workspace, choice: RuleChoice = RuleChoice(), suppresses: Bool = true,
        cache: ResultCache? = nil, takesTimes: Bool = false
    ) {
        self.workspace = workspace
        self.choice = choice
        self.suppresses = suppresses
        self.cache = cache
        self.takesTimes = takesTimes
    }

    /// The full names of the rules that it runs, on one document or another.
    public var ruleNames: Set<String> {
        let settings = workspace.ruleSettings
        let places = [[]] + settings.overrides.indices.map { [$0] }
        let rules = places.flatMap { choice.rules(of: settings.rules(under: $0)) }
        return Set(rules.filter { $0.severity != nil }.map(\.name))
    }

    /// Runs every rule that is on, over all documents. A plugin that fails leaves the others'
    /// findings.
    /// - Parameter isWhole: are these all specs of the workspace?
    /// - Throws: where there is no process to run a plugin in.
    public func check(
        _ documents: [Document], isWhole: Bool = true
    ) throws(Problem) -> CheckReport {
        try check(documents, LinkedFiles(root: workspace.root), isWhole: isWhole)
    }

    /// The same, where links lead to files of whoever asks.
    func check(
        _ documents: [Document], _ files: LinkedFiles, isWhole: Bool = true
    ) throws(Problem) -> CheckReport {
        var report = CheckReport()
        let plan = CheckPlan(documents, workspace, choice)
        report.groups = plan.groups
        var checked = try checked(documents, plan, files)
        report.failures = counted(workspace.failures + checked.failures)
        report.log = checked.log
        report.links = checked.links
        report.times = takesTimes ? checked.times : nil
        let findings = checked.findings.take()
        guard let findings, !documents.contains(where: \.content.isDamaged) else {
            throw Problem(
                "a temporary file cannot be read again that holds specs or findings; mend the disk that "
                    + "it is on, or set TMPDIR to a folder on another")
        }
        // Of many findings no second list is made.
        (report.findings, report.suppressed) = suppressed(
            findings, checked, documents, plan, isWhole: isWhole)
        report.findings.sort(by: Finding.precedes)
        report.suppressed.sort { Finding.precedes($0.finding, $1.finding) }
        return report
    }

    /// What an export makes of all documents.
    /// - Parameter links: what it knows of trackers.
    /// - Throws: where there is no process to run the plugin in.
    public func export(
        _ documents: inout StageDocuments, as export: NamedExport,
        links: TicketLinks = TicketLinks()
    ) throws(Problem) -> Made<Artifact> {
        let made = try inWorkers { pool throws(WorkerPool.Unavailable) in
            let given = documents.areGiven ? documents.specs(of: workspace) : nil
            return try pool.export(
                documents.documents, given: given, export.plugin, export.export,
                options: export.options, links: links, beside: workspace.writable(export))
        }
        if let made { return made }
        let specs = documents.specs(of: workspace)
        return make(specs, export.plugin) { session, specs, log throws(PluginFailure) in
            defer { log += session.takeLog() }
            return try session.export(
                export.export.name, specs, options: export.options, links: links)
        }
    }

    /// Runs one plugin in this process.
    /// - Parameter specs: of which something is made.
    func make<Product>(
        _ specs: [Spec], _ plugin: String,
        _ run: (inout PluginSession, [Spec], inout [String]) throws(PluginFailure) -> Product
    ) -> Made<Product> {
        var made = Made<Product>(reading: specs.flatMap(\.findings))
        guard !made.reading.hasErrors else { return made }
        do throws(PluginFailure) {
            var session = try session(plugin)
            made.product = .success(try run(&session, specs, &made.log))
        } catch {
            made.product = .failure(error)
        }
        return made
    }

    /// What workers make where plugins are on that are not bundled, whoever's plugin it is that
    /// runs: this process reads no document beside them. nil where all is to be done here: where no
    /// worker may start, no such plugin was loaded, and bundled ones go on without.
    /// - Parameter isWorthwhile: is there so much to do that workers help in any case?
    func inWorkers<Value>(
        isWorthwhile: Bool = false, _ body: (WorkerPool) throws(WorkerPool.Unavailable) -> Value
    ) throws(Problem) -> Value? {
        guard let pool = workspace.pool, workspace.hasForeignPlugins || isWorthwhile else {
            return nil
        }
        do throws(WorkerPool.Unavailable) {
            return try body(pool)
        } catch {
            let areLoaded = workspace.plugins.contains {
                workspace.foreignPlugins.contains($0.name)
            }
            if areLoaded { throw Problem(error) }
            return nil
        }
    }

    /// Runs rules in workers if a plugin is on that is not bundled, or if there is enough to do.
    private func checked(
        _ documents: [Document], _ plan: CheckPlan, _ files: LinkedFiles
    ) throws(Problem) -> Checked {
        let isLong = (workspace.pool?.workers(for: documents) ?? 1) > 1
        let memory = cache?.memory(of: workspace, documents: documents.count)
        let local = LocalChecks(workspace.plugins, workspace.reader) { done in
            workspace.pool?.report(.checking, done, of: documents.count)
        }
        let checked = try inWorkers(isWorthwhile: isLong) { pool throws(WorkerPool.Unavailable) in
            if workspace.hasForeignPlugins {
                return try self.checked(documents, plan, files, memory, by: pool)
            }
            // To tell a worker of all documents what is known here takes longer than to look at it.
            let divided = DividedChecks(pool, local)
            return try self.checked(documents, plan, files, memory, by: divided)
        }
        if let checked { return checked }
        do throws(WorkerPool.Unavailable) {
            return try self.checked(documents, plan, files, memory, by: local)
        } catch {
            throw Problem(error)
        }
    }

    private func checked(
        _ documents: [Document], _ plan: CheckPlan, _ files: LinkedFiles,
        _ memory: ResultCache.Memory?, by engine: some CheckEngine
    ) throws(WorkerPool.Unavailable) -> Checked {
        let wishes = CheckWishes(times: takesTimes)
        if let memory {
            let engine = RememberedChecks(engine, memory)
            return try Checked(documents, plan, workspace.plugins, files, wishes, by: engine)
        }
        return try Checked(documents, plan, workspace.plugins, files, wishes, by: engine)
    }

    private func session(_ name: String) throws(PluginFailure) -> PluginSession {
        guard let plugin = workspace.plugins.first(where: { $0.name == name }) else {
            throw PluginFailure(plugin: name, kind: .manifest, message: "it is not loaded")
        }
        return try PluginSession(plugin, workspace.texts)
    }

    func counted(_ failures: [PluginFailure]) -> [CountedFailure] {
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

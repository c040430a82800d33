internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// What reading and the rules of some plugins said of documents, in no order.
struct Checked {
    var findings: [Finding] = []
    var failures: [PluginFailure] = []
    /// By plugin, in their order, and within one by spec.
    var log: [LogLine] = []
    /// By the place of the document: its comments that are meant for the checks.
    var suppressions: [Int: [Suppression]] = [:]

    /// Runs rules in this process.
    init(_ specs: [Spec], _ rules: [RulesOfPlugin], _ plugins: [Plugin]) {
        findings = specs.flatMap(\.findings)
        for (place, spec) in specs.enumerated() where !spec.suppressions.isEmpty {
            suppressions[place] = spec.suppressions
        }
        let runs = rules.compactMap { rules in
            plugins.first { $0.name == rules.plugin }.map {
                LocalRun($0, RepeatedRun(rules, plugins))
            }
        }
        for (index, spec) in specs.enumerated() {
            let marshalled = MarshalledSpecs(spec)
            for run in runs { run.check(marshalled, left: specs.count - index - 1) }
        }
        let workspace = MarshalledSpecs(workspace: specs)
        for run in runs { run.checkWorkspace(workspace) }
        for run in runs { add(run.run) }
    }

    /// Runs rules in workers.
    init(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ plugins: [Plugin],
        in pool: WorkerPool
    ) throws(WorkerPool.Unavailable) {
        let ofWorkspace = Set(
            plugins.flatMap { plugin in
                plugin.checks.filter { $0.each == "workspace" }.map { "\(plugin.name)/\($0.name)" }
            })
        func left(_ run: RepeatedRun) -> RulesOfPlugin? {
            let requests = run.requests.filter { ofWorkspace.contains("\(run.plugin)/\($0.name)") }
            return requests.isEmpty ? nil : RulesOfPlugin(plugin: run.plugin, requests: requests)
        }
        var runs = rules.map { RepeatedRun($0, plugins) }
        var reading: [Finding] = []
        var known: [KnownDocument] = []
        var comments: [Int: [Suppression]] = [:]
        try pool.check(documents, rules, tells: runs.contains { left($0) != nil }) {
            document, checked in
            reading += checked.reading
            if !checked.suppressions.isEmpty { comments[document] = checked.suppressions }
            if let document = checked.known { known.append(document) }
            for (place, result) in checked.results.enumerated() {
                runs[place].add(result, left: documents.count - document - 1)
            }
            return runs.map { RulesOfPlugin(plugin: $0.plugin, requests: $0.requests) }
        }
        let together = runs.compactMap(left)
        if !together.isEmpty {
            let results = try pool.checkWorkspace(known, together)
            for (rules, result) in zip(together, results) {
                guard let place = runs.firstIndex(where: { $0.plugin == rules.plugin }) else {
                    continue
                }
                runs[place].add(result, left: 0)
            }
        }
        findings = reading
        suppressions = comments
        for run in runs { add(run) }
    }

    private mutating func add(_ run: RepeatedRun) {
        findings += run.result.findings
        failures += run.result.failures
        log += run.result.log.map { LogLine(plugin: run.plugin, text: $0) }
    }
}

/// The rules of one plugin, in this process.
private final class LocalRun {
    private(set) var run: RepeatedRun
    private var session: PluginSession?

    init(_ plugin: Plugin, _ run: RepeatedRun) {
        self.run = run
        do throws(PluginFailure) {
            session = try PluginSession(plugin)
        } catch {
            self.run.result.failures.append(error)
        }
    }

    func check(_ spec: MarshalledSpecs, left: Int) {
        guard let result = session?.check(spec, run.requests) else { return }
        run.add(result, left: left)
    }

    func checkWorkspace(_ specs: MarshalledSpecs) {
        guard let result = session?.checkWorkspace(specs, run.requests) else { return }
        run.add(result, left: 0)
    }
}

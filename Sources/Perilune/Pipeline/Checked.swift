internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// What reading and the rules of some plugins said of documents, in no order.
struct Checked {
    var findings: [Finding] = []
    var failures: [PluginFailure] = []
    /// By plugin, in their order, and within one by spec.
    var log: [LogLine] = []
    /// What was asked of the disk about files that documents link.
    var links: [LinkedFile] = []
    /// By the place of the document: its comments that are meant for the checks.
    var suppressions: [Int: [Suppression]] = [:]

    /// Runs rules in this process.
    /// - Parameter watch: is told how many specs are done.
    init(
        _ specs: [Spec], _ plan: CheckPlan, _ plugins: [Plugin], _ files: LinkedFiles,
        _ reader: any TextReader, watch: (Int) -> Void
    ) {
        findings = specs.flatMap(\.findings)
        for (place, spec) in specs.enumerated() where !spec.suppressions.isEmpty {
            suppressions[place] = spec.suppressions
        }
        let runs = plugins.filter { plan.asks($0.name) }.map { LocalRun($0, reader) }
        var left = specs.count
        for part in plan.parts {
            for run in runs { run.begin(part.requests(of: run.plugin)) }
            for place in part.documents {
                watch(specs.count - left)
                left -= 1
                let marshalled = MarshalledSpecs(specs[place])
                for run in runs { run.check(marshalled, left: left) }
            }
        }
        var files = files
        let workspace = MarshalledSpecs(
            workspace: specs.map { spec in
                var spec = spec
                spec.noteFiles(spec.linkedFiles.map { files.exists($0, from: spec.path) })
                return spec
            })
        for run in runs { run.begin(plan.requestsTogether(of: run.plugin)) }
        if runs.contains(where: { !$0.run.requests.isEmpty }) { links = files.asked }
        for run in runs { run.checkWorkspace(workspace) }
        for run in runs { add(run.run) }
    }

    /// Runs rules in workers.
    init(
        _ documents: [Document], _ plan: CheckPlan, _ plugins: [Plugin], _ files: LinkedFiles,
        in pool: WorkerPool
    ) throws(WorkerPool.Unavailable) {
        var runs = plugins.map { RepeatedRun($0) }
        let tells = plugins.contains { !plan.requestsTogether(of: $0.name).isEmpty }
        var reading: [Finding] = []
        var comments: [Int: [Suppression]] = [:]
        var known: [(place: Int, document: KnownDocument)] = []
        var left = documents.count
        for part in plan.parts {
            for place in runs.indices { runs[place].begin(part.requests(of: runs[place].plugin)) }
            let places = runs.indices.filter { !runs[$0].requests.isEmpty }
            try pool.check(
                part.documents.map { documents[$0] }, places.map { runs[$0].rules }, tells: tells
            ) { number, checked in
                let document = part.documents[number]
                left -= 1
                reading += checked.reading
                if !checked.suppressions.isEmpty { comments[document] = checked.suppressions }
                if let told = checked.known { known.append((document, told)) }
                for (place, result) in zip(places, checked.results) {
                    runs[place].add(result, left: left)
                }
                return places.map { runs[$0].rules }
            }
        }
        for place in runs.indices {
            runs[place].begin(plan.requestsTogether(of: plugins[place].name))
        }
        let together = runs.indices.filter { !runs[$0].requests.isEmpty }
        if !together.isEmpty {
            var files = files
            let documents = known.sorted { $0.place < $1.place }.map { _, document in
                var document = document
                let path = document.document.path
                document.existing = document.linkedFiles.map { files.exists($0, from: path) }
                return document
            }
            links = files.asked
            let results = try pool.checkWorkspace(documents, together.map { runs[$0].rules })
            for (place, result) in zip(together, results) { runs[place].add(result, left: 0) }
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

    init(_ plugin: Plugin, _ reader: any TextReader) {
        run = RepeatedRun(plugin)
        do throws(PluginFailure) {
            session = try PluginSession(plugin, reader)
        } catch {
            run.result.failures.append(error)
        }
    }

    var plugin: String { run.plugin }

    /// Goes on with other rules.
    func begin(_ requests: [CheckRequest]) { run.begin(requests) }

    func check(_ spec: MarshalledSpecs, left: Int) {
        guard let result = session?.check(spec, run.requests) else { return }
        run.add(result, left: left)
    }

    func checkWorkspace(_ specs: MarshalledSpecs) {
        guard let result = session?.checkWorkspace(specs, run.requests) else { return }
        run.add(result, left: 0)
    }
}

extension RepeatedRun {
    fileprivate var rules: RulesOfPlugin { RulesOfPlugin(plugin: plugin, requests: requests) }
}

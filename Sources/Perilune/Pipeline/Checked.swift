internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// What reading and the rules of some plugins said of documents, in no order.
struct Checked {
    var findings = SpilledFindings()
    var failures: [PluginFailure] = []
    /// By plugin, in their order, and within one by spec.
    var log: [LogLine] = []
    /// What was asked of the disk about files that documents link.
    var links: [LinkedFile] = []
    /// By the place of the document: its comments that are meant for the checks.
    var suppressions: [Int: [Suppression]] = [:]
    /// What it took, where that was wished for.
    var times = CheckTimes()

    /// Reads documents and runs rules over them, wherever that is done.
    /// - Parameter wishes: what is wanted beside what the rules need.
    init(
        _ documents: [Document], _ plan: CheckPlan, _ plugins: [Plugin], _ files: LinkedFiles,
        _ wishes: CheckWishes, by engine: some CheckEngine
    ) throws(WorkerPool.Unavailable) {
        var runs = plugins.map { RepeatedRun($0) }
        var wishes = wishes
        wishes.facts = plan.reads(of: plugins)
        var times = CheckTimes()
        var findings = SpilledFindings()
        var comments: [Int: [Suppression]] = [:]
        var known: [(place: Int, document: KnownDocument)] = []
        var left = documents.count
        for part in plan.parts {
            for place in runs.indices { runs[place].begin(part.requests(of: runs[place].plugin)) }
            let places = runs.indices.filter { !runs[$0].requests.isEmpty }
            try engine.check(
                part.documents.map { documents[$0] }, places.map { runs[$0].rules }, wishes
            ) { number, checked in
                let document = part.documents[number]
                left -= 1
                findings.add(checked.reading)
                if let spent = checked.spent {
                    times.spent.add(spent)
                    times.specs += 1
                }
                if !checked.suppressions.isEmpty { comments[document] = checked.suppressions }
                if let told = checked.known { known.append((document, told)) }
                for (place, result) in zip(places, checked.results) {
                    runs[place].add(result, left: left, to: &findings)
                }
                return places.map { runs[$0].rules }
            }
        }
        engine.rest()
        for place in runs.indices {
            runs[place].begin(plan.requestsTogether(of: plugins[place].name))
        }
        let together = runs.indices.filter { !runs[$0].requests.isEmpty }
        if !together.isEmpty {
            known.sort { $0.place < $1.place }
            for index in known.indices {
                let document = known[index].document
                known[index].document.existing = document.linkedFiles.map {
                    files.exists($0, from: document.document.path)
                }
            }
            links = files.asked
            let checked = try engine.checkWorkspace(
                known.map(\.document), together.map { runs[$0].rules }, wishes)
            if let spent = checked.spent { times.spent.add(spent) }
            for (place, result) in zip(together, checked.results) {
                runs[place].add(result, left: 0, to: &findings)
            }
        }
        self.times = times
        self.findings = findings
        suppressions = comments
        for run in runs {
            failures += run.failures
            log += run.log.map { LogLine(plugin: run.plugin, text: $0) }
        }
    }
}

extension RepeatedRun {
    fileprivate var rules: RulesOfPlugin { RulesOfPlugin(plugin: plugin, requests: requests) }
}

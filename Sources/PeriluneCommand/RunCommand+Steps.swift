internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// The steps of a pipeline, one by one: each is run, or left out where it would do what it did last time.
struct StepRun {
    private let command: RunCommand
    private let workspace: Workspace
    private let group: Selection.Group
    private let cache: StepCache?
    /// What all steps are made from, the documents as they are by now; nil until somebody asks.
    private var common: StepInputs?

    init(_ command: RunCommand, _ workspace: Workspace, _ group: Selection.Group) {
        self.command = command
        self.workspace = workspace
        self.group = group
        // Where there is no configuration, there are no steps; where a plugin did not load, it may
        // have been theirs.
        cache = command.cache && workspace.failures.isEmpty ? StepCache(of: workspace) : nil
    }

    /// - Returns: was it run?
    mutating func run(_ step: NamedPipeline.Step, _ stage: inout StageInput) throws -> Bool {
        switch step {
        case .check: return try check(&stage)
        case .transform(let transform):
            // What follows sees what it makes, so it is run in any case.
            common = nil
            try stage.show(try stage.apply([transform], command.messages), command.messages)
            if stage.outcome == .findings { throw Exit.findings }
            return true
        case .export(let export): return try make(export, &stage)
        }
    }

    // MARK: checks

    /// A check that found nothing finds nothing again.
    private mutating func check(_ stage: inout StageInput) throws -> Bool {
        let name = "check"
        let isSilent = command.reports.formats.isEmpty
        let inputs = isSilent ? inputsOfCheck(stage) : nil
        if let cache, let inputs, cache.holds(name, inputs: inputs) { return false }
        let results = command.cache ? CacheOptions.results(of: workspace) : nil
        var report = try stage.check(
            suppresses: command.suppression.suppressions, cache: results)
        results?.save()
        let isClean = report.findings.isEmpty && report.failures.isEmpty && report.log.isEmpty
        try command.baseline.apply(
            to: &report, of: group, stage.sources, .all, isWhole: true, command.messages)
        var outcome = CheckOutcome(report)
        if command.reports.needsSources { outcome.keep(stage.sources) }
        let exit: Exit =
            !report.failures.isEmpty
            ? .pluginFailure : command.failOn.isReached(by: report) ? .findings : .clean
        outcome.exitCode = exit.rawValue
        let problems = try command.reports.show(outcome, command.messages)
        Terminal.error.report(problems)
        if exit != .clean { throw exit }
        if !problems.isEmpty { throw Exit.invocation }
        if isClean, let cache, let inputs {
            cache.remember(name, StepCache.Entry(inputs: inputs, links: report.links))
        }
        return true
    }

    // MARK: exports

    private mutating func make(_ export: NamedExport, _ stage: inout StageInput) throws -> Bool {
        let name = "export: \(export.name)"
        let inputs = inputs(of: export, stage)
        if let cache, let inputs, cache.holds(name, inputs: inputs) { return false }
        cache?.forget(name)
        var outputs = ExportOutputs(workspace, to: .configured)
        let links = try command.matches.links(of: workspace, isWhole: true)
        let artifact = try stage.make(export, links, command.messages)
        try command.matches.show(
            artifact.plan, command.configuration, command.messages)
        outputs.add(artifact, of: export)
        _ = try outputs.write(command.messages)
        if let cache, let inputs {
            let files = try outputs.configuredFiles()
            cache.remember(name, StepCache.Entry(inputs: inputs, outputs: files))
        }
        return true
    }

    // MARK: inputs

    private mutating func inputsOfCheck(_ stage: StageInput) -> String? {
        guard var inputs = inputs(stage) else { return nil }
        inputs.addCheck()
        inputs.add("suppressions", "\(command.suppression.suppressions)")
        inputs.add("baseline", command.baseline.choice)
        return inputs.digest
    }

    private mutating func inputs(of export: NamedExport, _ stage: StageInput) -> String? {
        guard var inputs = inputs(stage) else { return nil }
        inputs.add(export)
        let matches = command.matches
        inputs.add("matches", "\(matches.acceptMatches) \(matches.rejectMatches)")
        return inputs.digest
    }

    /// What all steps are made from; nil where nobody asks.
    private mutating func inputs(_ stage: StageInput) -> StepInputs? {
        guard cache != nil else { return nil }
        let inputs =
            common
            ?? StepInputs(
                stage.documents.documents, of: workspace,
                product: Platform.product ?? Perilune.fullVersion)
        common = inputs
        return inputs
    }
}

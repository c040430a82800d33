internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecModel
internal import SpecPlugins

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a pipeline of perilune.yml, step by step.",
        discussion: """
            The first step that fails ends it. A check prints its findings, a transform its diff \
            (what follows sees the specs as they would be), an export writes its output. With \
            --write the specs are changed when all steps went well.

            EXAMPLES
              perilune run                the only pipeline there is
              perilune run release
              perilune run release --write
            """)

    @Argument(help: "Names of pipelines; none where there is only one.")
    var pipelines: [String] = []

    @Flag(help: "Change the specs as the transforms say, at the end and all or none.")
    var write = false

    @Option(help: "A check fails from this severity on: error, warning, info, never.")
    var failOn: Threshold = .error

    @OptionGroup var suppression: SuppressionOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var matches: MatchOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try configuration.workspaces(sandbox)
        let workspace = try workspaces.workspace()
        defer { sandbox.warn([workspace]) }
        for pipeline in try named(in: workspace) {
            try run(pipeline, in: &workspaces)
        }
    }

    private func named(in workspace: Workspace) throws -> [NamedPipeline] {
        if !pipelines.isEmpty { return try pipelines.map { try workspace.pipeline(named: $0) } }
        if workspace.pipelines.count == 1 { return workspace.pipelines }
        if workspace.pipelines.isEmpty {
            let why = workspace.configuration.path.map { "\($0) names none" }
            throw Problem("no pipelines: \(why ?? "there is no perilune.yml here")")
        }
        throw Problem(
            "name a pipeline: " + workspace.pipelines.map(\.name).joined(separator: ", "))
    }

    private func run(_ pipeline: NamedPipeline, in workspaces: inout Workspaces) throws {
        let selection = try Selection(Inputs(), in: &workspaces) { () throws(Problem) in
            throw Problem("a pipeline reads no standard input")
        }
        var stage = try StageInput(selection, Inputs(), messages) { $0.workspacePath }
        stage.documents.folder = stage.workspace.root
        let before = stage.documents.documents
        for (index, step) in pipeline.steps.enumerated() {
            do {
                try run(step, &stage, of: selection.groups[0])
            } catch {
                Main.report(error)
                let place = "step \(index + 1) of \(pipeline.steps.count), \"\(step)\""
                let text = "pipeline \"\(pipeline.name)\" stopped at \(place)"
                Terminal.error.write("perilune: \(text.printable)\n")
                throw Main.outcome(of: error)
            }
        }
        if write { try stage.write(since: before, messages) }
        if let outcome = stage.outcome { throw outcome }
    }

    private func run(
        _ step: NamedPipeline.Step, _ stage: inout StageInput, of group: Selection.Group
    ) throws {
        switch step {
        case .check:
            var report = try stage.check(suppresses: suppression.suppressions)
            try baseline.apply(
                to: &report, of: group, stage.sources, .all, isWhole: true, messages)
            var outcome = CheckOutcome(report)
            if reports.needsSources { outcome.keep(stage.sources) }
            let exit: Exit =
                !report.failures.isEmpty
                ? .pluginFailure : failOn.isReached(by: report) ? .findings : .clean
            outcome.exitCode = exit.rawValue
            let problems = try reports.show(outcome, messages)
            Terminal.error.report(problems)
            if exit != .clean { throw exit }
            if !problems.isEmpty { throw Exit.invocation }
        case .transform(let transform):
            try stage.show(try stage.apply([transform], messages), messages)
            if stage.outcome == .findings { throw Exit.findings }
        case .export(let export):
            var outputs = ExportOutputs(stage.workspace, to: .configured)
            let links = try matches.links(of: stage.workspace, isWhole: true)
            let artifact = try stage.make(export, links, messages)
            try matches.show(artifact.plan, messages)
            outputs.add(artifact, of: export)
            _ = try outputs.write(messages)
        }
    }
}

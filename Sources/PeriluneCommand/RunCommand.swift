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
            --write the specs are changed when all steps went well. What a step is made from is \
            remembered in .perilune/cache: one that would do the same again is left out.

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

    @Flag(
        inversion: .prefixedNo,
        help: """
            Leave a check out that found nothing, and an export whose files are as it wrote them, where \
            nothing has changed that they are made from; check again only specs that have changed.
            """)
    var cache = true

    @OptionGroup var suppression: SuppressionOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var matches: MatchOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws { try matches.validate(configuration) }

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
        var steps = StepRun(self, stage.workspace, selection.groups[0])
        for (index, step) in pipeline.steps.enumerated() {
            let start = Platform.now
            do {
                let isRun = try steps.run(step, &stage)
                messages.note("\(step): \(isRun ? Self.time(since: start) : "unchanged")")
            } catch {
                Main.report(error)
                let place = "step \(index + 1) of \(pipeline.steps.count), \"\(step)\""
                let text = "pipeline \"\(pipeline.name)\" stopped at \(place)"
                messages.note("\(step): \(Self.time(since: start))")
                Terminal.error.write("perilune: \(text.printable)\n")
                throw Main.outcome(of: error)
            }
        }
        if write { try stage.write(since: before, messages) }
        if let outcome = stage.outcome { throw outcome }
    }

    /// `0.42 s`.
    private static func time(since start: Double) -> String {
        let hundredths = Int((Platform.now - start) * 100)
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10) s"
    }
}

internal import Perilune
internal import SpecModel
internal import SpecQuery

/// The documents that a command only looks at: of any number of workspaces, in one order.
struct ReadInput {
    /// Sorted by the bytes of their paths.
    let specs: [Spec]
    /// What a selector may name in them.
    let queryNames: QueryNames
    private let problems: [Problem]
    private let workspaces: [Workspace]
    private let sandbox: SandboxOptions
    private let messages: MessageOptions

    init(
        _ paths: [String], _ configuration: ConfigurationOptions, _ input: InputOptions,
        _ sandbox: SandboxOptions, _ messages: MessageOptions
    ) throws {
        var workspaces = try configuration.workspaces(sandbox, loadsPlugins: false)
        let selection = try input.selection(input.inputs(paths), in: &workspaces)
        selection.notes.forEach(messages.note)
        let read = selection.groups.map { $0.specs() }
        specs = read.flatMap(\.specs).sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
        problems = selection.problems + read.flatMap(\.problems)
        queryNames = selection.queryNames
        self.workspaces = selection.groups.map(\.workspace)
        self.sandbox = sandbox
        self.messages = messages
    }

    /// Says what could not be read, when all that could is shown, and ends the command accordingly.
    func finish() throws {
        sandbox.warn(workspaces)
        Terminal.error.report(problems)
        let findings = ReadingFindings(specs.flatMap(\.findings))
        findings.show(messages)
        let failures = workspaces.flatMap(\.countedFailures)
        messages.report(failures)
        if !failures.isEmpty { throw Exit.pluginFailure }
        if !problems.isEmpty { throw Exit.invocation }
        if findings.hold(.error) { throw Exit.findings }
    }
}

/// What reading itself found, for commands that do not check.
struct ReadingFindings {
    private var report = CheckReport()

    init(_ findings: [Finding]) { report.findings = findings }

    /// Shows them on standard error: standard output is for what the command makes.
    func show(_ messages: MessageOptions) {
        Terminal.error.write(FindingsReport.text(report, style: messages.errorStyle))
    }

    func hold(_ threshold: Threshold) -> Bool { threshold.isReached(by: report) }
}

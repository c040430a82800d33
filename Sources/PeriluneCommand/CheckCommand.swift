internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecWorkers

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run the checks; findings on standard output.",
        discussion: """
            EXAMPLES
              perilune check                            what perilune.yml includes
              perilune check docs "specs/**/*.md"       folders, files, patterns
              perilune check --select risk-register     the checks of one plugin
              perilune check --fail-on warning --format json > findings.json
              perilune check --baseline                 from now on only what is new
              perilune check --no-suppressions          also what comments suppress
              perilune check --format text --format sarif:build/perilune.sarif
              cat draft.md | perilune check - --stdin-filename docs/draft.md
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var paths: [String] = []

    @OptionGroup var reports: ReportOptions

    @Option(help: "Exit with 1 from this severity on: error, warning, info, never.")
    var failOn: Threshold = .error

    @Option(
        help: ArgumentHelp(
            "Run only these checks, or those of these plugins; a,b or repeated.",
            valueName: "check"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp("Leave these checks out; a,b or repeated.", valueName: "check"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Hold specs against this template: a bundled one, a Markdown file, auto for the nearest \
            bundled one, none.
            """, valueName: "template"))
    var template: String?

    @Flag(help: "Exit with 0 whatever the findings; not where something went wrong.")
    var exitZero = false

    @OptionGroup var suppression: SuppressionOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try input.configuration.workspaces(sandbox, template: try templateChoice())
        let selection = try input.selection(paths, in: &workspaces)
        selection.notes.forEach(messages.note)
        let choice = try RuleChoice(select: split(select), ignore: split(ignore))
            .resolved(in: selection.groups.map(\.workspace))

        var outcome = CheckOutcome(problems: selection.problems)
        for group in selection.groups {
            let (documents, unreadable) = group.documents()
            outcome.problems += unreadable
            let isWhole = paths.isEmpty && unreadable.isEmpty
            let pipeline = Pipeline(
                group.workspace, choice: choice, suppresses: suppression.suppressions)
            var report = try pipeline.check(documents, isWhole: isWhole)
            try baseline.apply(
                to: &report, of: group, documents.lazy.map { (path: $0.path, bytes: $0.bytes) },
                choice.isEverything ? .all : .chosen(pipeline.ruleNames),
                isWhole: isWhole, messages)
            outcome.report.add(report)
            if reports.needsSources {
                outcome.keep(documents.lazy.map { (path: $0.path, bytes: $0.bytes) })
            }
        }
        sandbox.warn(selection.groups.map(\.workspace))
        outcome.exitCode = exit(outcome).rawValue
        outcome.problems += try reports.show(outcome, messages)
        Terminal.error.report(outcome.problems)
        let exit = exit(outcome)
        if exit != .clean { throw exit }
    }

    private func exit(_ outcome: CheckOutcome) -> Exit {
        if !outcome.report.failures.isEmpty { return .pluginFailure }
        if !outcome.problems.isEmpty { return .invocation }
        return failOn.isReached(by: outcome.report) && !exitZero ? .findings : .clean
    }

    private func templateChoice() throws(Problem) -> TemplateChoice? {
        guard let template else { return nil }
        guard let choice = TemplateChoice(template) else {
            throw Problem(TemplateChoice.unknown(template))
        }
        return choice
    }

    private func split(_ names: [String]) -> [String] {
        names.flatMap { $0.split(separator: ",").map { String($0) } }
    }
}

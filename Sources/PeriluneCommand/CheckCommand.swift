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
              cat draft.md | perilune check - --stdin-filename docs/draft.md
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, full, json
    }

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var paths: [String] = []

    @Option(
        help: """
            text: a line each; full: with the line of the spec; json. On a terminal full, else \
            text.
            """)
    var format: Format?

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

    @Flag(help: "Exit with 0 whatever the findings; not where something went wrong.")
    var exitZero = false

    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try input.configuration.workspaces(sandbox)
        let selection = try input.selection(paths, in: &workspaces)
        selection.notes.forEach(messages.note)
        let choice = try RuleChoice(select: split(select), ignore: split(ignore))
            .resolved(in: selection.groups.map(\.workspace))

        var report = CheckReport()
        var problems = selection.problems
        var sources: [String: [UInt8]] = [:]
        for group in selection.groups {
            let (documents, unreadable) = group.documents()
            problems += unreadable
            report.add(try Pipeline(group.workspace, choice: choice).check(documents))
            guard shownFormat == .full else { continue }
            for document in documents { sources[document.path] = document.bytes }
        }
        sandbox.warn(selection.groups.map(\.workspace))
        try show(report, sources)
        Terminal.error.report(problems)
        if !report.failures.isEmpty { throw Exit.pluginFailure }
        if !problems.isEmpty { throw Exit.invocation }
        if failOn.isReached(by: report), !exitZero { throw Exit.findings }
    }

    private var shownFormat: Format {
        format ?? (Terminal.output.isInteractive ? .full : .text)
    }

    private func show(_ report: CheckReport, _ sources: [String: [UInt8]]) throws {
        let style = messages.outputStyle
        report.log.forEach(messages.show)
        switch shownFormat {
        case .json:
            try Terminal.output.write(FindingsReport.json(report))
        case .text:
            try Terminal.output.write(Array(FindingsReport.text(report, style: style).utf8))
        case .full:
            let text = FindingsReport.text(report, style: style) { path in
                sources[path].map { SourceText(path: path, bytes: $0) }
            }
            try Terminal.output.write(Array(text.utf8))
        }
        messages.report(report.failures)
        if !messages.quiet {
            Terminal.error.write(FindingsReport.summary(report) + "\n")
        }
    }

    private func split(_ names: [String]) -> [String] {
        names.flatMap { $0.split(separator: ",").map { String($0) } }
    }
}

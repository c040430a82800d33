internal import ArgumentParser
internal import Perilune
internal import SpecModel

struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Print the typed model: what was read, and where it stands.",
        discussion: """
            EXAMPLES
              perilune model docs/checkout.md
              perilune model docs --format json | jq '.specs[].items[] | select(.kind == "risk")'
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case tree, json
    }

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var paths: [String] = []

    @Option(help: "tree: for people; json: for programs.")
    var format: Format = .tree

    @OptionGroup var input: InputOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try input.configuration.workspaces(loadingPlugins: false)
        let selection = try input.selection(paths, in: &workspaces)
        selection.notes.forEach(messages.note)
        let read = selection.groups.map { $0.specs() }
        let specs = read.flatMap(\.specs).sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
        switch format {
        case .json: try Terminal.output.write(ModelReport.json(specs))
        case .tree:
            let text = ModelReport.tree(specs, style: messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
        }
        let problems = selection.problems + read.flatMap(\.problems)
        Terminal.error.report(problems)
        let findings = ReadingFindings(specs)
        findings.show(messages)
        if !problems.isEmpty { throw Exit.invocation }
        if findings.hold(.error) { throw Exit.findings }
    }
}

/// What reading itself found, for commands that do not check.
struct ReadingFindings {
    private var report = CheckReport()

    init(_ specs: [Spec]) {
        report.findings = specs.flatMap(\.findings)
    }

    /// Shows them on standard error: standard output is for what the command makes.
    func show(_ messages: MessageOptions) {
        Terminal.error.write(FindingsReport.text(report, style: messages.errorStyle))
    }

    func hold(_ threshold: Threshold) -> Bool { threshold.isReached(by: report) }
}

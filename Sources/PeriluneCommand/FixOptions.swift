internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecWorkers

/// What is done about findings that come with a fix.
struct FixOptions: ParsableArguments {
    @Flag(
        help: """
            Mend in the specs what is reported and comes with a safe fix, then report what is \
            left. What a comment suppresses, or a baseline knows, is not reported and stays; \
            --no-suppressions and --no-baseline mend that, too.
            """)
    var fix = false

    @Flag(help: "Print what --fix would change, as a diff; exit with 1 if that is anything.")
    var diff = false

    @Option(
        help: ArgumentHelp(
            "Mend only what these checks find, or those of these plugins; a,b or repeated. "
                + "Implies --fix.", valueName: "check"))
    var fixOnly: [String] = []

    @Flag(help: "With --fix and --diff: also fixes that may change what the spec says.")
    var unsafeFixes = false

    @Flag(help: "Ask at the terminal for each fix. Implies --fix.")
    var interactive = false

    func validate() throws {
        if diff, interactive {
            throw ValidationError("--diff changes nothing, so there is nothing to ask for")
        }
        if unsafeFixes, !isOn { throw ValidationError("--unsafe-fixes goes with --fix or --diff") }
    }

    /// Are fixes asked for?
    var isOn: Bool { fix || diff || !fixOnly.isEmpty || interactive }

    /// Gets ready to fix what is found.
    /// - Parameter inputs: as they were given.
    func run(
        _ inputs: Inputs, in selection: Selection, _ messages: MessageOptions
    ) throws -> FixRun {
        let rules: Set<String>?
        if fixOnly.isEmpty {
            rules = nil
        } else {
            let names = fixOnly.flatMap { $0.split(separator: ",").map { String($0) } }
            let choice = try RuleChoice(select: names)
                .resolved(in: selection.groups.map(\.workspace))
            rules = Set(choice.select)
        }
        let isStream = inputs.hasStandardInput
        if isStream, inputs.hasOthers {
            throw Problem("standard input (\"-\") is fixed alone; leave the other paths out")
        }
        return FixRun(
            rules: rules, takesUnsafe: unsafeFixes, isStream: isStream && !diff,
            prompt: interactive ? try ChangePrompt(messages, verb: "fix") : nil)
    }

    /// A line that says what was fixed, or would be.
    func summary(_ report: CheckReport, _ checked: [CheckedWorkspace]) -> String {
        FindingsReport.fixes(
            report, files: checked.reduce(0) { $0 + $1.changes.count },
            others: checked.reduce(0) { $0 + $1.passedOver }, isDone: !diff)
    }
}

/// Fixes that are made.
struct FixRun {
    let rules: Set<String>?
    let takesUnsafe: Bool
    /// Is it standard input that is fixed, to standard output?
    let isStream: Bool
    let prompt: ChangePrompt?

    /// Where findings go.
    var findings: Terminal { isStream ? .error : .output }

    /// - Parameter filter: leaves the findings that are new to a baseline.
    func choice(_ filter: (([Finding], [Document]) -> [Finding])?) throws -> FixChoice {
        var choice = FixChoice(rules: rules, takesUnsafe: takesUnsafe)
        if let filter { choice.filter = filter }
        choice.ask = prompt?.ask
        return choice
    }

    /// Writes what was fixed, in all workspaces or in none.
    func write(_ checked: [CheckedWorkspace]) throws {
        if isStream {
            let bytes = checked.flatMap(\.documents).first?.bytes ?? []
            return try Terminal.output.write(product: bytes)
        }
        try Files.write(
            checked.flatMap { workspace in
                workspace.changes.map { FileChange($0, root: workspace.group.workspace.root) }
            })
    }
}

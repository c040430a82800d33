internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

struct TransformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform",
        abstract: "Change specs as a plugin says, or show what it would change.",
        usage: "perilune transform <name> ... [<path> ...] [--write] [--option <name=value> ...]",
        discussion: """
            Several transforms are a chain: each is made of what those in front of it made, again \
            and again until none asks for anything. So the result, transformed again, is the same.

            EXAMPLES
              perilune transform number-requirements
              perilune transform number-requirements docs/checkout.md | git apply -p0
              perilune transform number-requirements --write
              perilune transform number-requirements --check    in CI: is there anything to do?
              perilune transform number-requirements - --write < draft.md > numbered.md
              perilune transform number-requirements --reserve taken.txt
            """)

    @Argument(
        help: ArgumentHelp(
            "plugin/transform, or the transform alone; then files, folders, patterns, or - for "
                + "standard input.",
            valueName: "name-or-path"))
    var arguments: [String] = []

    @Flag(exclusivity: .exclusive)
    var mode: TransformMode = .diff

    @Flag(help: "Ask at the terminal for each change, and write those that are wanted.")
    var interactive = false

    @Option(
        help: ArgumentHelp("Set an option of the transform; repeatable.", valueName: "name=value"))
    var option: [String] = []

    @OptionGroup var reserve: ReserveOptions
    @OptionGroup var template: TemplateOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if interactive, mode == .check {
            throw ValidationError("--check changes nothing, so there is nothing to ask for")
        }
    }

    func run() throws {
        var workspaces = try configuration.workspaces(
            sandbox, template: try template.choice())
        let split = StageArguments(arguments) { name in
            (try? workspaces.workspace().transform(named: name)) != nil
        }
        if split.names.isEmpty { throw try nothingNamed(in: &workspaces) }
        let inputs = try input.inputs(split.paths)
        let selection = try input.selection(inputs, in: &workspaces)
        let prompt = interactive ? try ChangePrompt(messages, verb: "make") : nil
        var stage = try StageInput(selection, inputs, messages) { $0.path }
        defer { sandbox.warn([stage.workspace]) }
        var transforms = try split.names.map { try stage.workspace.transform(named: $0) }
        if !inputs.isEverything, transforms.contains(where: \.transform.looksAtAll) {
            let rest = try Selection(restOf: selection.groups[0], in: &workspaces)
            try stage.know(rest) { $0.path }
        }
        stage.documents.reserved = try reserve.ids()
        let declared = transforms.flatMap(\.transform.options)
        try declared.requireKnown(option, of: split.names.joined(separator: ", "))
        for index in transforms.indices {
            transforms[index].options = try transforms[index].transform.options.values(
                option, over: transforms[index].options)
        }
        let before = stage.documents.documents
        let changes = try stage.apply(transforms, messages, ask: prompt?.ask)
        let isWritten = mode == .write || interactive
        if isWritten, inputs.hasStandardInput {
            try stage.printDocument()
        } else if isWritten {
            try stage.write(since: before, messages)
        } else if mode == .diff {
            try stage.show(changes, messages)
        } else {
            try stage.list(changes, of: before.count, messages)
        }
        if let outcome = stage.outcome { throw outcome }
        if mode == .check, !changes.isEmpty { throw Exit.findings }
    }

    private func nothingNamed(in workspaces: inout Workspaces) throws -> any Error {
        let names = try workspaces.workspace().plugins.transforms.map(\.name)
        return Problem(
            names.isEmpty
                ? "name a transform first; no plugin that is on has any"
                : "name a transform first: " + names.joined(separator: ", "))
    }
}

/// What becomes of what a transform makes.
enum TransformMode: String, EnumerableFlag {
    case diff, write, check

    static func help(for value: TransformMode) -> ArgumentHelp? {
        switch value {
        case .diff: "Print a unified diff and write nothing; the default."
        case .write: "Change the files; standard input is printed as it would be."
        case .check: "Print the names of files that would change; exit with 1 if there are any."
        }
    }
}

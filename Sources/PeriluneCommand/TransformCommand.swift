internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

struct TransformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform",
        abstract: "Show what a plugin would change, as a diff; no file is written.",
        usage: "perilune transform <name> ... [<path> ...] [--option <name=value> ...]",
        discussion: """
            EXAMPLES
              perilune transform number-requirements
              perilune transform number-requirements docs/checkout.md | git apply
              perilune transform number-requirements --reserve taken.txt
            """)

    @Argument(
        help: ArgumentHelp(
            "plugin/transform, or the transform alone; then files, folders and patterns.",
            valueName: "name-or-path"))
    var arguments: [String] = []

    @Flag(help: "Print a unified diff; the default, and for now all there is.")
    var diff = false

    @Option(
        help: ArgumentHelp("Set an option of the transform; repeatable.", valueName: "name=value"))
    var option: [String] = []

    @OptionGroup var reserve: ReserveOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try input.configuration.workspaces(sandbox)
        let split = StageArguments(arguments) { name in
            (try? workspaces.workspace().transform(named: name)) != nil
        }
        if split.names.isEmpty { throw try nothingNamed(in: &workspaces) }
        let selection = try input.selection(split.paths, in: &workspaces)
        var stage = try StageInput(selection, split.paths, messages) { $0.path }
        defer { sandbox.warn([stage.workspace]) }
        let transforms = try split.names.map { try stage.workspace.transform(named: $0) }
        if !split.paths.isEmpty, transforms.contains(where: \.transform.looksAtAll) {
            let rest = try Selection(restOf: selection.groups[0], in: &workspaces)
            try stage.know(rest) { $0.path }
        }
        stage.documents.reserved = try reserve.ids()
        let declared = transforms.flatMap(\.transform.options)
        try declared.requireKnown(option, of: split.names.joined(separator: ", "))
        for transform in transforms {
            var transform = transform
            transform.options = try transform.transform.options.values(
                option, over: transform.options)
            try stage.apply(transform, messages)
        }
        if let outcome = stage.outcome { throw outcome }
    }

    private func nothingNamed(in workspaces: inout Workspaces) throws -> any Error {
        let names = try workspaces.workspace().plugins.transforms.map(\.name)
        return Problem(
            names.isEmpty
                ? "name a transform first; no plugin that is on has any"
                : "name a transform first: " + names.joined(separator: ", "))
    }
}

extension StageInput {
    /// Prints the diff of a transform. What follows sees the documents as they would be.
    mutating func apply(_ transform: NamedTransform, _ messages: MessageOptions) throws {
        let made = try Pipeline(workspace).transform(&documents, with: transform)
        let edits = try product(of: made, by: transform.plugin, messages)
        var diff: [UInt8] = []
        for (index, document) in documents.documents.enumerated() where !edits[index].isEmpty {
            let source = SourceText(path: shown(document.path), bytes: document.bytes)
            guard let part = EditsReport.diff(source, edits[index]),
                let bytes = source.applying(edits[index])
            else {
                throw Problem(
                    "\(transform.name) asks for edits that overlap", path: document.path)
            }
            diff += part
            documents.replace(index, with: bytes)
        }
        try Terminal.output.write(product: diff) {
            EditsReport.display($0, style: messages.outputStyle)
        }
    }
}

internal import ArgumentParser
internal import Perilune

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

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        let read = try ReadInput(paths, configuration, input, sandbox, messages)
        switch format {
        case .json: try Terminal.output.write(ModelReport.json(read.specs))
        case .tree:
            let text = ModelReport.tree(read.specs, style: messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
        }
        try read.finish()
    }
}

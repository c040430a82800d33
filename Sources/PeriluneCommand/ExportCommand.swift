internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Make a register, a list of issues or whatever a plugin exports.",
        usage: "perilune export <name> ... [<path> ...] [-o <file>] [--option <name=value> ...]",
        discussion: """
            An export that perilune.yml gives an output writes that file; the others write to \
            standard output.

            EXAMPLES
              perilune export risks                       an export of perilune.yml
              perilune export risk-register/csv -o -      to standard output
              perilune export risk-register/csv docs/checkout.md -o risks.csv
              perilune export risks --option scale=3x3
            """)

    @Argument(
        help: ArgumentHelp(
            "Names of perilune.yml or plugin/export, then files, folders and patterns.",
            valueName: "name-or-path"))
    var arguments: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write this file; - for standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("Set an option of the export; repeatable.", valueName: "name=value"))
    var option: [String] = []

    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        var workspaces = try input.configuration.workspaces(sandbox)
        let split = StageArguments(arguments) { name in
            (try? workspaces.workspace().export(named: name)) != nil
        }
        if split.names.isEmpty { throw try nothingNamed(in: &workspaces) }
        // Exports name specs as seen from the workspace, so that their bytes are the same
        // wherever they are made.
        let inputs = try input.inputs(split.paths)
        let selection = try input.selection(inputs, in: &workspaces)
        var stage = try StageInput(selection, inputs, messages) { $0.workspacePath }
        defer { sandbox.warn([stage.workspace]) }
        let exports = try split.names.map { try stage.workspace.export(named: $0) }
        let declared = exports.flatMap(\.export.options)
        try declared.requireKnown(option, of: split.names.joined(separator: ", "))
        if output != nil, exports.count > 1 {
            throw Problem("-o takes one export, found \(exports.count)")
        }
        if exports.count > 1, let open = exports.first(where: { $0.output == nil }) {
            throw Problem(
                "\"\(open.name)\" has no output; several exports cannot share standard output")
        }
        var outcome = stage.outcome
        for export in exports {
            var export = export
            export.options = try export.export.options.values(option, over: export.options)
            do {
                try stage.write(export, to: output, messages)
            } catch Exit.pluginFailure {
                outcome = .pluginFailure
            }
        }
        if let outcome { throw outcome }
    }

    private func nothingNamed(in workspaces: inout Workspaces) throws -> any Error {
        let workspace = try workspaces.workspace()
        let names = (workspace.exports + workspace.plugins.exports).map(\.name)
        return Problem("name an export first: " + names.joined(separator: ", "))
    }
}

extension StageInput {
    /// Makes an export and writes it: to `file` (`-` for standard output), else to the output that
    /// the configuration gives it, else to standard output.
    mutating func write(_ export: NamedExport, to file: String?, _ messages: MessageOptions) throws
    {
        let made = try Pipeline(workspace).export(&documents, as: export)
        let log = made.log.map { LogLine(plugin: export.plugin, text: $0) }
        let artifact = try product(of: made, log: log, messages)
        if let file, file != "-" {
            try Files.write(artifact.bytes, to: try StartFolder.path(file))
            messages.note("wrote \(file)")
        } else if file == nil, let output = export.output {
            messages.note("wrote \(try workspace.write(artifact.bytes, to: output))")
        } else {
            try Terminal.output.write(product: artifact.bytes)
        }
    }
}

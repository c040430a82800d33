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
        help: ArgumentHelp(
            "Write the files of all exports below this folder.", valueName: "folder"))
    var outDir: String?

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
        let destination = try destination(of: exports)
        var outcome = stage.outcome
        for export in exports {
            var export = export
            export.options = try export.export.options.values(option, over: export.options)
            do {
                try stage.write(export, to: destination, messages)
            } catch Exit.pluginFailure {
                outcome = .pluginFailure
            }
        }
        if let outcome { throw outcome }
    }

    private func destination(of exports: [NamedExport]) throws -> ExportDestination {
        if let output {
            if outDir != nil {
                throw Problem("-o and --out-dir both say where to write; leave one out")
            }
            if exports.count > 1 { throw Problem("-o takes one export, found \(exports.count)") }
            if exports[0].export.onlyOutput == nil { throw exports[0].needsFolder("-o takes one") }
            return output == "-" ? .standardOutput : .file(output)
        }
        if let outDir { return .folder(outDir) }
        for export in exports where export.output == nil {
            if export.export.onlyOutput == nil { throw export.needsFolder("it has no output") }
            if exports.count > 1 {
                throw Problem(
                    "\"\(export.name)\" has no output; several exports cannot share standard output: "
                        + "name a folder with --out-dir")
            }
        }
        return .configured
    }

    private func nothingNamed(in workspaces: inout Workspaces) throws -> any Error {
        let workspace = try workspaces.workspace()
        let names = (workspace.exports + workspace.plugins.exports).map(\.name)
        return Problem("name an export first: " + names.joined(separator: ", "))
    }
}

extension NamedExport {
    fileprivate func needsFolder(_ reason: String) -> Problem {
        let names = export.outputs.map(\.name).joined(separator: ", ")
        return Problem(
            "\"\(name)\" makes several files (\(names)), and \(reason); name a folder with --out-dir"
        )
    }
}

/// Where an export goes.
enum ExportDestination {
    case standardOutput
    case file(String)
    /// `FILE`, or `EXPORT/OUTPUT` of an export of several, below it.
    case folder(String)
    /// Where the configuration says, else to standard output.
    case configured
}

extension StageInput {
    /// Makes an export and writes its files.
    mutating func write(
        _ export: NamedExport, to destination: ExportDestination, _ messages: MessageOptions
    ) throws {
        let made = try Pipeline(workspace).export(&documents, as: export)
        let log = made.log.map { LogLine(plugin: export.plugin, text: $0) }
        let artifact = try product(of: made, log: log, messages)
        switch (destination, export.output) {
        case (.file(let path), _):
            try Files.write(artifact.bytes, to: try StartFolder.path(path))
            messages.note("wrote \(path)")
        case (.folder(let folder), _):
            let root = try StartFolder.path(folder)
            try Files.makeFolder(root)
            for (inner, bytes) in export.files(of: artifact) {
                try Files.write(bytes, to: inner, below: root)
                messages.note("wrote \(folder)/\(inner)")
            }
        case (.configured, .some(let output)):
            for (inner, bytes) in export.files(of: artifact, at: output) {
                messages.note("wrote \(try workspace.write(bytes, to: inner))")
            }
        case (.standardOutput, _), (.configured, nil):
            let isText = export.export.onlyOutput?.isText ?? true
            try Terminal.output.write(product: artifact.bytes, isText: isText)
        }
    }
}

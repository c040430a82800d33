internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Make a register, a list of issues or whatever a plugin exports.",
        usage:
            "perilune export <name> ... [<path> ...] [-o <file> | --out-dir <folder>] [--option <name=value> ...]",
        discussion: """
            An export that perilune.yml gives an output writes that file; the others write to \
            standard output.

            EXAMPLES
              perilune export risks                       an export of perilune.yml
              perilune export risk-register/csv -o -      to standard output
              perilune export risk-register/csv docs/checkout.md -o risks.csv
              perilune export risks --option scale=3x3
              perilune export issues --plan               what is to be done in the tracker?
              perilune export --record-keys answer.jsonl  it was done, and these are the keys
              perilune export risks issues --check        are they what is committed?
              perilune export risks -o risks.csv --if-changed --depfile risks.d
              perilune export risks issues --out-dir build --prune
              perilune model --format json | jq -f mine.jq | perilune export risks --from-model -
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

    @Option(
        help: ArgumentHelp(
            """
            Make it of a model, as perilune model --format json prints it, instead of files; - for \
            standard input. The JSON holds no source text, links, blocks or what a template asks for.
            """, valueName: "file"))
    var fromModel: String?

    @Flag(help: "Print what is to be done in a tracker, and write nothing.")
    var plan = false

    @Option(
        help: ArgumentHelp(
            "Record how a tracker calls tickets: lines of a plan, with its key in each.",
            valueName: "file"))
    var recordKeys: String?

    @OptionGroup var matches: MatchOptions
    @OptionGroup var build: BuildOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var sandbox: SandboxOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws { try matches.validate(configuration) }

    func run() throws {
        var workspaces = try configuration.workspaces(sandbox)
        if let recordKeys { return try record(recordKeys, in: try workspaces.workspace()) }
        let split = StageArguments(arguments) { name in
            (try? workspaces.workspace().export(named: name)) != nil
        }
        if split.names.isEmpty { throw try nothingNamed(in: &workspaces) }
        if build.prune, outDir == nil { throw Problem("--prune goes with --out-dir") }
        if build.listOutputs, try listOutputs(of: split.names, in: &workspaces) { return }
        // Exports name specs as seen from the workspace, so that their bytes are the same
        // wherever they are made.
        var stage = try stage(split.paths, in: &workspaces)
        defer { sandbox.warn([stage.workspace]) }
        let exports = try split.names.map { try stage.workspace.export(named: $0) }
        let declared = exports.flatMap(\.export.options)
        try declared.requireKnown(option, of: split.names.joined(separator: ", "))
        let destination = try plan ? .configured : destination(of: exports)
        let isWhole = split.paths.isEmpty && input.filesFrom == nil && fromModel == nil
        let links = try matches.links(of: stage.workspace, isWhole: isWhole)
        var outputs = ExportOutputs(stage.workspace, to: destination)
        var outcome = stage.outcome
        for export in exports {
            var export = export
            export.options = try export.export.options.values(option, over: export.options)
            do {
                let artifact = try stage.make(export, links, messages)
                if plan {
                    try show(artifact.plan, of: export)
                } else {
                    try matches.show(artifact.plan, configuration, messages)
                    outputs.add(artifact, of: export)
                }
            } catch Exit.pluginFailure {
                outcome = .pluginFailure
            }
        }
        if plan {
            // Nothing is written.
        } else if build.listOutputs {
            try print(outputs.names())
        } else if build.check {
            if try outputs.showDrift(messages) { outcome = outcome ?? .findings }
        } else {
            let files = try outputs.write(
                leavesEqual: build.ifChanged, prunes: build.prune, messages)
            if outcome == nil { try build.finish(files, from: try inputFiles(of: stage)) }
        }
        if let outcome { throw outcome }
    }

    /// Prints what the exports write, if that is known before they run.
    private func listOutputs(
        of names: [String], in workspaces: inout Workspaces
    ) throws -> Bool {
        let workspace = try workspaces.workspace()
        let exports = try names.map { try workspace.export(named: $0) }
        let destination = try destination(of: exports)
        var outputs: [String] = []
        for export in exports {
            guard
                let names = try ExportOutputs.names(of: export, to: destination, in: workspace)
            else { return false }
            outputs += names
        }
        try print(outputs)
        return true
    }

    private func print(_ files: [String]) throws {
        let lines = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }
        try Terminal.output.write(product: Array(lines.joined().utf8))
    }

    /// All files that were read, as seen from the current folder.
    private func inputFiles(of stage: StageInput) throws -> [String] {
        let named = [input.filesFrom, fromModel].compactMap(\.self).filter { $0 != "-" }
        return stage.files + stage.workspace.inputFiles + LinksFile(of: stage.workspace).files
            + (try named.map(StartFolder.path))
    }

    private func show(_ plan: [PlannedTicket], of export: NamedExport) throws {
        let report = PlanReport(plan)
        try Terminal.output.write(product: Array(report.text().utf8))
        messages.note("\(export.name): \(report.summary)")
    }

    /// Records what a tracker answered.
    private func record(_ path: String, in workspace: Workspace) throws {
        if !arguments.isEmpty {
            throw Problem("--record-keys takes no export; leave the names out")
        }
        let counts = try LinksFile(of: workspace).record(try StartFolder.path(path))
        messages.note("\(LinksFile.path): \(counts.new) new, \(counts.known) known before")
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

    private func stage(
        _ paths: [String], in workspaces: inout Workspaces
    ) throws -> StageInput {
        let inputs = try input.inputs(paths)
        guard let fromModel else {
            let selection = try input.selection(inputs, in: &workspaces)
            return try StageInput(selection, inputs, messages) { $0.workspacePath }
        }
        if !inputs.isEverything {
            throw Problem("--from-model says which specs there are; leave the paths out")
        }
        let workspace = try workspaces.workspace()
        return StageInput(
            try ModelReader.specs(in: try StartFolder.path(fromModel), of: workspace), of: workspace
        )
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

extension StageInput {
    /// What an export makes.
    mutating func make(
        _ export: NamedExport, _ links: TicketLinks, _ messages: MessageOptions
    ) throws -> Artifact {
        let made = try Pipeline(workspace).export(&documents, as: export, links: links)
        let log = made.log.map { LogLine(plugin: export.plugin, text: $0) }
        return try product(of: made, log: log, messages)
    }
}

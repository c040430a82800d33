internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecModel

enum Colour: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// What the command line asks for, also where it could not be parsed.
    static let asked: Colour = {
        let arguments = Main.line.arguments
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--color=") {
                return Colour(rawValue: String(argument.dropFirst(8))) ?? .auto
            }
            if argument == "--color", index + 1 < arguments.count {
                return Colour(rawValue: arguments[index + 1]) ?? .auto
            }
        }
        return .auto
    }()
}

/// From which severity on a finding makes the command fail.
enum Threshold: String, CaseIterable, ExpressibleByArgument {
    case error, warning, info, never

    func isReached(by report: CheckReport) -> Bool {
        guard let severity = Severity(rawValue: rawValue) else { return false }
        return report.findings.contains { $0.severity >= severity }
    }
}

/// Where the configuration comes from, and what may be done to have its shared plugins.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use this configuration instead of the nearest perilune.yml.", valueName: "file"))
    var config: String?

    @Flag(help: "Use no configuration: bundled plugins, recommended severities.")
    var noConfig = false

    @Option(
        help: ArgumentHelp(
            """
            Look for specs and perilune.yml in this folder, and name files as they are seen from \
            it, wherever this runs. Files that options name stay where they are.
            """, valueName: "folder"))
    var root: String?

    @Flag(
        inversion: .prefixedNo,
        help: """
            Change nothing that is committed: fail where perilune.lock would change, or somebody would \
            have to say which tickets are new; for the lock the default where CI is set.
            """)
    var locked: Bool?

    @Flag(help: "Never call git: shared plugins come from .perilune/vendor or the cache.")
    var offline = false

    @Flag(name: .customLong("no-plugins"), help: "Leave out plugins that are not bundled.")
    var leavesOutStrangers = false

    func validate() throws {
        if config != nil, noConfig {
            throw ValidationError("--config and --no-config exclude each other")
        }
    }

    /// - Parameters:
    ///   - loadsPlugins: false where only the words matter that plugins add.
    ///   - packages: what may be done to have shared plugins, where options do not say it.
    func workspaces(
        _ sandbox: SandboxOptions, loadsPlugins: Bool = true, packages: PackageChoice? = nil,
        template: TemplateChoice? = nil
    ) throws(Problem) -> Workspaces {
        if let root { try StartFolder.leave(for: root) }
        return try Workspaces(
            try config.map { path throws(Problem) in .file(try StartFolder.path(path)) }
                ?? (noConfig ? .none : .nearest),
            loadsPlugins: loadsPlugins, sandbox: sandbox.choice,
            packages: packages ?? packageChoice,
            template: try template.map { choice throws(Problem) in
                guard case .file(let path) = choice else { return choice }
                return .file(at: try StartFolder.path(path))
            },
            today: try sandbox.day(), trust: .here)
    }
}

/// Which documents a command is about.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Also the files and folders that this file names, a line each; - for standard input. \
            Names are taken as they are, never as patterns.
            """, valueName: "file"))
    var filesFrom: String?

    @Flag(
        name: [.customShort("0"), .customLong("null")],
        help: "With --files-from: NUL ends each name, as find -print0 and git ls-files -z write it."
    )
    var null = false

    @Option(
        help: ArgumentHelp(
            "The path that standard input (\"-\") goes by: for its configuration and in messages.",
            valueName: "path"))
    var stdinFilename: String?

    func validate() throws {
        if null, filesFrom == nil { throw ValidationError("-0 goes with --files-from") }
    }

    /// What the command line names.
    /// - Parameter paths: those of its arguments.
    func inputs(_ paths: [String]) throws(Problem) -> Inputs {
        var inputs = Inputs(paths: paths)
        guard let filesFrom else { return inputs }
        if filesFrom == "-" {
            if inputs.hasStandardInput {
                throw Problem(
                    "standard input (\"-\") is the list of files, and no document as well")
            }
            let bytes = try Files.read(descriptor: 0, name: "standard input", limit: 256 << 20)
            inputs.listed = try NameList.names(
                in: bytes, endsWithNUL: null, path: "standard input")
        } else {
            inputs.listed = try NameList.read(StartFolder.path(filesFrom), endsWithNUL: null)
        }
        return inputs
    }

    func selection(
        _ inputs: Inputs, in workspaces: inout Workspaces
    ) throws(Problems) -> Selection {
        var used = false
        return try Selection(inputs, in: &workspaces) { () throws(Problem) in
            if used { throw Problem("standard input (\"-\") can be read only once") }
            used = true
            let bytes = try Files.read(descriptor: 0, name: "standard input", limit: 256 << 20)
            return Selection.StandardInput(bytes: bytes, name: stdinFilename)
        }
    }
}

/// How a command talks.
struct MessageOptions: ParsableArguments {
    @Option(help: "Colours: auto, always, never.")
    var color: Colour = .auto

    @Flag(name: .shortAndLong, help: "No summary and no notes on standard error.")
    var quiet = false

    var outputStyle: Style { Terminal.output.style(color) }
    var errorStyle: Style { Terminal.error.style(color) }

    /// Says something that nobody needs to know.
    func note(_ text: String) {
        if !quiet { Terminal.error.write("perilune: \(text.printable)\n") }
    }

    /// Writes what was asked for into a file, and says so.
    /// - Parameter file: as the command line names it.
    /// - Returns: why it could not be written.
    func write(_ bytes: [UInt8], to file: String) -> [Problem] {
        do throws(Problem) {
            try Files.write(bytes, to: try StartFolder.path(file))
            note("wrote \(file)")
            return []
        } catch {
            return [error]
        }
    }

    /// Says what a plugin printed.
    func show(_ line: LogLine) {
        if !quiet { Terminal.error.write("\(line.plugin): \(line.text.printable)\n") }
    }

    /// Shows what became of plugins.
    func report(_ failures: [CountedFailure]) {
        Terminal.error.write(FindingsReport.failures(failures, style: errorStyle))
    }
}

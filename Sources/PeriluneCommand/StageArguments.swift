internal import Perilune
internal import SpecModel

/// Tells names from paths where a command takes both: `export risks issues docs`.
struct StageArguments {
    var names: [String] = []
    var paths: [String] = []

    /// The first is a name. Those that follow are names as long as they name something that is
    /// known here, or nothing that could be a path; from the first path on all are paths.
    init(_ arguments: [String], isKnown: (String) -> Bool) {
        for (index, argument) in arguments.enumerated() {
            let isName =
                paths.isEmpty
                && (index == 0 || isKnown(argument) || !Self.couldBePath(argument))
            if isName { names.append(argument) } else { paths.append(argument) }
        }
    }

    private static func couldBePath(_ argument: String) -> Bool {
        argument == "-" || argument.utf8.contains { "*?[.".utf8.contains($0) }
            || Files.status(argument) != nil
    }
}

/// The documents of one workspace, read for a transform or an export.
struct StageInput {
    let workspace: Workspace
    var specs: [Spec]
    var outcome: Exit?

    /// Reads what was selected. All of it must belong to one workspace; where nobody named paths
    /// it is the one of the current folder.
    init(
        _ selection: Selection, _ paths: [String], _ messages: MessageOptions,
        named name: (SpecFile) -> String
    ) throws {
        selection.notes.forEach(messages.note)
        let group = selection.groups[0]
        if selection.groups.count > 1 {
            let files = selection.groups.map { $0.workspace.configuration.path ?? "none" }
            if !paths.isEmpty {
                throw Problem(
                    "the paths belong to several workspaces; run this once for each: "
                        + files.joined(separator: ", "))
            }
            messages.note(
                "specs of other workspaces are left out: "
                    + files.dropFirst().joined(separator: ", "))
        }
        let (specs, unreadable) = group.specs(named: name)
        workspace = group.workspace
        self.specs = specs
        let problems = selection.problems + unreadable
        Terminal.error.report(problems)
        if !problems.isEmpty { throw Exit.invocation }
        let findings = ReadingFindings(specs)
        findings.show(messages)
        messages.report(workspace.countedFailures)
        if findings.hold(.error) {
            messages.note("nothing was made: a spec could not be read")
            throw Exit.findings
        }
        if !workspace.failures.isEmpty { outcome = .pluginFailure }
    }
}

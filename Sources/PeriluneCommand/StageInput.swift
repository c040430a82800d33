internal import Perilune
internal import SpecModel
internal import SpecPlugins

/// The documents of one workspace, read for a transform or an export.
struct StageInput {
    let workspace: Workspace
    var specs: [Spec]
    var outcome: Exit?
    /// The path to print for each path that the model carries, where they differ.
    private var shownPaths: [String: String] = [:]

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
        for file in group.files where name(file) != file.path {
            shownPaths[name(file)] = file.path
        }
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

    /// A path as it is printed: as seen from the current folder.
    func shown(_ path: String) -> String { shownPaths[path] ?? path }

    /// A report as it is printed.
    func shown(_ report: CheckReport) -> CheckReport {
        var report = report
        for index in report.findings.indices {
            report.findings[index].location.path = shown(report.findings[index].location.path)
        }
        for index in report.failures.indices {
            let spec = report.failures[index].failure.spec
            report.failures[index].failure.spec = spec.map(shown)
        }
        return report
    }
}

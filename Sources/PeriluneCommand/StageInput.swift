internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// The documents of one workspace, read for what is made of them.
struct StageInput {
    let workspace: Workspace
    var specs: [Spec]
    /// Was it said already what reading found and which plugins did not load?
    private var isReported = false
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
    }

    /// How a command ends whose own part went well: not well where a plugin did not load.
    var outcome: Exit? { workspace.failures.isEmpty ? nil : .pluginFailure }

    /// Says what reading found and which plugins did not load, once. Throws where a spec could not
    /// be read: nothing is made of half of them.
    mutating func requireReadable(_ messages: MessageOptions) throws {
        let findings = ReadingFindings(specs)
        if !isReported {
            findings.show(messages)
            messages.report(workspace.countedFailures)
            isReported = true
        }
        if findings.hold(.error) {
            messages.note("nothing was made: a spec could not be read")
            throw Exit.findings
        }
    }

    /// Checks the specs; the report, as it is printed, holds what reading found.
    mutating func check() throws -> CheckReport {
        isReported = true
        let documents = specs.map {
            Document(path: $0.path, template: $0.template, bytes: $0.source.bytes)
        }
        return shown(try Pipeline(workspace).check(documents))
    }

    /// A path as it is printed: as seen from the current folder.
    func shown(_ path: String) -> String { shownPaths[path] ?? path }

    private func shown(_ report: CheckReport) -> CheckReport {
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

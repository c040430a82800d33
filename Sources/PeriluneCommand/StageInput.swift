internal import Perilune
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers
internal import Spilling

/// The documents of one workspace, for what is made of them.
struct StageInput {
    let workspace: Workspace
    var documents: StageDocuments
    /// Was it said already what reading found and which plugins did not load?
    private var isReported = false
    /// What gates found in documents that are held back.
    private var held: [Finding] = []
    /// The files that the documents are, as seen from the current folder.
    private(set) var files: [String] = []
    /// The path to print for each path that the model carries, where they differ.
    private var shownPaths: [String: String] = [:]

    /// Takes what was selected. All of it must belong to one workspace; where nobody named paths
    /// it is the one of the current folder.
    init(
        _ selection: Selection, _ inputs: Inputs, _ messages: MessageOptions,
        named name: (SpecFile) -> String
    ) throws {
        selection.notes.forEach(messages.note)
        let group = selection.groups[0]
        if selection.groups.count > 1 {
            let files = selection.groups.map { $0.workspace.configuration.path ?? "none" }
            if !inputs.isEverything {
                throw Problem(
                    "the paths belong to several workspaces; run this once for each: "
                        + files.joined(separator: ", "))
            }
            messages.note(
                "specs of other workspaces are left out: "
                    + files.dropFirst().joined(separator: ", "))
        }
        let (documents, unreadable) = group.documents(named: name)
        workspace = group.workspace
        self.documents = StageDocuments(documents)
        files = group.files.filter { $0.content == nil }.map(\.path)
        for file in group.files where name(file) != file.path {
            shownPaths[name(file)] = file.path
        }
        let problems = selection.problems + unreadable
        Terminal.error.report(problems)
        if !problems.isEmpty { throw Exit.invocation }
    }

    /// Takes specs that were read from a model.
    init(_ specs: [Spec], of workspace: Workspace) {
        self.workspace = workspace
        documents = StageDocuments(given: specs)
    }

    /// Has transforms of all specs see those of the workspace, too, that nobody named.
    mutating func know(
        _ rest: Selection, named name: (SpecFile) -> String
    ) throws {
        let (others, unreadable) = rest.groups[0].documents(named: name)
        documents.others = others
        let problems = rest.problems + unreadable
        Terminal.error.report(problems)
        if !problems.isEmpty { throw Exit.invocation }
    }

    /// How a command ends whose own part went well: not well where a plugin did not load, or a gate
    /// held a document back.
    var outcome: Exit? {
        if !workspace.failures.isEmpty { return .pluginFailure }
        return held.isEmpty ? nil : .findings
    }

    /// What a stage made. Says what reading found and which plugins did not load, once, and what the
    /// plugin printed.
    /// - Throws: an `Exit`: where a document could not be read, for nothing is made of half of them,
    ///   or the plugin failed.
    mutating func product<Product>(
        of made: Made<Product>, log: [LogLine], _ messages: MessageOptions
    ) throws -> Product {
        if !isReported {
            ReadingFindings(made.reading).show(messages)
            messages.report(workspace.countedFailures)
            isReported = true
        }
        guard let product = made.product else {
            messages.note("nothing was made: a spec could not be read")
            throw Exit.findings
        }
        log.forEach(messages.show)
        report(made.held, messages)
        for path in made.leftOut {
            messages.note("\(path) is left as it is: it was not named, and would change, too")
        }
        do throws(PluginFailure) {
            return try product.get()
        } catch {
            messages.report([CountedFailure(error, in: workspace)])
            throw Exit.pluginFailure
        }
    }

    /// Says, once, what of the findings of a gate holds documents back.
    private mutating func report(_ findings: [Finding], _ messages: MessageOptions) {
        var report = CheckReport()
        report.findings = findings.filter { finding in
            !held.contains { $0.rule == finding.rule && $0.location == finding.location }
        }
        if report.findings.isEmpty { return }
        held += report.findings
        Terminal.error.write(FindingsReport.text(shown(report), style: messages.errorStyle))
        for path in Set(report.findings.map(\.location.path)).sorted() {
            messages.note("\(shown(path)) is left as it is until that is mended")
        }
    }

    /// Checks the documents; the report, as it is printed, holds what reading found.
    /// - Parameters:
    ///   - suppresses: do comments in specs count?
    ///   - cache: keeps what is said.
    mutating func check(suppresses: Bool, cache: ResultCache?) throws -> CheckReport {
        isReported = true
        return shown(
            try Pipeline(workspace, suppresses: suppresses, cache: cache)
                .check(documents.documents))
    }

    /// The documents, by the paths under which a report names them.
    var sources: [(path: String, content: SpilledBytes)] {
        documents.documents.map { (path: shown($0.path), content: $0.content) }
    }

    /// A path as it is printed: as seen from the current folder.
    func shown(_ path: String) -> String { shownPaths[path] ?? path }

    private func shown(_ report: CheckReport) -> CheckReport {
        var report = report
        for index in report.findings.indices {
            report.findings[index].location.path = shown(report.findings[index].location.path)
        }
        for index in report.suppressed.indices {
            let path = shown(report.suppressed[index].comment.path)
            report.suppressed[index].finding.location.path = path
            report.suppressed[index].comment.path = path
        }
        for index in report.groups.indices {
            report.groups[index].specs = report.groups[index].specs.map(shown)
        }
        for index in report.failures.indices {
            let spec = report.failures[index].failure.spec
            report.failures[index].failure.spec = spec.map(shown)
        }
        return report
    }
}

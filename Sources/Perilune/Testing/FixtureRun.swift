internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers
internal import Yaml

/// Runs a plugin over the specs of one fixture and holds what it says and makes against what is
/// expected there.
struct FixtureRun {
    let folder: TestFolder
    let fixture: FixtureSpecs
    let workspace: Workspace
    /// As documents name it.
    let template: String?

    var plugin: String { folder.plugin.name }

    /// The fixture's own file or folder, as seen from the current one.
    var file: String {
        folder.shown("\(TestFolder.name)/\(fixture.isAlone ? fixture.specs[0].path : fixture.name)")
    }

    private var documents: [Document] {
        fixture.specs.map { Document(path: $0.path, template: template, bytes: $0.bytes) }
    }

    private func shown(_ spec: String) -> String { folder.shown("\(TestFolder.name)/\(spec)") }

    // MARK: findings

    /// Is every finding expected, and every expectation met?
    func findings(_ log: inout [LogLine]) throws(Problem) -> TestCase {
        let report = try Pipeline(workspace).check(documents, LinkedFiles(documents))
        log += report.log
        var notes: [TestCase.Note] = []
        let known = workspace.rules.map { $0.plugin == plugin ? $0.check.name : $0.name }
        for document in documents {
            let reader = ExpectationReader(
                SourceText(path: document.path, bytes: document.bytes))
            let path = shown(document.path)
            notes += reader.problems.map {
                .init($0.message, at: path, line: $0.place.line, column: $0.place.column)
            }
            var found = report.findings.filter { $0.location.path == document.path }
            for expected in reader.expectations.sorted(by: { $0.precision > $1.precision }) {
                if let met = found.firstIndex(where: { expected.isMet(by: $0, of: plugin) }) {
                    found.remove(at: met)
                } else {
                    notes.append(note(expected, at: path, among: found, known))
                }
            }
            notes += found.map { finding in
                .init(
                    "found \"\(finding.message)\" [\(finding.rule)], which nobody expects",
                    at: path, line: finding.location.start.line,
                    column: finding.location.start.column)
            }
        }
        notes.sort {
            ($0.path, $0.line ?? 0, $0.column ?? 0) < ($1.path, $1.line ?? 0, $1.column ?? 0)
        }
        return TestCase(
            plugin, file, "findings", failed: notes,
            broken: report.failures.map { Self.note($0, in: folder) })
    }

    private func note(
        _ expected: Expectation, at path: String, among found: [Finding], _ known: [String]
    ) -> TestCase.Note {
        let name =
            expected.rule.hasPrefix(plugin + "/")
            ? String(expected.rule.dropFirst(plugin.count + 1)) : expected.rule
        let near = found.first { $0.location.start.line == expected.line }
        var message = "expected \(expected.description), found "
        if !known.contains(name), !expected.rule.hasPrefix("reading/") {
            message += "no such rule" + suggestion(for: name, among: known)
        } else if let near {
            let columns = "\(near.location.start.column)-\(near.location.end.column)"
            message += "\(near.rule) @\(columns) \"\(near.message)\""
        } else {
            message += "nothing on this line"
        }
        return .init(message, at: path, line: expected.line, column: expected.column)
    }

    /// What a plugin failed at, in the plugin's file or else in its folder.
    static func note(_ counted: CountedFailure, in folder: TestFolder) -> TestCase.Note {
        let failure = counted.failure
        var message = "plugin failure: \(failure.message)"
        if let rule = failure.rule { message += " [\(rule)]" }
        if let spec = failure.spec {
            let path = folder.shown("\(TestFolder.name)/\(spec)")
            message += ", while looking at \(path):\(failure.specLine ?? 1)"
        }
        let ofLibrary = failure.library == nil ? nil : counted.path
        return .init(
            message, at: ofLibrary ?? failure.file.map(folder.shown) ?? folder.path,
            line: failure.line, column: failure.column)
    }
}

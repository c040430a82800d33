import Foundation
import SpecPlugins
import TestSupport
import Testing

/// Every bundled export, over specs whose every field holds what breaks formats: read by somebody
/// else's reader, which finds what the specs say.
@Suite struct Exports {
    /// An export of one file, how it is read, and the places of the specs that it shows.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let form: String
        let shows: [String]
        var testDescription: String { name }
    }

    private static let tickets = [
        "Title", "Requirement", "Long", "Acceptance", "Extra", "Phase", "Task", "Entry", "Duration",
        "After", "Question", "QuestionOwner", "QuestionStatus", "Raised",
    ]
    private static let requirements = [
        "Requirement", "Long", "Priority", "Acceptance", "Category", "Quality", "Target",
        "Validation",
    ]
    private static let questions = [
        "Question", "QuestionOwner", "QuestionStatus", "Raised", "Title",
    ]
    private static let graph = ["Title", "Component", "Dependency", "Phase"]

    static let cases = [
        Case(name: "azure-devops/csv", form: "csv", shows: tickets),
        Case(name: "glossary/csv", form: "people", shows: ["Term", "Definition"]),
        Case(name: "glossary/md", form: "md", shows: ["Term", "Definition"]),
        Case(name: "gitlab-issues/csv", form: "csv", shows: tickets),
        Case(name: "graph/dot", form: "text", shows: graph),
        Case(name: "graph/mermaid", form: "text", shows: graph),
        Case(name: "jira-issues/csv", form: "csv", shows: tickets + ["Release"]),
        Case(name: "linear/csv", form: "csv", shows: tickets),
        Case(name: "open-questions/csv", form: "people", shows: questions),
        Case(name: "open-questions/md", form: "md", shows: questions),
        Case(name: "openapi/json", form: "json", shows: ["Title", "Endpoint", "Error", "Path"]),
        Case(name: "requirements/csv", form: "people", shows: requirements),
        Case(name: "requirements/json", form: "json", shows: requirements + ["Extra", "Scenario"]),
        Case(name: "requirements/matrix", form: "people", shows: ["Requirement", "Quality"]),
        Case(
            name: "risk-register/csv", form: "people",
            shows: [
                "RiskId", "Risk", "RiskCategory", "Mitigation", "RiskOwner", "RiskStatus",
                "Likelihood", "Impact",
            ]),
    ]

    private static let home = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Exports")

    private static func has(_ program: String) -> Bool {
        (try? Console.shell("command -v \(program)"))?.status == 0
    }
    private static let hasPython = has("python3")
    private static let hasDot = has("dot")
    private static let python = Repository.path(".build/sarif-tools/bin/python").path
    private static let hasValidator =
        (try? Console.shell("\(python) -c 'import openapi_spec_validator'"))?.status == 0

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try HostileSpecs.write(into: folder)
    }

    /// The bytes of an export, in a file of the folder.
    private func export(_ name: String, _ options: String...) throws -> URL {
        let file = folder.path("out")
        let run = try Console.perilune(
            "export", name, "docs", "--today", "2026-01-31", "-o", file.path, in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
        return file
    }

    @Test func `every bundled export is among them`() throws {
        let exports = try PluginFiles.bundledNames.flatMap { name in
            let plugin = try Plugin(#require(PluginFiles.bundled(name)))
            return plugin.exports.map { "\(name)/\($0.name)" }
        }
        #expect(Set(exports) == Set(Self.cases.map(\.name)))
    }

    @Test(.enabled(if: hasPython, "needs python3"), arguments: cases)
    func `hostile specs break no export, and none keeps anything to itself`(_ one: Case) throws {
        let file = try export(one.name)
        let words = one.shows.flatMap { place in
            let word = HostileSpecs.marker(place)
            return [word, word.replacing("Mark", with: "Second")]
        }
        let script = Self.home.appending(path: "hold.py").path
        let run = try Console.run("/usr/bin/env", ["python3", script, one.form, file.path] + words)
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test(.enabled(if: hasDot, "there is no dot: install graphviz"))
    func `Graphviz draws the graph`() throws {
        let run = try Console.run("/usr/bin/env", ["dot", "-Tsvg", export("graph/dot").path])
        #expect(run.errors == "")
        #expect(run.status == 0)
        #expect(run.output.contains("MarkComponent"))
    }

    @Test(
        .enabled(
            if: hasValidator,
            "no openapi-spec-validator: the test command of README.md installs it from PyPI"))
    func `the OpenAPI document is one`() throws {
        let file = try export("openapi/json")
        let run = try Console.run(Self.python, ["-m", "openapi_spec_validator", file.path])
        #expect(run.output.hasSuffix("out: OK\n"), "\(run.output)\(run.errors)")
        #expect(run.status == 0)
    }
}

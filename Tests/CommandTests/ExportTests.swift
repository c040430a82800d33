import Foundation
import SpecPlugins
import TestSupport
import Testing

/// Every bundled export, over specs whose every field holds what breaks formats: read by somebody
/// else's reader, which finds what the specs say.
@Suite struct Exports {
    /// An export, how it is read, and the places of the specs that it shows.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let form: String
        let shows: [String]
        /// Of an export of several files, those that are read.
        var output: String?
        /// What has to be said for it to work.
        var options: [String] = []
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
    private static let risks = [
        "RiskId", "Risk", "Mitigation", "RiskOwner", "RiskStatus", "Likelihood", "Impact",
    ]

    static let cases = [
        Case(
            name: "azure-devops/csv", form: "csv", shows: tickets,
            output: "azure-devops-csv/work-items-01.csv"),
        Case(name: "glossary/csv", form: "people", shows: ["Term", "Definition"]),
        Case(name: "glossary/md", form: "md", shows: ["Term", "Definition"]),
        Case(
            name: "github-issues/json", form: "json", shows: tickets,
            output: "github-issues-json/issues/*.json"),
        Case(name: "gitlab-issues/csv", form: "csv", shows: tickets),
        Case(name: "graph/dot", form: "text", shows: graph),
        Case(name: "graph/mermaid", form: "text", shows: graph),
        // Children wait for the keys of their parents, and the longest description has no place.
        Case(
            name: "jira-issues/bulk", form: "json",
            shows: tickets.filter { !["Long", "Task", "Entry"].contains($0) },
            output: "jira-issues-bulk/level-*.json",
            options: ["--option", "project=PAY"]),
        Case(name: "jira-issues/csv", form: "csv", shows: tickets + ["Release"]),
        Case(name: "jira-issues/import", form: "json", shows: []),
        Case(
            name: "jira-issues/plan", form: "jsonl", shows: tickets,
            options: ["--option", "project=PAY"]),
        Case(name: "linear/csv", form: "csv", shows: tickets),
        Case(name: "open-questions/csv", form: "people", shows: questions),
        Case(name: "open-questions/md", form: "md", shows: questions),
        Case(name: "openapi/json", form: "json", shows: ["Title", "Endpoint", "Error", "Path"]),
        Case(name: "requirements/csv", form: "people", shows: requirements),
        Case(name: "requirements/json", form: "json", shows: requirements + ["Extra", "Scenario"]),
        Case(name: "requirements/matrix", form: "people", shows: ["Requirement", "Quality"]),
        Case(name: "requirements/xlsx", form: "xlsx", shows: requirements.filter { $0 != "Long" }),
        Case(name: "risk-register/csv", form: "people", shows: risks + ["RiskCategory"]),
        Case(name: "risk-register/html", form: "html", shows: risks + ["RiskCategory"]),
        Case(name: "risk-register/md", form: "md", shows: risks),
        Case(name: "risk-register/xlsx", form: "xlsx", shows: risks + ["RiskCategory"]),
        Case(
            name: "sqlite/db", form: "sqlite",
            shows: tickets + requirements + risks + graph + ["Author", "Term", "Role", "Error"]),
        Case(
            name: "status-report/html", form: "html",
            shows: ["Title", "Author", "Question", "QuestionOwner", "Risk", "Role", "Phase"]),
    ]

    private static let home = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Exports")

    private static func has(_ program: String) -> Bool {
        (try? Console.shell("command -v \(program)"))?.status == 0
    }
    private static let hasDot = has("dot")
    private static let hasOffice = has("soffice")
    private static let hasChromium = has("chromium")
    private static let python = Repository.path(".build/sarif-tools/bin/python").path
    private static let hasPackages =
        (try? Console.shell("\(python) -c 'import openapi_spec_validator, openpyxl'"))?.status == 0
    private static let noPackages =
        "no openpyxl or openapi-spec-validator: the test command of README.md installs them"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try HostileSpecs.write(into: folder)
    }

    /// Makes an export in the folder; the pattern of its files.
    private func export(
        _ name: String, output: String? = nil, options: [String] = []
    ) throws -> String {
        let file = folder.path(output ?? "file").path
        let place = output == nil ? ["-o", file] : ["--out-dir", folder.url.path]
        let run = try Console.run(
            Console.binary.path,
            ["export", name, "docs", "--today", "2026-01-31"] + place + options,
            in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
        return file
    }

    /// Runs a script beside this file on what the pattern stands for.
    private func run(_ script: String, with python: String = "python3", _ words: String...) throws {
        let path = Self.home.appending(path: script).path
        let run = try Console.shell("'\(python)' '\(path)' " + words.joined(separator: " "))
        #expect(run.output == "")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func `every bundled export is among them`() throws {
        let exports = try PluginFiles.bundledNames.flatMap { name in
            let plugin = try Plugin(#require(PluginFiles.bundled(name)))
            return plugin.exports.map { "\(name)/\($0.name)" }
        }
        #expect(Set(exports) == Set(Self.cases.map(\.name)))
    }

    @Test(
        .enabled(if: hasPackages, "\(noPackages)"), arguments: cases)
    func `hostile specs break no export, and none keeps anything to itself`(_ one: Case) throws {
        let files = try export(one.name, output: one.output, options: one.options)
        let words = one.shows.flatMap { place in
            let word = HostileSpecs.marker(place)
            return [word, word.replacing("Mark", with: "Second")]
        }
        try run(
            "hold.py", with: Self.python, one.form, "'\(words.joined(separator: ","))'", files)
    }

    @Test(.enabled(if: hasChromium, "there is no chromium: install chromium"))
    func `pages need no horizontal scroll bar, neither on a telephone nor on a screen`() throws {
        var files: [String] = []
        for one in Self.cases where one.form == "html" {
            let file = folder.path(one.name.replacing("/", with: ".")).path
            try FileManager.default.moveItem(atPath: export(one.name), toPath: file)
            files.append(file)
        }
        #expect(files.count > 1)
        let wide = folder.path("wide").path
        try folder.write("wide", "<!DOCTYPE html><p style='width: 1400px; height: 400px'>Wide")
        try run("measure.py", "chromium", files.joined(separator: " "))
        // A page that does need one is found.
        let script = Self.home.appending(path: "measure.py").path
        let found = try Console.shell("python3 '\(script)' chromium '\(wide)'")
        #expect(found.output.split(separator: "\n").count == 2)
    }

    @Test(.enabled(if: hasOffice, "there is no soffice: install libreoffice-calc"))
    func `LibreOffice reads every cell of CSV`() throws {
        var files: [String] = []
        for one in Self.cases where one.form == "people" {
            let file = folder.path(one.name.replacing("/", with: ".") + ".csv").path
            try FileManager.default.moveItem(atPath: export(one.name), toPath: file)
            files.append(file)
        }
        #expect(files.count > 3)
        try run("office.py", folder.url.path, files.joined(separator: " "))
    }

    @Test(.enabled(if: hasDot, "there is no dot: install graphviz"))
    func `Graphviz draws the graph`() throws {
        let run = try Console.run("/usr/bin/env", ["dot", "-Tsvg", export("graph/dot")])
        #expect(run.errors == "")
        #expect(run.status == 0)
        #expect(run.output.contains("MarkComponent"))
    }

    @Test(.enabled(if: hasPackages, "\(noPackages)"))
    func `the OpenAPI document is one`() throws {
        let file = try export("openapi/json")
        let run = try Console.run(Self.python, ["-m", "openapi_spec_validator", file])
        #expect(run.output.hasSuffix(": OK\n"), "\(run.output)\(run.errors)")
        #expect(run.status == 0)
    }
}

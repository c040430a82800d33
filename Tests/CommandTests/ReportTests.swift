import Foundation
import Perilune
import TestSupport
import Testing

/// The formats of `perilune check`: each as it is expected, and as those want it who read it.
@Suite struct Reports {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Reports")
    /// Findings of every severity, behind emoji and in a CR LF file, over several lines, in a file
    /// whose name needs escapes; and a plugin that fails.
    private static let workspace = home.appending(path: "workspace")

    /// The first Python that has jsonschema, as for the schemas.
    private static let python = ["python3", "/usr/bin/python3"].first { python in
        (try? Console.shell("\(python) -c 'import jsonschema'"))?.status == 0
    }
    private static let hasPython = python != nil
    private static let noPython = "no python3 has jsonschema: install python3-jsonschema"
    private static let hasXMLLint = (try? Console.shell("xmllint --version"))?.status == 0
    private static let noXMLLint = "there is no xmllint: install libxml2-utils"
    private static let sarifTools = Repository.path(".build/sarif-tools/bin/sarif")
    private static let hasSARIFTools = FileManager.default.isExecutableFile(
        atPath: sarifTools.path)
    private static let noSARIFTools =
        "there is no .build/sarif-tools: the test command of README.md installs it from PyPI"

    // MARK: as expected

    @Test(arguments: CheckFormat.allCases)
    func `a report is what is expected`(_ format: CheckFormat) throws {
        let run = try Console.perilune("check", "--format", format.rawValue, in: Self.workspace)
        #expect(run.status == 3)
        let golden = Self.home.appending(path: "expected/check.\(format.rawValue)")
        try Golden.compare(run.out, with: golden)
    }

    @Test(arguments: CheckFormat.allCases)
    func `a file holds what standard output would`(_ format: CheckFormat) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("report").path
        let run = try Console.perilune(
            "check", "--format", "\(format.rawValue):\(file)", in: Self.workspace)
        #expect(run.status == 3)
        #expect(run.out.isEmpty)
        let golden = Self.home.appending(path: "expected/check.\(format.rawValue)")
        try Golden.compare(try Data(contentsOf: folder.path("report")), with: golden)
    }

    // MARK: as its readers want it

    private static let jsonSchemas: [(String, format: CheckFormat, how: String)] = [
        ("sarif-2.1.0", .sarif, "schema"),
        ("gitlab-codequality", .gitlab, "items"),
        ("codeclimate-report", .gitlab, "schema"),
        ("rdjson-DiagnosticResult", .rdjson, "schema"),
    ]

    @Test(
        .enabled(if: hasPython, "\(noPython)"), .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: jsonSchemas.indices, HostileWorkspace.Kind.checked)
    func `a JSON report is valid`(_ index: Int, _ kind: HostileWorkspace.Kind?) throws {
        let (name, format, how) = Self.jsonSchemas[index]
        let schema = try Shared.path("schemas/\(name).schema.json").path
        try withReport(format, kind) { _, file in try hold(how, schema, file) }
    }

    private static let xmlSchemas: [(String, format: CheckFormat)] = [
        ("junit-10", .junit), ("junit-ant-windyroad", .junit),
        ("checkstyle-report-1.0.0", .checkstyle),
    ]

    @Test(
        .enabled(if: hasXMLLint, "\(noXMLLint)"),
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: xmlSchemas.indices, HostileWorkspace.Kind.checked)
    func `an XML report is valid`(_ index: Int, _ kind: HostileWorkspace.Kind?) throws {
        let (name, format) = Self.xmlSchemas[index]
        let schema = try Shared.path("schemas/\(name).xsd").path
        try withReport(format, kind) { folder, file in
            let run = try Console.shell(
                "xmllint --nonet --noout --schema '\(schema)' '\(file)'", in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test(.enabled(if: hasPython, "\(noPython)"), arguments: HostileWorkspace.Kind.checked)
    func `JSON lines are what the schema says`(_ kind: HostileWorkspace.Kind?) throws {
        try withReport(.jsonl, kind) { folder, file in
            let schema = try Console.perilune("schema", "findings")
            let path = folder.appending(path: "findings.schema.json")
            try Data(schema.out).write(to: path)
            try hold("lines", path.path, file)
        }
    }

    @Test(
        .enabled(if: hasPython, "\(noPython)"),
        arguments: [CheckFormat.sarif, .github, .gitlab])
    func `a report says of each finding what the JSON form says`(_ format: CheckFormat) throws {
        try withReport(format, nil) { folder, file in
            let json = folder.appending(path: "findings.json")
            let golden = Self.home.appending(path: "expected/check.json")
            try FileManager.default.copyItem(at: golden, to: json)
            try hold(format.rawValue, file, json.path)
        }
    }

    @Test(
        .enabled(if: hasSARIFTools, "\(noSARIFTools)"), arguments: HostileWorkspace.Kind.checked)
    func `sarif-tools reads the SARIF`(_ kind: HostileWorkspace.Kind?) throws {
        try withReport(.sarif, kind) { folder, file in
            let summary = try Console.run(Self.sarifTools.path, ["summary", file], in: folder)
            #expect(summary.status == 0, "\(summary.errors)")
            if kind == nil {
                // It counts what is suppressed, too.
                for line in ["error: 3", "warning: 4", "note: 1", " - team/risk-owner"] {
                    #expect(summary.output.contains(line), "\(summary.output)")
                }
            }
            let same = try Console.run(Self.sarifTools.path, ["diff", file, file], in: folder)
            #expect(same.status == 0, "\(same.errors)")
            for level in ["error", "warning", "note"] {
                #expect(same.output.contains("\(level) level: +0 -0 no changes"))
            }
        }
    }

    // MARK: names that stay

    private static let team = workspace.appending(path: "tools/team")

    @Test func `a finding keeps its name when rows move, and words, and others go`() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Self.team, to: "tools/team")
        try folder.write(
            "perilune.yml", "specs: [{ include: a.md }]\nplugins: { team: { path: tools/team } }\n")
        func names(_ rows: [String]) throws -> [String: String] {
            let head = "| Risk | Likelihood | Impact | Owner |\n| - | - | - | - |\n"
            try folder.write("a.md", "# A\n\n## Risks\n\n" + head + rows.joined())
            let run = try Console.perilune("check", "--format", "gitlab", in: folder.url)
            let issues = try JSONSerialization.jsonObject(with: Data(run.out)) as? [[String: Any]]
            return Dictionary(
                uniqueKeysWithValues: try #require(issues).map {
                    ("\($0["description"] ?? "")", "\($0["fingerprint"] ?? "")")
                })
        }
        let (leak, fire) = ("| Leak | Low | High | |\n", "| Fire | Low | High | |\n")
        let first = try names([leak, fire])
        try #require(first.count == 2 && Set(first.values).count == 2)
        let (new, mended) = ("| New | Low | Low | |\n", "| Leak | Low | High | Ines |\n")
        #expect(try names([new, fire, new, leak]) == first)
        #expect(try names([fire, mended]) == first.filter { $0.key.contains("Fire") })

        let entry = folder.path("tools/team/init.lua")
        let code = try String(contentsOf: entry, encoding: .utf8)
        try folder.write("tools/team/init.lua", code.replacing("nobody owns", with: "no one has"))
        #expect(try names([leak, fire]).values.sorted() == first.values.sorted())
    }

    // MARK: running

    /// Runs a body in a copy of the workspace, or in a hostile one, with the path of a report there.
    private func withReport(
        _ format: CheckFormat, _ kind: HostileWorkspace.Kind?, _ body: (URL, String) throws -> Void
    ) throws {
        let hostile = try kind.map(HostileWorkspace.init)
        let own = try TemporaryFolder()
        let folder = hostile?.folder.url ?? own.path("workspace")
        if hostile == nil { try own.copy(Self.workspace, to: "workspace") }
        try withExtendedLifetime((hostile, own)) {
            let run = try Console.perilune(
                "check", "--format", "\(format.rawValue):report.out", in: folder)
            try #require(run.errors.contains("wrote report.out"), "\(run.errors)")
            try body(folder, folder.appending(path: "report.out").path)
        }
    }

    private func hold(_ arguments: String...) throws {
        let script = Self.home.appending(path: "hold.py").path
        let folder = URL(filePath: arguments[1]).deletingLastPathComponent()
        let run = try Console.run(
            "/usr/bin/env", [try #require(Self.python), script] + arguments, in: folder)
        #expect(run.errors == "")
        #expect(run.status == 0)
    }
}

extension HostileWorkspace.Kind {
    /// What is checked: nothing hostile, and everything.
    fileprivate static let checked: [Self?] = [nil, .working, .plugins, .documents]
}

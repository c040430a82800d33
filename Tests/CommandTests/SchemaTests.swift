import Foundation
import Perilune
import SpecModel
import TestSupport
import Testing
import Yaml

/// What the commands print as JSON is what `perilune schema` says, and nothing less would do.
@Suite struct Schemas {
    /// The first Python that has jsonschema: Debian's package is for Debian's own.
    private static let python = ["python3", "/usr/bin/python3"].first { python in
        let line = "\(python) -c 'from jsonschema import Draft202012Validator'"
        return (try? Console.shell(line))?.status == 0
    }
    private static let hasPython = python != nil
    private static let absence = "no python3 has jsonschema: install python3-jsonschema"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ReportSchema.all.map(\.name) {
            let run = try Console.perilune("schema", name)
            try #require(run.status == 0, "\(run.errors)")
            try folder.write("\(name).schema.json", run.out)
        }
    }

    /// Runs `Schemas/hold.py` in the folder of the schemas and documents.
    private func hold(_ arguments: String...) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Schemas/hold.py").path
        let run = try Console.run(
            "/usr/bin/env", [try #require(Self.python), script] + arguments, in: folder.url)
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func `every schema beside a report travels inside, as it is`() throws {
        let reports = Repository.path("Sources/Perilune/Report")
        let names = try FileManager.default.contentsOfDirectory(atPath: reports.path)
            .filter { $0.hasSuffix(".schema.json") }
        #expect(Set(names) == Set(ReportSchema.all.map { $0.name + ".schema.json" }))
        for name in names {
            try Golden.compare(
                Data(contentsOf: folder.path(name)), with: reports.appending(path: name))
        }
    }

    @Test(
        .enabled(if: hasPython, "\(absence)"), .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: ReportSchema.all.map(\.name))
    func `a schema is what the metaschema asks for`(_ name: String) throws {
        let metaschema = try Shared.path("schemas/json-schema-2020-12").path
        try hold("meta", metaschema, "\(name).schema.json")
    }

    @Test(
        .enabled(if: hasPython, "\(absence)"),
        arguments: [
            "examples/payments", "Tests/SpecReadingTests/Fixtures",
            "Tests/CommandTests/Transcripts/model", "Tests/CommandTests/Transcripts/vocabulary",
        ])
    func `the model of real specs is valid`(_ specs: String) throws {
        let run = try Console.perilune(
            "model", "--format", "json", ".", in: Repository.path(specs))
        try #require(run.output.contains("\"kind\""), "\(run.errors)")
        try folder.write("model.json", run.out)
        try hold("valid", "model.schema.json", "model.json")
    }

    @Test(.enabled(if: hasPython, "\(absence)"))
    func `a model without a key, or with a wrong value, is not`() throws {
        let run = try Console.perilune(
            "model", "--format", "json",
            in: Repository.path("Tests/CommandTests/Transcripts/model"))
        try folder.write("model.json", run.out)
        // Days and numbers are fields of no built-in kind.
        let words = try Console.perilune(
            "model", "--format", "json",
            in: Repository.path("Tests/CommandTests/Transcripts/vocabulary"))
        try folder.write("words.json", words.out)
        try hold("strict", "model.schema.json", "model.json", "words.json")
    }

    @Test(.enabled(if: hasPython, "\(absence)"))
    func `what a query prints is valid, and nothing less is`() throws {
        let specs = Repository.path("Tests/CommandTests/Transcripts/query")
        let run = try Console.perilune(
            "query", "*[placeholder],*", "--format", "json", in: specs)
        #expect(run.status == 0, "\(run.errors)")
        try folder.write("all.json", run.out)
        let words = try Console.perilune(
            "query", "slo", "--format", "json",
            in: Repository.path("Tests/CommandTests/Transcripts/vocabulary"))
        try folder.write("words.json", words.out)
        try hold("strict", "query.schema.json", "all.json", "words.json")
    }

    @Test func `an item of a query is an item of the model`() throws {
        let (model, query) = (try definitions("model"), try definitions("query"))
        for name in query.keys where name != "item" {
            #expect(try same(model[name], query[name]), "\(name)")
        }
        var item = try #require(query["item"] as? [String: Any])
        var properties = try #require(item["properties"] as? [String: Any])
        properties["path"] = nil
        item["properties"] = properties
        item["required"] = (item["required"] as? [String])?.filter { $0 != "path" }
        #expect(try same(model["item"], item))
    }

    private func definitions(_ schema: String) throws -> [String: Any] {
        let data = try Data(contentsOf: folder.path("\(schema).schema.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(root?["$defs"] as? [String: Any])
    }

    private func same(_ left: Any?, _ right: Any?) throws -> Bool {
        let bytes = try [left, right].map { value in
            try JSONSerialization.data(withJSONObject: #require(value), options: [.sortedKeys])
        }
        return bytes[0] == bytes[1]
    }

    @Test(.enabled(if: hasPython, "\(absence)"))
    func `where the time went is valid, and nothing less is`() throws {
        let run = try Console.perilune(
            "check", "--exit-zero", "--no-cache", "--timings-file", folder.path("times.json").path,
            in: Repository.path("examples/payments"))
        #expect(run.status == 0, "\(run.errors)")
        try hold("strict", "timings.schema.json", "times.json")
    }

    @Test(.enabled(if: hasPython, "\(absence)"))
    func `findings and failures are valid, and nothing less is`() throws {
        try folder.copy(Repository.path("examples/payments"), to: "payments")
        try folder.write(
            "fine.json",
            Console.perilune("check", "--format", "json", in: folder.path("payments")).out)
        try hold("valid", "findings.schema.json", "fine.json")

        let plugins = Repository.path("Tests/CommandTests/Transcripts/failures")
        var lines = "plugins:\n"
        for name in ["syntax", "runtime", "greedy", "shape", "manifest"] {
            try folder.copy(plugins.appending(path: name), to: "payments/tools/\(name)")
            lines += "  \(name): { path: tools/\(name) }\n"
        }
        let file = folder.path("payments/perilune.yml")
        let configuration = try String(contentsOf: file, encoding: .utf8)
        try folder.write(
            "payments/perilune.yml", configuration.replacing("plugins:\n", with: lines))
        let run = try Console.perilune(
            "check", "--format", "json", in: folder.path("payments"))
        #expect(run.status == 3, "\(run.errors)")
        try folder.write("failed.json", run.out)
        try folder.write("fixed.json", FindingsReport.json(Self.fixable))
        try hold("strict", "findings.schema.json", "failed.json", "fixed.json")
    }

    /// No bundled check knows a fix; the form has a place for it.
    private static let fixable: CheckReport = {
        let start = SourcePosition(line: 3, column: 1, offset: 10)
        let edit = Edit(path: "a.md", range: SourceRange(10, 10), replacement: "FR-1")
        var report = CheckReport()
        report.groups = [CheckedGroup(specs: ["a.md"], rules: [])]
        report.findings = [
            Finding(
                rule: "team/rule", severity: .info, message: "no id",
                location: Location(path: "a.md", start: start, end: start),
                item: "requirement:1", fix: [edit])
        ]
        report.suppressed = [
            SuppressedFinding(
                finding: report.findings[0], reason: "it has one",
                comment: report.findings[0].location)
        ]
        return report
    }()

    @Test func `closed sets of words are those of the code and of the vocabulary`() throws {
        let severities = try words("findings", "finding", "severity")
        #expect(severities == Set(Severity.allCases.map(\.rawValue)))
        let file = Repository.path("Sources/SpecVocabulary/vocabulary.yml")
        let vocabulary = try #require(try YamlNode.parse([UInt8](Data(contentsOf: file))))
        for (key, definition, property) in [
            ("statuses", "status", "value"), ("levels", "field", "level"),
        ] {
            let known = try #require(vocabulary[key]).mapping(key).map(\.key)
            #expect(try words("model", definition, property) == Set(known))
        }
    }

    /// The words of an `enum`, without null.
    private func words(
        _ schema: String, _ definition: String, _ property: String
    ) throws -> Set<String> {
        let data = try Data(contentsOf: folder.path("\(schema).schema.json"))
        var node = try JSONSerialization.jsonObject(with: data)
        for key in ["$defs", definition, "properties", property, "enum"] {
            node = try #require((node as? [String: Any])?[key])
        }
        return Set(try #require(node as? [Any]).compactMap { $0 as? String })
    }
}

import Foundation
import TestSupport
import Testing

private let hasJSONSchema =
    (try? Console.shell("/usr/bin/python3 -c 'import jsonschema'"))?.status == 0

/// What Jira's REST API is given, held against a schema that refuses what Jira refuses.
@Suite(
    .enabled(if: Shared.isPresent, "\(Shared.absence)"),
    .enabled(if: hasJSONSchema, "/usr/bin/python3 has no jsonschema: install python3-jsonschema"))
struct JiraBodiesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `hostile specs make bodies that Jira takes`() throws {
        try HostileSpecs.write(into: folder)
        try hold()
    }

    @Test(arguments: ["seeds", "corpus/specs/s0-prd-linked", "corpus/specs/s2-signoff"])
    func `real specs make bodies that Jira takes`(_ specs: String) throws {
        try folder.copy(try Shared.path(specs), to: "docs")
        try hold()
    }

    private func hold() throws {
        let made = try Console.run(
            Console.binary.path,
            [
                "export", "jira-issues/plan", "jira-issues/bulk", "docs", "--out-dir", "out",
                "--option", "project=PAY", "--option", "components=a b,c",
            ], in: folder.url)
        try #require(made.status == 0, "\(made.errors)")
        let schema = try Shared.path("schemas/jira-bulk-create.strict.schema.json").path
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Jira/hold.py").path
        let run = try Console.shell(
            "/usr/bin/python3 -W ignore '\(script)' '\(schema)' out/jira-issues-plan.jsonl out/jira-issues-bulk/*.json",
            in: folder.url)
        #expect(run.output == "")
        #expect(run.errors == "")
    }
}

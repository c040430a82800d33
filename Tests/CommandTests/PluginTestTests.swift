import Foundation
import TestSupport
import Testing

/// `perilune plugin test`: on our own plugins, and as those want its reports who read them. What it
/// prints stands in `Transcripts/plugin-test.md`.
@Suite struct PluginTests {
    private static let hasXMLLint = (try? Console.shell("xmllint --version"))?.status == 0

    /// The plugins of a folder that have tests.
    private static func tested(_ folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: Repository.path(folder).path)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }.filter {
            FileManager.default.fileExists(atPath: Repository.path("\($0)/tests").path)
        }
    }

    private static let ours = tested("plugins") + tested("examples/payments/tools/perilune")

    @Test func `most of our plugins have tests`() {
        #expect(Self.ours.count >= 8)
        #expect(Self.ours.contains("plugins/risk-register"))
        #expect(Self.ours.contains("examples/payments/tools/perilune/payments-rules"))
    }

    @Test(arguments: ours)
    func `a plugin passes its tests, locked and in this process`(_ plugin: String) throws {
        let locked = try Console.perilune("plugin", "test", Repository.path(plugin).path)
        #expect(locked.status == 0, "\(locked.output)\(locked.errors)")
        let here = try Console.perilune(
            "plugin", "test", "--sandbox", "off", "--quiet", Repository.path(plugin).path)
        #expect(here.output == locked.output)
    }

    @Test(
        .enabled(if: hasXMLLint, "there is no xmllint: install libxml2-utils"),
        .enabled(if: Shared.isPresent, "\(Shared.absence)"),
        arguments: ["junit-10", "junit-ant-windyroad"], ["rules", "broken"])
    func `the report for test pages is valid`(_ schema: String, _ plugin: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Transcripts/plugin-test")
        let schema = try Shared.path("schemas/\(schema).xsd").path
        let run = try Console.shell(
            "perilune plugin test \(plugin) --format junit --quiet "
                + "| xmllint --nonet --noout --schema '\(schema)' -", in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// What a fixture expects is found, and nothing else: each bad spec of a rule's page, with what
    /// is found in it as expectations at its end, passes.
    @Test func `a marker is no part of the spec`() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("plugins/requirements"), to: "requirements")
        let page = try String(
            contentsOf: Repository.path("plugins/requirements/rules/acceptance-stated.md"),
            encoding: .utf8)
        let table = try #require(page.components(separatedBy: "~~~~markdown\n").dropFirst().first)
            .components(separatedBy: "\n~~~~")[0]
        let marked = table.components(separatedBy: "\n").map { line in
            line.hasSuffix("| |")
                ? line + " <!-- expect acceptance-stated \"no acceptance criteria\" -->" : line
        }
        #expect(marked.joined(separator: "\n") != table)
        for (name, lines) in [("lf", marked), ("crlf", marked.map { $0 + "\r" })] {
            try folder.write("requirements/tests/\(name).md", lines.joined(separator: "\n"))
        }
        let run = try Console.shell(
            "perilune plugin test requirements --filter lf.md", in: folder.path(""))
        #expect(run.output == "2 passed\n")
    }
}

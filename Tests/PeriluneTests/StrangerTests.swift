import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecWorkers
import TestSupport
import Testing

/// Where a plugin is on that is not bundled, workers read `plugin.yml` and documents, and nobody else
/// does: the workers here lie about what they read, and the lie is what comes out.
@Suite(.serialized) struct StrangerTests {
    private static let document = Document(
        path: "a.md",
        bytes: Array(
            """
            ---
            said in the file: 1
            said in the file: 2
            ---
            # A

            ## Goals

            - win

            ## Risks

            | Risk | Impact | Mitigation |
            | --- | --- | --- |
            | Fire | High | |
            """.utf8))
    private static let truth = "the key \"said in the file\" stands here again, after line 1"
    private static let lie = "the key \"said in a worker\" stands here again, after line 1"

    /// A workspace with a plugin of its own beside a bundled one, or the bundled one alone.
    private func workspace(
        _ plugins: String = "{ risk-register: bundled, team: { path: team } }",
        loadsPlugins: Bool = true, program: String? = nil
    ) throws -> Workspace {
        let folder = try TemporaryFolder()
        try folder.write(
            "team/plugin.yml",
            "name: team\nversion: 1.0.0\ndescription: said in the file\n"
                + "vocabulary: { kinds: { oath: { fields: { text: [Said in the file] } } } }\n")
        try folder.write(
            "team/init.lua",
            """
            return {
              checks = {
                seen = {
                  summary = "a spec is seen", severity = "info", each = "spec",
                  run = function(spec, report) report(spec, "seen") end,
                },
              },
              transforms = {
                louder = {
                  summary = "goals shout", each = "goal",
                  run = function(goal, edit) edit:set(goal, "text", goal.text .. "!") end,
                },
              },
              exports = {
                list = {
                  summary = "paths", extension = "txt",
                  run = function(workspace, artifact)
                    for _, spec in ipairs(workspace.specs) do artifact:write(spec.path) end
                  end,
                },
              },
            }
            """)
        let file = try folder.write("perilune.yml", "plugins: \(plugins)\n")
        let options = WorkerPool.Options(
            program: program ?? Console.built("spec-worker-fixture").path, arguments: [],
            workers: 2, requiresLock: false)
        return try Workspace(
            configurationFile: file.path, loadsPlugins: loadsPlugins, sandbox: .workers(options))
    }

    @Test func `the manifest is what a worker says that it is`() throws {
        let workspace = try workspace()
        #expect(workspace.failures.isEmpty)
        #expect(workspace.plugins.last?.summary == "said in a worker")
    }

    @Test(arguments: ["team/list", "risk-register/csv"])
    func `an export reads in workers, whoever's it is`(_ name: String) throws {
        let workspace = try workspace()
        var documents = StageDocuments([Self.document])
        let made = try Pipeline(workspace).export(
            &documents, as: try workspace.export(named: name))
        #expect(made.reading.map(\.message) == [Self.lie])
        #expect(try made.product?.get().bytes.isEmpty == false)
    }

    @Test func `a transform reads in workers, and what it changed is read there again`() throws {
        let workspace = try workspace()
        let transform = try workspace.transform(named: "louder")
        var documents = StageDocuments([Self.document])
        for text in ["win!", "win!!"] {
            let made = try Pipeline(workspace).transform(&documents, with: transform)
            #expect(made.reading.map(\.message) == [Self.lie])
            let edits = try #require(try made.product?.get().first)
            let source = SourceText(path: "a.md", bytes: documents.documents[0].bytes)
            let bytes = try #require(source.applying(edits))
            #expect(String(decoding: bytes, as: UTF8.self).contains("- \(text)\n"))
            documents.replace(0, with: bytes)
        }
    }

    @Test(arguments: [[], ["risk-register/risk-mitigated"]])
    func `a check reads in workers, whoever's rules are chosen`(_ select: [String]) throws {
        let workspace = try workspace()
        let choice = RuleChoice(select: select)
        let report = try Pipeline(workspace, choice: choice).check([Self.document])
        let reading = report.findings.filter { $0.rule.hasPrefix("reading/") }
        #expect(reading.map(\.message) == [Self.lie])
    }

    @Test func `where all plugins are bundled documents are read here`() throws {
        let workspace = try workspace("{ risk-register: bundled }", program: "/nowhere")
        var documents = StageDocuments([Self.document])
        let made = try Pipeline(workspace).export(
            &documents, as: try workspace.export(named: "risk-register/csv"))
        #expect(made.reading.map(\.message) == [Self.truth])
        _ = try #require(try made.product?.get())
    }

    @Test func `where no worker starts bundled plugins go on, and strangers do not run`() throws {
        let workspace = try workspace(program: "/nowhere")
        #expect(workspace.plugins.map(\.name) == ["risk-register"])
        #expect(workspace.failures.map(\.plugin) == ["team"])
        #expect(workspace.failures.first?.message.hasPrefix("it is not run: ") == true)
        var documents = StageDocuments([Self.document])
        let made = try Pipeline(workspace).export(
            &documents, as: try workspace.export(named: "risk-register/csv"))
        #expect(made.reading.map(\.message) == [Self.truth])
        let report = try Pipeline(workspace).check([Self.document])
        #expect(report.findings.contains { $0.rule.hasPrefix("risk-register/") })
    }

    @Test func `words are read in workers, or not at all`() throws {
        let read = try workspace(loadsPlugins: false)
        #expect(read.failures.isEmpty)
        let unread = try workspace(loadsPlugins: false, program: "/nowhere")
        #expect(unread.failures.first?.message.hasPrefix("it is not read: ") == true)
    }
}

import Foundation
import SpecModel
import SpecPlugins
import TestSupport
import Testing

@testable import SpecWorkers

/// Plugins in workers that die: who it was is found, and the others' results are whole. However
/// the work was divided, they are the same.
@Suite(.serialized) struct PoolTests {
    @Test(arguments: [1, 2, 3])
    func `every document is checked by every plugin`(_ workers: Int) throws {
        let report = try Run(workers).check((0..<20).map { "# Spec \($0)\n" })
        #expect(report.findings.count == 40)
        #expect(report.failures.isEmpty)
    }

    @Test(arguments: [1, 2, 3])
    func `a death is its plugin's failure at its document`(_ workers: Int) throws {
        var texts = (0..<12).map { "# Spec \($0)\n" }
        texts[3] += "DIES\n"
        texts[7] += "DIES\n"
        let report = try Run(workers).check(texts)
        #expect(report.findings.filter { $0.rule == "kind/seen" }.count == 12)
        #expect(report.findings.filter { $0.rule == "cruel/deadly" }.count == 10)
        #expect(report.failures.map(\.plugin) == ["cruel", "cruel"])
        #expect(report.failures.map(\.spec) == ["3.md", "7.md"])
        #expect(report.failures.allSatisfy { $0.message == "its worker died: Aborted" })
    }

    @Test func `a worker that does not answer is killed`() throws {
        var limits = PluginLimits()
        limits[.deadline] = 100
        let report = try Run(2, limits: limits).check(["# A\n", "HANGS\n", "# B\n"])
        #expect(report.findings.filter { $0.rule == "kind/seen" }.count == 3)
        #expect(report.failures.map(\.spec) == ["1.md"])
        #expect(report.failures.first?.message == "its worker was killed: no answer within 2.1 s")
    }

    @Test func `a document that cannot even be read is a finding, and nobody's fault`() throws {
        let report = try Run(2).check(["# A\n", "DIES AS IT IS READ\n", "# B\n"])
        #expect(report.failures.isEmpty)
        #expect(report.reading.map(\.rule) == ["reading/too-complex"])
        #expect(report.reading.map(\.location.path) == ["1.md"])
        #expect(report.findings.count == 4)
    }

    @Test(arguments: [1, 3])
    func `all specs together are checked by those who live`(_ workers: Int) throws {
        let run = Run(workers)
        let documents = run.documents((0..<20).map { "# Spec \($0)\n" })
        let kept = try run.pool.check(documents, run.rules, keeps: true) { _, _ in run.rules }
        #expect(kept == (workers == 1))
        let results = try run.pool.checkWorkspace(documents, run.togetherRules, areKept: kept)
        #expect(results[0].findings.map(\.message) == ["20 specs"])
        #expect(results[1].failures.map(\.message) == ["its worker died: Aborted"])
    }

    @Test func `an export and a transform say in a worker what they say anywhere`() throws {
        let run = Run(2)
        let documents = run.documents(["# A\n", "# B\n"])
        let artifact = try run.pool.export(documents, "kind", "list", options: [:], log: { _ in })
            .get()
        #expect(String(decoding: artifact.bytes, as: UTF8.self) == "0.md\n1.md\n")
        let wrong = try run.pool.export(documents, "kind", "lost", options: [:], log: { _ in })
        #expect(throws: PluginFailure.self) { try wrong.get() }
    }

    @Test func `a manifest says what a worker says that it does`() throws {
        let run = Run(1)
        let manifests = try run.pool.manifests(of: ["kind", "cruel"])
        let described = try run.pool.describe(["kind", "cruel"])
        for (manifest, plugin) in zip(manifests, described) {
            let plugin = try plugin.get().plugin(manifest.get(), .builtIn)
            #expect(plugin.summary == "said in a worker")
        }
    }

    @Test func `a manifest that a worker dies of is its plugin's failure`() throws {
        let results = try Run(1, note: "# DIES OF PLUGIN 0").pool.manifests(of: ["kind", "cruel"])
        let failure = #expect(throws: PluginFailure.self) { try results[0].get() }
        #expect(failure?.plugin == "kind")
        #expect(failure?.message == "its worker died: Aborted")
        _ = try results[1].get()
    }

    @Test func `a manifest that is wrong is so at its place`() throws {
        let results = try Run(1, note: "options: [").pool.manifests(of: ["kind"])
        let wrong = #expect(throws: PluginFailure.self) { try results[0].get() }
        #expect(wrong?.kind == .manifest)
        #expect(wrong?.file == "plugin.yml")
        #expect(wrong?.line == 5)
    }

    @Test func `without the program there are no workers`() {
        let run = Run(1, program: "/nowhere/perilune")
        #expect(throws: WorkerPool.Unavailable.self) {
            try run.pool.check(run.documents(["# A\n"]), run.rules, keeps: false) { _, _ in [] }
        }
    }
}

/// Two plugins over some texts: `kind`, and `cruel`, whose rule the fixture's hole knows.
private struct Run {
    let pool: WorkerPool
    let rules = ["kind": ["seen"], "cruel": ["deadly"]].sorted { $0.key > $1.key }.map {
        RulesOfPlugin(
            plugin: $0.key,
            requests: $0.value.map { CheckRequest(name: $0, severity: .error, options: [:]) })
    }
    let togetherRules = ["kind": "together", "cruel": "deadly-together"]
        .sorted { $0.key > $1.key }.map {
            RulesOfPlugin(
                plugin: $0.key,
                requests: [CheckRequest(name: $0.value, severity: .error, options: [:])])
        }

    struct Report {
        var reading: [Finding] = []
        var findings: [Finding] = []
        var failures: [PluginFailure] = []
    }

    /// - Parameter note: the last line of each `plugin.yml`.
    init(
        _ workers: Int, limits: PluginLimits = PluginLimits(), program: String? = nil,
        note: String = ""
    ) {
        let options = WorkerPool.Options(
            program: program ?? Console.built("spec-worker-fixture").path, arguments: [],
            workers: workers, requiresLock: false)
        pool = WorkerPool(
            [
                Self.plugin("kind", "seen", "together", note),
                Self.plugin("cruel", "deadly", "deadly-together", note),
            ]
            .map { WorkerPlugin(files: $0, limits: limits) }, options)
    }

    func documents(_ texts: [String]) -> [Document] {
        // Large enough for all workers to be worth their start.
        let padding = String(repeating: "word\n\n", count: 1 << 13)
        return texts.enumerated().map { index, text in
            Document(path: "\(index).md", bytes: Array((text + padding).utf8))
        }
    }

    func check(_ texts: [String]) throws -> Report {
        var report = Report()
        var next = 0
        _ = try pool.check(documents(texts), rules, keeps: false) { index, checked in
            #expect(index == next)
            next += 1
            report.reading += checked.reading
            report.findings += checked.results.flatMap(\.findings)
            report.failures += checked.results.flatMap(\.failures)
            return rules
        }
        #expect(next == texts.count)
        return report
    }

    private static func plugin(
        _ name: String, _ rule: String, _ together: String, _ note: String
    ) -> PluginFiles {
        let code = """
            return {
              checks = {
                ["\(rule)"] = {
                  summary = "a spec is there", severity = "error", each = "spec",
                  run = function(spec, report) report(spec, "seen") end,
                },
                ["\(together)"] = {
                  summary = "specs are there", severity = "error", each = "workspace",
                  run = function(workspace, report)
                    report(workspace.specs[1], #workspace.specs .. " specs")
                  end,
                },
              },
              exports = {
                list = {
                  summary = "paths", extension = "txt",
                  run = function(workspace, artifact)
                    for _, spec in ipairs(workspace.specs) do
                      artifact:write(spec.path .. "\\n")
                    end
                  end,
                },
              },
            }
            """
        let manifest = "name: \(name)\nversion: 1.0.0\ndescription: said in the file\n\(note)\n"
        return PluginFiles(
            name: name, root: name,
            files: [
                PluginFiles.File(path: "init.lua", bytes: Array(code.utf8)),
                PluginFiles.File(path: "plugin.yml", bytes: Array(manifest.utf8)),
            ])
    }
}

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
        let report = try PoolRun(workers).check((0..<20).map { "# Spec \($0)\n" })
        #expect(report.findings.count == 40)
        #expect(report.failures.isEmpty)
    }

    @Test(arguments: [1, 2, 3])
    func `a death is its plugin's failure at its document`(_ workers: Int) throws {
        var texts = (0..<12).map { "# Spec \($0)\n" }
        texts[3] += "DIES\n"
        texts[7] += "DIES\n"
        let report = try PoolRun(workers).check(texts)
        #expect(report.findings.filter { $0.rule == "kind/seen" }.count == 12)
        #expect(report.findings.filter { $0.rule == "cruel/deadly" }.count == 10)
        #expect(report.failures.map(\.plugin) == ["cruel", "cruel"])
        #expect(report.failures.map(\.spec) == ["3.md", "7.md"])
        #expect(report.failures.allSatisfy { $0.message == "its worker died: Aborted" })
    }

    @Test(arguments: [1, 2, 3])
    func `of small documents each worker has many at once`(_ workers: Int) throws {
        var texts = (0..<600).map { "# Spec \($0)\n" }
        for deadly in [0, 300, 301, 599] { texts[deadly] += "DIES\n" }
        let report = try PoolRun(workers).check(texts, words: 300)
        #expect(report.findings.filter { $0.rule == "kind/seen" }.count == 600)
        #expect(report.findings.filter { $0.rule == "cruel/deadly" }.count == 596)
        #expect(report.failures.map(\.spec) == ["0.md", "300.md", "301.md", "599.md"])
    }

    @Test func `a worker that does not answer is killed`() throws {
        var limits = PluginLimits()
        limits[.deadline] = 100
        let report = try PoolRun(2, limits: limits).check(["# A\n", "HANGS\n", "# B\n"])
        #expect(report.findings.filter { $0.rule == "kind/seen" }.count == 3)
        #expect(report.failures.map(\.spec) == ["1.md"])
        #expect(report.failures.first?.message == "its worker was killed: no answer within 2.11 s")
    }

    @Test func `a document that cannot even be read is a finding, and nobody's fault`() throws {
        let report = try PoolRun(2).check(["# A\n", "DIES AS IT IS READ\n", "# B\n"])
        #expect(report.failures.isEmpty)
        #expect(report.reading.map(\.rule) == ["reading/too-complex"])
        #expect(report.reading.map(\.location.path) == ["1.md"])
        #expect(report.findings.count == 4)
    }

    @Test(arguments: [1, 3])
    func `all specs together are checked by those who live`(_ workers: Int) throws {
        let run = PoolRun(workers)
        let documents = run.documents((0..<20).map { "# Spec \($0)\n" })
        var known: [KnownDocument] = []
        try run.pool.check(documents, run.rules, CheckWishes(facts: .all)) { _, checked in
            known += [checked.known].compactMap { $0 }
            return run.rules
        }
        let results = try run.pool.checkWorkspace(known, run.togetherRules, CheckWishes()).results
        #expect(results[0].findings.map(\.message) == ["20 specs"])
        #expect(results[1].failures.map(\.message) == ["its worker died: Aborted"])
    }

    @Test func `a manifest says what a worker says that it does`() throws {
        let run = PoolRun(1)
        let manifests = try run.pool.manifests(of: ["kind", "cruel"])
        let described = try run.pool.describe(["kind", "cruel"])
        for (manifest, plugin) in zip(manifests, described) {
            let plugin = try plugin.get().plugin(manifest.get(), .builtIn)
            #expect(plugin.summary == "said in a worker")
        }
    }

    @Test func `a manifest that a worker dies of is its plugin's failure`() throws {
        let run = PoolRun(1, note: "# DIES OF PLUGIN 0")
        let results = try run.pool.manifests(of: ["kind", "cruel"])
        let failure = #expect(throws: PluginFailure.self) { try results[0].get() }
        #expect(failure?.plugin == "kind")
        #expect(failure?.message == "its worker died: Aborted")
        _ = try results[1].get()
    }

    @Test func `a manifest that is wrong is so at its place`() throws {
        let results = try PoolRun(1, note: "options: [").pool.manifests(of: ["kind"])
        let wrong = #expect(throws: PluginFailure.self) { try results[0].get() }
        #expect(wrong?.kind == .manifest)
        #expect(wrong?.file == "plugin.yml")
        #expect(wrong?.line == 5)
    }

    @Test func `without the program there are no workers`() {
        let run = PoolRun(1, program: "/nowhere/perilune")
        #expect(throws: WorkerPool.Unavailable.self) {
            try run.pool.check(run.documents(["# A\n"]), run.rules, CheckWishes()) { _, _ in [] }
        }
    }
}

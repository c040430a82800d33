import SpecModel
import SpecPlugins
import Testing

@testable import SpecWorkers

/// Transforms and exports in workers: what is made, what reading found, and what of it is said when
/// something is wrong.
extension PoolTests {
    private static func goal(_ text: String) -> String { "# A\n\n## Goals\n\n- \(text)\n\n" }

    @Test func `an export has all documents, whatever the workers did before`() throws {
        let run = PoolRun(3)
        let texts = (0..<20).map { "# Spec \($0)\n" }
        _ = try run.check(texts)
        let made = try run.pool.export(run.documents(texts), "kind", .list, options: [:])
        let artifact = try #require(try made.product?.get())
        #expect(
            String(decoding: artifact.bytes, as: UTF8.self).split(separator: "\n").sorted()
                == (0..<20).map { "\($0).md" }.sorted())
        #expect(made.log == ["20 specs"])
    }

    @Test(arguments: [1, 3])
    func `a transform gives the edits of each document`(_ workers: Int) throws {
        let run = PoolRun(workers)
        let documents = run.documents((0..<12).map { Self.goal("win \($0)") })
        let made = try run.pool.transform(documents, "kind", "louder", options: [:])
        let edits = try #require(try made.product?.get())
        #expect(edits.map(\.count) == Array(repeating: 1, count: 12))
        #expect(edits.map { $0.first?.path } == documents.map(\.path))
        #expect(made.log == documents.map(\.path))
    }

    @Test(arguments: [1, 3])
    func `nothing is made of half of the documents`(_ workers: Int) throws {
        let run = PoolRun(workers)
        let documents = run.documents(
            [Self.goal("fails")] + (0..<6).map { Self.goal("win \($0)") } + ["\0", "# B\n", "\0"])
        let exported = try run.pool.export(documents, "kind", .list, options: [:])
        #expect(exported.product == nil && exported.log == [])
        let transformed = try run.pool.transform(documents, "kind", "louder", options: [:])
        #expect(transformed.product == nil && transformed.log == [])
        for reading in [exported.reading, transformed.reading] {
            #expect(reading.map(\.rule) == ["reading/not-text", "reading/not-text"])
            #expect(reading.map(\.location.path) == ["7.md", "9.md"])
        }
    }

    @Test(arguments: [1, 3])
    func `the first document that a transform fails at is named`(_ workers: Int) throws {
        let run = PoolRun(workers)
        var texts = (0..<16).map { Self.goal("win \($0)") }
        for place in [5, 6, 11, 15] { texts[place] = Self.goal("fails") }
        let made = try run.pool.transform(run.documents(texts), "kind", "louder", options: [:])
        let failure = #expect(throws: PluginFailure.self) { try made.product?.get() }
        #expect(failure?.spec == "5.md")
        #expect(failure?.rule == "kind/louder")
        #expect(made.log == (0...5).map { "\($0).md" })
        #expect(made.reading.isEmpty)
    }

    @Test(arguments: [1, 3])
    func `a transform of all documents changes those that it is to`(_ workers: Int) throws {
        let run = PoolRun(workers)
        let documents = run.documents((0..<6).map { Self.goal("win \($0)") })
        var ids = ReservedIds()
        let isKept = ids.add(Array("G-3..G-4".utf8))
        #expect(isKept)
        run.pool.tell(ids)
        let selected = documents.indices.map { $0.isMultiple(of: 2) }
        let made = try run.pool.transformWorkspace(
            documents, selected: selected, "kind", "louder-together", options: [:])
        let edits = try #require(try made.product?.get())
        #expect(
            edits.map { $0.map(\.replacement) } == [["G-1"], [], ["G-5"], [], ["G-7"], []])
        #expect(edits.map { $0.first?.path } == ["0.md", nil, "2.md", nil, "4.md", nil])
        #expect(made.leftOut == ["1.md", "3.md", "5.md"])
        #expect(made.log == ["6 specs"])
    }

    @Test func `a transform of all documents fails as a whole`() throws {
        let run = PoolRun(2)
        let documents = run.documents([Self.goal("win"), Self.goal("fails"), "\0"])
        let all = Array(repeating: true, count: 3)
        func made(_ documents: [Document]) throws -> Made<[[Edit]]> {
            try run.pool.transformWorkspace(
                documents, selected: Array(all.prefix(documents.count)), "kind",
                "louder-together", options: [:])
        }
        let unread = try made(documents)
        #expect(unread.product == nil && unread.reading.map(\.rule) == ["reading/not-text"])
        let failed = try made(Array(documents.prefix(2)))
        let failure = #expect(throws: PluginFailure.self) { try failed.product?.get() }
        #expect(failure?.rule == "kind/louder-together" && failure?.file == "init.lua")
    }

    @Test func `what the plugin does not have is its failure`() throws {
        let run = PoolRun(2)
        let made = try run.pool.export(run.documents(["# A\n"]), "kind", .lost, options: [:])
        let failure = #expect(throws: PluginFailure.self) { try made.product?.get() }
        #expect(failure?.message.hasPrefix("the plugin has no export \"lost\"") == true)
    }

    @Test(arguments: [1, 2])
    func `a document that cannot even be read leaves nothing to make`(_ workers: Int) throws {
        let run = PoolRun(workers)
        let documents = run.documents(["# A\n", "DIES AS IT IS READ\n", Self.goal("win")])
        let exported = try run.pool.export(documents, "kind", .list, options: [:])
        let transformed = try run.pool.transform(documents, "kind", "louder", options: [:])
        #expect(exported.product == nil && transformed.product == nil)
        for reading in [exported.reading, transformed.reading] {
            #expect(reading.map(\.rule) == ["reading/too-complex"])
            #expect(reading.map(\.location.path) == ["1.md"])
        }
    }

    @Test func `reading finds what a worker says that it does`() throws {
        let run = PoolRun(1)
        let text = "---\nsaid in the file: 1\nsaid in the file: 2\n---\n" + Self.goal("win")
        let documents = run.documents([text])
        let said = ["the key \"said in a worker\" stands here again, after line 1"]
        let exported = try run.pool.export(documents, "kind", .list, options: [:])
        #expect(exported.reading.map(\.message) == said)
        _ = try #require(try exported.product?.get())
        let transformed = try run.pool.transform(documents, "kind", "louder", options: [:])
        #expect(transformed.reading.map(\.message) == said)
        _ = try #require(try transformed.product?.get())
        #expect(try run.check([text]).reading.map(\.message) == said)
    }
}

extension StageDeclaration {
    /// Exports of the plugin `kind`, and one that it does not have.
    fileprivate static let list = StageDeclaration(
        name: "list", summary: "", outputs: [OutputDeclaration(name: "list.txt")], options: [])
    fileprivate static let lost = StageDeclaration(
        name: "lost", summary: "", outputs: [OutputDeclaration(name: "lost.txt")], options: [])
}

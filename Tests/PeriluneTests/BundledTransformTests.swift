import Foundation
import Perilune
import SpecModel
import SpecPlugins
import SpecWorkers
import TestSupport
import Testing

/// What holds of every bundled transform, whatever the document.
@Suite struct BundledTransformTests {
    /// Without those that need a template, which `UpgradeTests` looks at.
    private static let names = PluginFiles.bundledNames.filter { $0 != "templates" }.flatMap {
        plugin in
        let transforms = try? PluginFiles.bundled(plugin).map { try Plugin($0).transforms }
        return (transforms ?? []).map { "\(plugin)/\($0.name)" }
    }.sorted()

    private func workspace() throws -> Workspace {
        let folder = try TemporaryFolder()
        try folder.write("perilune.yml", "preset: strict\n")
        return try Workspace(
            configurationFile: folder.path("perilune.yml").path, today: "2026-11-22")
    }

    /// What a chain of one transform makes of a document, and whether it asked for anything.
    private func run(
        _ name: String, _ bytes: [UInt8], in workspace: Workspace
    ) throws -> (bytes: [UInt8], isChanged: Bool) {
        var documents = StageDocuments([Document(path: "spec.md", bytes: bytes)])
        let run = try Pipeline(workspace).transform(
            &documents, with: [try workspace.transform(named: name)])
        let changes = try #require(try run.made.product?.get())
        return (documents.documents[0].bytes, !changes.isEmpty)
    }

    /// - Returns: how many documents it changed.
    private func comesToRest(_ name: String, _ documents: [[UInt8]]) throws -> Int {
        let workspace = try workspace()
        var changed = 0
        for bytes in documents {
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let first = try run(name, bytes, in: workspace)
                if !first.isChanged { continue }
                changed += 1
                let second = try run(name, first.bytes, in: workspace)
                #expect(!second.isChanged && second.bytes == first.bytes, "\(text)")
            } catch {
                Issue.record("\(error) of \(text)")
            }
        }
        return changed
    }

    @Test func `there are some`() {
        #expect(Self.names.count >= 10)
    }

    /// The plugins' own tests, and examples of rules, whole and with lines that are lost, doubled and cut.
    @Test(arguments: names)
    func `run on its own result it asks for nothing`(_ name: String) throws {
        let examples = try RuleOfPage.all.flatMap { try $0.page().examples }
        var documents = examples.flatMap { example in
            example.documents.map { Array($0.text.utf8) }
        }
        documents += try Fixture.files("../../plugins", extension: "md")
            .filter { $0.name.contains("/tests/") && !$0.name.contains(".expected/") }
            .map { try Array($0.text().utf8) }
        var damage = RuleExampleDamage(examples, seed: 6)
        for _ in 0..<300 {
            let bytes = damage.next()
            // What is no text is not transformed.
            if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
                documents.append(bytes)
            }
        }
        let changed = try comesToRest(name, documents)
        #expect(changed > 0 || Self.rare.contains(name), "\(name) changes nothing")
    }

    /// All that these documents are about is what its gate finds.
    private static let rare: Set = ["review/bump-status"]

    @Test(.enabled(if: Shared.isPresent, "\(Shared.absence)"), arguments: names)
    func `real and generated documents come to rest`(_ name: String) throws {
        let corpus = try Generated.markdown(in: Shared.path("corpus/specs")).map(\.bytes)
        let generated = try Generated.documents(20, seed: 6)
        let changed = try comesToRest(name, corpus + generated)
        #expect(corpus.count > 20 && changed <= corpus.count + generated.count)
    }
}

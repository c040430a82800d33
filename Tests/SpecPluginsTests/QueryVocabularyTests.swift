import Foundation
import SpecModel
import SpecPlugins
import SpecQuery
import TestSupport
import Testing

/// What a selector may name is what reading gives.
@Suite struct QueryVocabularyTests {
    /// The keys of one mapping of the vocabulary, in its order.
    private func keys(_ mapping: String) throws -> [String] {
        let file = Repository.path("Sources/SpecVocabulary/vocabulary.yml")
        return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            .drop { $0 != mapping + ":" }.dropFirst().prefix { $0.hasPrefix("  ") }
            .map { String($0.prefix { $0 != ":" }.dropFirst(2)) }
    }

    @Test func rolesAreThoseOfTheVocabulary() throws {
        let roles = try keys("metadata")
        #expect(roles.count > 10)
        #expect(Subjects.builtIn.queryNames.roles == roles)
    }

    @Test func levelsAreOrderedAsTheVocabularyLists() throws {
        let levels = try keys("levels")
        #expect(levels.count == 6)
        var spec = Spec(source: SourceText(path: "a.md", bytes: []))
        let nowhere = SourceRange(0, 0)
        spec.items = levels.map { level in
            let field = Field(name: "impact", value: .text("?"), level: level, range: nowhere)
            return Item(
                kind: "risk", key: level, section: nil, range: nowhere, fields: [field], extra: [],
                isPlaceholder: false)
        }
        for (rank, level) in levels.enumerated() {
            let below = try Query("risk[impact<\(level)]", names: Subjects.builtIn.queryNames)
            #expect(below.items(in: spec) == Array(0..<rank))
            let equal = try Query("risk[impact=\(level)]", names: Subjects.builtIn.queryNames)
            #expect(equal.items(in: spec) == [rank])
        }
    }
}

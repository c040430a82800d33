import Foundation
import SpecVocabulary
import TestSupport
import Testing
import Yaml

/// Words that plugins and a workspace add.
struct AdditionTests {
    private let base: VocabularyIndex

    init() throws {
        let file = Repository.path("Sources/SpecVocabulary/vocabulary.yml")
        let root = try #require(try YamlNode.parse([UInt8](Data(contentsOf: file))))
        base = try VocabularyReader(bundled: root).index
    }

    /// The base with blocks of YAML added in order; errors as `line:column: message`.
    private func add(
        _ blocks: (VocabularySource, String)...
    ) throws -> (vocabulary: Vocabulary, errors: [String]) {
        var reader = VocabularyReader(base, reserved: ["section"])
        var errors: [String] = []
        for (source, yaml) in blocks {
            let root = try #require(try YamlNode.parse(Array(yaml.utf8)))
            errors += reader.add(root, from: source).map {
                "\($0.mark.line):\($0.mark.column): \($0.message)"
            }
        }
        return (Vocabulary(reader.index, allLanguages: true), errors)
    }

    @Test func `a vocabulary that was taken apart and put together again is the same`() throws {
        let (same, errors) = try add()
        #expect(errors == [])
        let again = VocabularyReader(same.index, reserved: []).index
        let one = IndexWriter(VocabularyReader(same.index, reserved: []).tables)
        let two = IndexWriter(VocabularyReader(again, reserved: []).tables)
        #expect(one.text == two.text)
        #expect(one.units == two.units)
        let original = Vocabulary(base, allLanguages: true)
        for word in ["Risiken", "service level objectives", "hoch", "n/a", "phase", "owner", "#"] {
            let (left, right) = (original.word(word), same.word(word))
            #expect((left == nil) == (right == nil))
            guard let left, let right else { continue }
            #expect(original.level(left) == same.level(right))
            #expect(original.isNothing(word) == same.isNothing(word))
            #expect(original.isStep(left) == same.isStep(right))
            #expect(
                original.role(of: word, below: [])?.name == same.role(of: word, below: [])?.name)
            for (mine, theirs) in zip(original.kinds, same.kinds) {
                #expect(
                    original.columns(left, of: mine).map(\.rank)
                        == same.columns(right, of: theirs).map(\.rank))
            }
        }
    }

    @Test func `an added word wins over the built-in one`() throws {
        let (vocabulary, errors) = try add(
            (
                .workspace,
                """
                levels: { low: [high, sev 4] }
                sections:
                  promises: { names: [risks], list: promise }
                kinds:
                  risk: { fields: { owner: [plan] } }
                  promise: { fields: { text: [promise] } }
                """
            ))
        #expect(errors == [])
        #expect(vocabulary.level(of: "High") == "low")
        #expect(vocabulary.level(of: "sev 4") == "low")
        let role = try #require(vocabulary.role(of: "Risks", below: []))
        #expect(role.name == "promises")
        #expect(role.list.map { vocabulary[$0].name } == "promise")
        let plan = try #require(vocabulary.word("plan"))
        #expect(
            vocabulary.columns(plan, of: vocabulary[.risk]).map { vocabulary.name(of: $0.field) }
                == ["owner"])
    }

    @Test func `a block with a mistake adds nothing`() throws {
        let (vocabulary, errors) = try add(
            (.plugin("a"), "levels: { low: [sev 4] }\nstatuses: { on-hold: [waiting] }"))
        #expect(errors.count == 1)
        #expect(vocabulary.level(of: "sev 4") == nil)
    }

    @Test func `two plugins that mean different things are told apart; a workspace decides`() throws
    {
        let low = "levels: { low: [sev 4] }"
        let high = "levels: { high: [sev 4] }"
        #expect(
            try add((.plugin("a"), low), (.plugin("b"), high)).errors == [
                "1:18: the word \"sev 4\" is the level \"high\" here and the level \"low\" in the "
                    + "plugin \"a\"; they cannot both be on"
            ])
        #expect(try add((.plugin("a"), low), (.plugin("b"), low)).errors == [])
        let (vocabulary, errors) = try add((.plugin("a"), low), (.workspace, high))
        #expect(errors == [])
        #expect(vocabulary.level(of: "sev 4") == "high")
    }

    @Test func `words of other languages are known only with all languages`() throws {
        let (all, errors) = try add(
            (
                .workspace,
                """
                languages:
                  nl:
                    sections: { risks: [risico's] }
                    levels: { high: [hoog] }
                    columns: { risk: { owner: [eigenaar] } }
                    common: { status: [toestand] }
                """
            ))
        #expect(errors == [])
        let english = Vocabulary(all.index, allLanguages: false)
        #expect(all.role(of: "Risico’s", below: [])?.name == "risks")
        #expect(english.role(of: "Risico’s", below: []) == nil)
        #expect(all.level(of: "hoog") == "high")
        #expect(english.level(of: "hoog") == nil)
        let state = try #require(all.word("toestand"))
        #expect(all.columns(state, of: all[.dependency]).count == 1)
        #expect(english.columns(state, of: all[.dependency]).isEmpty)
    }

    @Test func `thirty plugins may add words, and no more`() throws {
        var reader = VocabularyReader(base, reserved: [])
        for number in 1...30 {
            let yaml = "kinds: { risk: { fields: { owner: [keeper \(number)] } } }"
            let root = try #require(try YamlNode.parse(Array(yaml.utf8)))
            #expect(reader.add(root, from: .plugin("p\(number)")) == [])
        }
        let root = try #require(try YamlNode.parse(Array("nothing: [nix]".utf8)))
        #expect(reader.add(root, from: .workspace) == [])
        let vocabulary = Vocabulary(reader.index, allLanguages: false)
        let ranks = try (1...30).map { number in
            let word = try #require(vocabulary.word("keeper \(number)"))
            return try #require(vocabulary.columns(word, of: vocabulary[.risk]).first).rank
        }
        #expect(ranks == ranks.sorted(by: >))
        #expect(reader.add(root, from: .plugin("one more")).count == 1)
    }
}

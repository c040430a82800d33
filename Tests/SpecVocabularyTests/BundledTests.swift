import Foundation
import SpecVocabulary
import TestSupport
import Testing
import Yaml

/// The file in the sources, compiled as the build compiles it.
struct BundledTests {
    private let root: YamlNode
    private let english: Vocabulary
    private let everyLanguage: Vocabulary

    init() throws {
        let file = Repository.path("Sources/SpecVocabulary/vocabulary.yml")
        root = try #require(try YamlNode.parse([UInt8](Data(contentsOf: file))))
        let index = try VocabularyReader(bundled: root).index
        english = Vocabulary(index, allLanguages: false)
        everyLanguage = Vocabulary(index, allLanguages: true)
    }

    private func words(_ key: String) throws -> [(meaning: String, word: String)] {
        try #require(root[key]).mapping(key).flatMap { pair in
            try pair.value.list(pair.key).map { (pair.key, try $0.string(pair.key)) }
        }
    }

    @Test func `kinds stand in the file's order, and constants name theirs`() throws {
        let kinds = try #require(root["kinds"]).mapping("kinds")
        #expect(english.kinds.map(\.name) == kinds.map(\.key))
        #expect(english[.component].name == "component")
        #expect(english[.risk].name == "risk")
        #expect(english[.reference].name == "reference")
        #expect(english[.risk].identity.map(\.name) == ["text"])
        #expect(english.kinds.first { $0.name == "variable" }?.rest?.name == "values")
        for pair in kinds {
            let kind = try #require(english.kinds.first { $0.name == pair.key })
            #expect(
                kind.fields.map(\.name) == (try pair.value["fields"]?.mapping("fields").map(\.key)))
        }
    }

    @Test func `headings that are not the same are headings, each in one row`() throws {
        var seen: Set<String> = []
        for (number, row) in try #require(root["distinct"]).list("distinct").enumerated() {
            for node in try row.list("a row") {
                let heading = try node.string("a heading")
                let word = try #require(english.word(heading))
                #expect(english.distinctRow(ofHeading: word) == number + 1, "\(heading)")
                let names = try #require(root["sections"]).mapping("sections").flatMap {
                    try $0.value["names"]?.list("names").map { try $0.string("a name") } ?? []
                }
                #expect(names.contains(heading), "\(heading) is no heading")
                #expect(seen.insert(heading).inserted, "\(heading) stands in two rows")
            }
        }
        let other = try #require(english.word("Risk Register"))
        #expect(!seen.isEmpty && english.distinctRow(ofHeading: other) == 0)
    }

    @Test func `every word of the file means what the file says`() throws {
        for (level, word) in try words("levels") {
            #expect(english.word(word.uppercased()).flatMap(english.level) == level, "\(word)")
        }
        for (status, word) in try words("statuses") {
            #expect(english.word("  \(word)! ").flatMap(english.status) == status, "\(word)")
        }
        for node in try #require(root["nothing"]).list("nothing") {
            let word = try node.string("nothing")
            #expect(english.isNothing(" \(word.uppercased())!"), "\(word)")
        }
        for language in try #require(root["languages"]).mapping("languages") {
            for node in try language.value["nothing"]?.list("nothing") ?? [] {
                let word = try node.string("nothing")
                #expect(everyLanguage.isNothing(word), "\(word)")
            }
        }
        for (role, word) in try words("metadata") {
            #expect(english.word(word).flatMap(english.metadataRole) == role, "\(word)")
        }
        for section in try #require(root["sections"]).mapping("sections") {
            let within = try section.value["within"]?.list("within").first?.string("within")
            let above = try within.map { name in
                try #require(root["sections"]?[name]?["names"]?.list("names").first).string("name")
            }
            let ancestors = above.flatMap { english.role(of: $0, below: [])?.id }.map { [$0] } ?? []
            for name in try #require(section.value["names"]).list("names") {
                let heading = try name.string("names")
                // A heading may have another role elsewhere.
                guard let role = english.role(of: heading, below: ancestors) else {
                    Issue.record("\(heading) has no role")
                    continue
                }
                #expect(role.name == section.key || !role.within.isEmpty || within != nil)
            }
        }
        for kind in english.kinds {
            let fields = try #require(root["kinds"]?[kind.name]?["fields"]).mapping("fields")
            for field in fields {
                for (rank, node) in try field.value.list(field.key).enumerated() {
                    let word = try #require(english.word(try node.string(field.key)))
                    let named = english.columns(word, of: kind).map {
                        "\(english.name(of: $0.field)) \($0.rank)"
                    }
                    #expect(named.contains("\(field.key) \(rank)"), "\(kind.name)")
                }
            }
        }
    }

    @Test func `other languages add meanings and change none`() throws {
        #expect(english.role(of: "Risiken", below: []) == nil)
        #expect(everyLanguage.role(of: "Risiken", below: [])?.name == "risks")
        #expect(everyLanguage.role(of: "风险", below: [])?.name == "risks")
        for (level, word) in try words("levels") {
            #expect(everyLanguage.word(word).flatMap(everyLanguage.level) == level, "\(word)")
        }
        let high = try #require(everyLanguage.word("hoch"))
        #expect(everyLanguage.level(high) == "high")
        #expect(english.level(high) == nil)
        let risk = english[.risk]
        let owner = try #require(everyLanguage.word("verantwortlich"))
        #expect(english.columns(owner, of: risk).isEmpty)
        #expect(
            everyLanguage.columns(owner, of: risk).map { everyLanguage.name(of: $0.field) }
                == ["owner"])
    }

    @Test(arguments: [
        ("High — silently", "high"), ("Low (today)", "low"), ("LOW/today", "low"), ("none", nil),
        ("Very  High!", "very-high"), ("P1", "high"), ("", nil), ("— high", "high"),
    ])
    func `a remark behind a level does not matter`(_ text: String, _ level: String?) {
        #expect(english.level(of: text) == level)
    }

    @Test(arguments: [
        ("None (yet)", true), ("n/a", true), ("", true), ("(none)", true), ("…", true),
        ("None of them", false), ("Keine", false), ("Users pay", false), ("1", false),
    ])
    func `a word for nothing is all that a text says`(_ text: String, _ isNothing: Bool) {
        #expect(english.isNothing(text) == isNothing)
    }

    @Test(arguments: [
        ("Draft | In Review", true), ("Draft/Draft", false), ("High/Medium/Low", true),
        ("High/Medium", false), ("GET / POST / PUT", true), ("a/b", false), ("Draft |", false),
        ("Draft", false), ("", false), ("|", false), ("Draft || In Review", true),
    ])
    func `options that nobody chose from are an open choice`(_ text: String, _ isOpen: Bool) {
        #expect(english.isOpenChoice(text) == isOpen)
    }

    @Test(arguments: [
        ("Appendix C: Glossary", "glossary"), ("Anhang: Glossary", "glossary"),
        ("Chapter C: Glossary", nil), ("Goals & Non-Goals", "goals-and-non-goals"),
        ("Risks (draft)", "risks"), ("Unit Tests", nil),
    ])
    func `a heading's role`(_ heading: String, _ role: String?) {
        #expect(english.role(of: heading, below: [])?.name == role)
    }

    @Test func `the first word of a text is looked up alone`() throws {
        #expect(english.firstWord("Phase 2: Migration").map(english.isStep) == true)
        #expect(english.firstWord("Phasen 2").map(english.isStep) != true)
        #expect(english.firstWord("") == english.word("—"))
    }
}

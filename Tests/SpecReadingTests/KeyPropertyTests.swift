import SpecModel
import SpecReading
import SpecVocabulary
import TestSupport
import Testing

/// What the keys of items are, in documents as people and the generator write them: the same ones
/// when the document is written in another way, and different ones for different items.
@Suite(.enabled(if: Shared.isPresent, "\(Shared.absence)"))
struct KeyPropertyTests {
    /// The fields that say which item of its kind one is. A change here changes keys that people
    /// have written down.
    private static let identity: [String: [String]] = [
        "component": ["name"], "endpoint": ["method", "path"], "entity": ["name"],
        "quality": ["category", "text"], "dependency": ["name"], "test": ["type"],
        "test-case": ["scenario", "input"], "phase": ["name", "scope"], "flag": ["name"],
        "metric": ["name"], "alert": ["name", "condition"], "alternative": ["name"],
        "permission": ["role"], "variable": ["name"], "term": ["term"],
        "reference": ["text", "url"],
        "signoff": ["role", "name"], "revision": ["version", "date"],
    ]

    private static let parts = 0..<4

    @Test(arguments: parts)
    func movedSections(_ part: Int) throws {
        try check(part) { $0.withSectionsReversed() }
    }

    @Test(arguments: parts)
    func movedRows(_ part: Int) throws {
        try check(part) { $0.withRowsReversed() }
    }

    @Test(arguments: parts)
    func reformattedTables(_ part: Int) throws {
        try check(part) { $0.withTablesReformatted() }
    }

    @Test(arguments: parts)
    func changedFields(_ part: Int) throws {
        try check(part) { $0.withFieldsChanged { Self.identity(of: $0) + ["id"] } }
    }

    @Test(arguments: parts)
    func rowsAround(_ part: Int) throws {
        try each(of: part) { spec, name in
            let more = read(Rewriting(spec).withRowsAround())
            let new = Set(more.items.map(Self.name))
            for item in spec.items where !new.contains(Self.name(item)) {
                Issue.record("\(name): \(item.key) is gone")
            }
            return more.items.count > spec.items.count
        }
    }

    /// A list in place of a table holds the same items where it holds any of their texts.
    @Test(arguments: parts)
    func listsForTables(_ part: Int) throws {
        var found = 0
        try each(of: part) { spec, name in
            let lists = read(Rewriting(spec).withListsForTables { Self.identity(of: $0) })
            let keys = Dictionary(
                spec.items.filter { $0.field("id") == nil }.map { (Self.words(of: $0), $0) },
                uniquingKeysWith: { first, _ in first })
            for item in lists.items where item.field("id") == nil {
                guard let before = keys[Self.words(of: item)] else { continue }
                #expect(Self.withoutNumber(item.key) == Self.withoutNumber(before.key), "\(name)")
                if spec.source.bytes[before.range.start] == UInt8(ascii: "|"),
                    lists.source.bytes[item.range.start] == UInt8(ascii: "-")
                {
                    found += 1
                }
            }
            return lists.source.bytes != spec.source.bytes
        }
        #expect(found > 50)
    }

    /// Over all documents, two items have one key where, and only where, their kind and the words
    /// that say which one they are are the same; within a document each key is one item's.
    @Test(arguments: parts)
    func differentItems(_ part: Int) throws {
        var words: [String: String] = [:]
        var keys: [String: String] = [:]
        try each(of: part) { spec, name in
            #expect(Set(spec.items.map(\.key)).count == spec.items.count, "\(name)")
            for item in spec.items where item.key.hasPrefix("\(item.kind):") {
                let key = Self.withoutNumber(item.key)
                let text = Self.words(of: item)
                #expect(words[key, default: text] == text, "\(name)")
                #expect(keys[text, default: key] == key, "\(name)")
                words[key] = text
                keys[text] = key
            }
            return !spec.items.isEmpty
        }
        #expect(words.count > 500)
    }

    // MARK: checking

    /// Rewritten documents have the items that they had, and at least most of them are rewritten.
    private func check(_ part: Int, _ rewrite: (Rewriting) -> [UInt8]) throws {
        try each(of: part) { spec, name in
            let bytes = rewrite(Rewriting(spec))
            let other = read(bytes)
            #expect(
                other.items.map(Self.name).sorted() == spec.items.map(Self.name).sorted(),
                "\(name)")
            #expect(Set(other.items.map(\.key)) == Set(spec.items.map(\.key)), "\(name)")
            return bytes != spec.source.bytes
        }
    }

    /// - Parameter body: says whether it found something to do.
    private func each(of part: Int, _ body: (Spec, String) -> Bool) throws {
        let style: Generated.Style = part == 3 ? .plain : .varied
        let documents = try Generated.documents(40, seed: 500 + part, style)
        var count = 0
        for (index, bytes) in documents.enumerated() {
            if body(read(bytes), "\(style) \(part)/\(index)") { count += 1 }
        }
        #expect(count > documents.count / 2)
    }

    private func read(_ bytes: [UInt8]) -> Spec { SpecReader().read(bytes, path: "a.md") }

    private static func identity(of item: Item) -> [String] { identity[item.kind] ?? ["text"] }

    /// Which item it is, and its key without the number of equal ones.
    private static func name(_ item: Item) -> String {
        "\(words(of: item)) \(withoutNumber(item.key))"
    }

    private static func words(of item: Item) -> String {
        let texts = identity(of: item).map { Words.normalised(item.field($0)?.text ?? "") }
        return ([item.kind] + texts).joined(separator: "/")
    }

    private static func withoutNumber(_ key: String) -> String {
        key.replacing(/~\d+$/, with: "")
    }
}

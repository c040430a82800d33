/// A vocabulary as it is put together: what words mean, fact by fact. `IndexWriter` makes the index
/// of it.
package struct VocabularyTables {
    /// What a word means by itself; names and lists of bits as in an index's record.
    struct Meaning {
        var level = (own: 0, any: 0)
        var status = (own: 0, any: 0)
        var metadata = (own: 0, any: 0)
        var flags = (own: 0, any: 0)
        var choices = 0
        var templates = 0
        /// The number of its row among headings that are not the same, from 1.
        var row = 0
    }

    struct Kind {
        var name: String
        var fields: [(field: FieldID, traits: FieldTraits)] = []
        var identity: [FieldID] = []
        var rest: FieldID?
        var anywhere = false
    }

    struct Role {
        var name: String
        var tables: [KindID] = []
        var within: [RoleID] = []
        var list: KindID?
        var labelled: KindID?
        var headings: KindID?
        var bold: KindID?
        var itself: KindID?
        var named: KindID?
        var code: KindID?
        var groups = false
    }

    var words = WordTable()
    var meanings: [Meaning] = []
    /// Of a later layer before those of an earlier one.
    var headings: [(word: WordID, role: RoleID, isOwn: Bool, layer: Int)] = []
    var columns: [(word: WordID, kind: KindID, field: FieldID, rank: Int)] = []
    var prefixes: [(word: WordID, kind: KindID)] = []
    var kinds: [Kind] = []
    var roles: [Role] = []
    /// Of fields, by their numbers.
    var fields: [String] = []
    /// Of levels, statuses and metadata, by their numbers from 1.
    var names: [String] = []
    var templates: [(name: String, headings: Int)] = []
    var leasts: [Int] = []

    package init() {}

    /// What there is too much of for an index, and how much there may be; nil where it fits.
    var excess: String? {
        let lists =
            kinds.reduce(0) { $0 + $1.identity.count }
            + roles.reduce(0) { $0 + $1.tables.count + $1.within.count }
        for (what, count, limit) in [
            ("words", words.count, VocabularyLimits.words),
            ("words of fields", columns.count, VocabularyLimits.facts),
            ("headings", headings.count, VocabularyLimits.facts),
            ("prefixes", prefixes.count, VocabularyLimits.facts),
            ("kinds that sections hold", lists, VocabularyLimits.facts),
        ] where count > limit { return "\(limit) \(what)" }
        return nil
    }

    /// The names that words have for one meaning.
    func names(_ meaning: KeyPath<Meaning, (own: Int, any: Int)>) -> [String] {
        Set(meanings.map { $0[keyPath: meaning].any }).sorted()
            .filter { $0 > 0 }.map { names[$0 - 1] }
    }

    /// The letters of ASCII that words for nothing begin with, a bit each.
    func initialsOfNothing(_ languages: KeyPath<(own: Int, any: Int), Int>) -> Int {
        var initials = 0
        for (number, meaning) in meanings.enumerated()
        where meaning.flags[keyPath: languages] & WordFlag.nothing.rawValue != 0 {
            let start = number == 0 ? 0 : words.ends[number - 1]
            if let letter = words.text[start..<words.ends[number]].first.flatMap(Words.letter) {
                initials |= 1 << letter
            }
        }
        return initials
    }

    /// The number of a word that is normalised.
    mutating func word(normalised: String) -> WordID {
        let word = words.add(Array(normalised.utf8))
        if word.rawValue == meanings.count { meanings.append(Meaning()) }
        return word
    }

    /// The number of a name, from 1.
    mutating func name(_ name: String) -> Int {
        if let place = names.firstIndex(of: name) { return place + 1 }
        names.append(name)
        return names.count
    }

    mutating func field(_ name: String) -> FieldID {
        if let place = fields.firstIndex(of: name) { return FieldID(rawValue: place) }
        fields.append(name)
        return FieldID(rawValue: fields.count - 1)
    }

    func kind(_ name: String) -> KindID? {
        kinds.firstIndex { $0.name == name }.map(KindID.init)
    }

    func role(_ name: String) -> RoleID? {
        roles.firstIndex { $0.name == name }.map(RoleID.init)
    }
}

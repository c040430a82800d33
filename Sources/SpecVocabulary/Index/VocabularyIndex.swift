/// A compiled vocabulary: flat, immutable, its words used where their bytes lie.
///
/// One hash table has all words; what a word means stands in its record and in lists that the
/// record has the ends of. Meanings stand there twice: in English, and in all languages.
package final class VocabularyIndex: Sendable {
    package let text: IndexBytes
    package let units: IndexBytes
    let wordCount: Int
    private let longest: Int
    private let mask: Int
    private let slots: Int
    private let wordEnds: Int
    private let records: Int
    private let headings: Int
    private let columns: Int
    private let prefixes: Int
    package let kinds: [ItemKind]
    /// The kinds that a table lists wherever it stands.
    let anywhere: [KindID]
    let roles: [SectionRole]
    let fieldNames: [String]
    let templates: [(name: String, headings: Int)]
    /// Of sets of choices: how many of a set's words make a choice that nobody made.
    let leasts: [Int]
    /// The letters of ASCII that words for nothing begin with, a bit each: of English, and of all
    /// languages.
    let initialsOfNothing: [Int]
    /// Of roles, kinds, fields, levels, statuses and metadata: by the number that stands for them.
    let names: [String]

    /// Where a part of the units begins, and its length: the head of the units, in this order.
    enum Part: Int, CaseIterable {
        case longest, slots, wordEnds, records, headings, columns, prefixes, kinds, kindFields
        case fields, roles, lists, nameEnds, templates, leasts, nothing
    }

    /// Units of each word's record. Of each pair the first says what English knows, the second
    /// what all languages do. Names count from 1; lists reach to the end in their record from the
    /// one in the record before.
    enum Record {
        static let level = 0
        static let status = 2
        static let metadata = 4
        static let flags = 6
        static let headingsEnd = 8
        static let columnsEnd = 10
        static let prefixesEnd = 11
        static let choices = 12
        static let templates = 14
        static let row = 15
        static let count = 16
    }

    /// Units of a kind's record.
    enum KindRecord {
        static let name = 0
        static let fieldsStart = 1
        static let fieldsCount = 2
        static let identityStart = 3
        static let identityCount = 4
        static let rest = 5
        static let anywhere = 6
        static let prefixCount = 7
        static let count = 8
    }

    /// Units of a role's record.
    enum RoleRecord {
        static let name = 0
        static let tablesStart = 1
        static let tablesCount = 2
        static let withinStart = 3
        static let withinCount = 4
        static let list = 5
        static let labelled = 6
        static let headings = 7
        static let bold = 8
        static let itself = 9
        static let named = 10
        static let code = 11
        static let groups = 12
        static let count = 13
    }

    /// - Parameters:
    ///   - text: the words, then the names, without anything between.
    ///   - units: as `IndexWriter` makes them.
    package init(text: IndexBytes, units: IndexBytes) {
        let parts = PartReader(text: text, units: units)
        self.text = text
        self.units = units
        longest = units.unit(parts.start(.longest))
        slots = parts.start(.slots)
        mask = parts.count(.slots) / 2 - 1
        wordEnds = parts.start(.wordEnds)
        wordCount = parts.count(.wordEnds) / 2
        records = parts.start(.records)
        headings = parts.start(.headings)
        columns = parts.start(.columns)
        prefixes = parts.start(.prefixes)
        names = parts.names
        fieldNames = parts.units(.fields).map { parts.names[$0] }
        kinds = parts.kinds(fieldNames)
        anywhere = kinds.filter(\.anywhere).map(\.id)
        roles = parts.roles()
        templates = parts.rows(.templates, of: 2).map {
            (parts.names[units.unit($0)], units.unit($0 + 1))
        }
        leasts = parts.units(.leasts)
        initialsOfNothing = parts.rows(.nothing, of: 2).map(units.wide)
    }

    // MARK: words

    /// A unit of a word's record.
    @inline(__always)
    func record(_ word: WordID, _ unit: Int) -> Int {
        units.unit(records + word.rawValue * Record.count + unit)
    }

    /// The part of a list that belongs to a word, in the list's elements.
    /// - Parameters:
    ///   - end: the unit of the record that says where it ends.
    ///   - last: the unit of the record before that says where it begins, where that is another.
    func range(_ word: WordID, _ end: Int, from last: Int? = nil) -> Range<Int> {
        let start =
            word.rawValue == 0 ? 0 : record(WordID(rawValue: word.rawValue - 1), last ?? end)
        return start..<record(word, end)
    }

    /// The sets of choices that a word is one of, a bit each.
    func choices(_ word: WordID) -> Int {
        record(word, Record.choices) | record(word, Record.choices + 1) << 14
    }

    func headingRole(_ place: Int) -> RoleID { RoleID(rawValue: units.unit(headings + place)) }

    func prefixKind(_ place: Int) -> KindID { KindID(rawValue: units.unit(prefixes + place)) }

    func columnKind(_ place: Int) -> KindID { KindID(rawValue: units.unit(columns + place * 3)) }

    func column(_ place: Int) -> Vocabulary.Column {
        Vocabulary.Column(
            field: FieldID(rawValue: units.unit(columns + place * 3 + 1)),
            rank: units.unit(columns + place * 3 + 2) - ColumnRank.zero)
    }

    /// A word's bytes in the text.
    func bytes(of word: WordID) -> [UInt8] { bytes(word).map { text[$0] } }

    private func bytes(_ word: WordID) -> Range<Int> {
        let end = wordEnds + word.rawValue * 2
        return (word.rawValue == 0 ? 0 : units.wide(end - 2))..<units.wide(end)
    }

    /// The word that a text is, as `Words` compares them. Allocates nothing.
    /// - Parameter isFirst: is the text's first word meant, and not the whole text?
    @inline(__always)
    func word(_ text: Span<UInt8>, isFirst: Bool) -> WordID? {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { normalised in
            var hash = WordHash()
            var count = 0
            var isLonger = false
            Words.normalise(text) { byte in
                if isFirst, byte == 0x20 { return false }
                isLonger = count == normalised.count
                guard !isLonger else { return false }
                unsafe normalised[count] = byte
                hash.add(byte)
                count &+= 1
                return true
            }
            guard !isLonger else { return nil }
            return unsafe word(UnsafeBufferPointer(rebasing: normalised[..<count]).span, hash)
        }
    }

    /// The word with a normalised form.
    private func word(_ normalised: Span<UInt8>, _ hash: WordHash) -> WordID? {
        var slot = hash.slot & mask
        while true {
            let number = units.unit(slots + slot * 2)
            if number == 0 { return nil }
            let word = WordID(rawValue: number - 1)
            if units.unit(slots + slot * 2 + 1) == hash.tag,
                text.says(normalised, in: bytes(word))
            {
                return word
            }
            slot = (slot + 1) & mask
        }
    }
}

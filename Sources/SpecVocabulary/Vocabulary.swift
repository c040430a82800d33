/// What the words of a specification mean, in English or in all languages that the vocabulary has.
package struct Vocabulary: Sendable {
    package let index: VocabularyIndex
    /// The second of each pair in a word's record has all languages.
    let variant: Int

    package init(_ index: VocabularyIndex, allLanguages: Bool) {
        self.index = index
        variant = allLanguages ? 1 : 0
    }

    // MARK: words

    /// The word that a text is; nil where the vocabulary does not have it.
    /// - Complexity: linear in the text, and no more than the longest word asks for; allocates
    ///   nothing.
    package func word(_ text: Span<UInt8>) -> WordID? { index.word(text, isFirst: false) }

    /// The first of the words that a text is made of.
    package func firstWord(_ text: Span<UInt8>) -> WordID? { index.word(text, isFirst: true) }

    package func word(_ text: some StringProtocol) -> WordID? {
        var text = String(text)
        return text.withUTF8 { unsafe word($0.span) }
    }

    package func firstWord(_ text: some StringProtocol) -> WordID? {
        var text = String(text)
        return text.withUTF8 { unsafe firstWord($0.span) }
    }

    // MARK: what a word means

    private func name(_ word: WordID, _ unit: Int) -> String? {
        let number = index.record(word, unit + variant)
        return number == 0 ? nil : index.names[number - 1]
    }

    /// `low medium high` …
    package func level(_ word: WordID) -> String? {
        name(word, VocabularyIndex.Record.level)
    }

    /// `draft in-review` …
    package func status(_ word: WordID) -> String? {
        name(word, VocabularyIndex.Record.status)
    }

    /// The meaning of a metadata field of this name.
    package func metadataRole(_ word: WordID) -> String? {
        name(word, VocabularyIndex.Record.metadata)
    }

    func has(_ word: WordID, _ flag: WordFlag) -> Bool {
        index.record(word, VocabularyIndex.Record.flags + variant) & flag.rawValue != 0
    }

    /// Does a step of a plan begin with it?
    package func isStep(_ word: WordID) -> Bool { has(word, .step) }

    /// Is it no part of a title where it stands in front of the title's colon?
    package func isTitlePrefix(_ word: WordID) -> Bool { has(word, .title) }

    /// The month that it names in any language, from 1.
    package func month(_ word: WordID) -> Int? {
        let flags = index.record(word, VocabularyIndex.Record.flags + 1)
        let month = (flags & WordFlag.month.rawValue) >> WordFlag.monthShift
        return month == 0 ? nil : month
    }

    /// Does it stand in front of the letter and the colon of an appendix?
    package func isAppendix(_ word: WordID) -> Bool { has(word, .appendix) }

    /// Does it say what somebody is, not who?
    package func isPosition(_ word: WordID) -> Bool { has(word, .position) }

    /// The sets of choices that it is one of, a bit each.
    func choices(_ word: WordID) -> Int { index.choices(word) }

    // MARK: templates

    /// The bundled template families and how many headings tell each from the others.
    package var templates: [(name: String, headings: Int)] { index.templates }

    /// The templates that it is a heading of which tells them from the others, a bit each.
    package func templates(ofHeading word: WordID) -> Int {
        index.record(word, VocabularyIndex.Record.templates)
    }

    /// Of a heading that means something else than others of its role: the number of the row of
    /// those that mean the same, from 1; 0 of all others.
    package func distinctRow(ofHeading word: WordID) -> Int {
        index.record(word, VocabularyIndex.Record.row)
    }

    // MARK: kinds and roles

    package subscript(_ kind: KindID) -> ItemKind { index.kinds[kind.rawValue] }

    package subscript(_ role: RoleID) -> SectionRole { index.roles[role.rawValue] }

    /// Are the sections below one of this role groups of its items?
    package func groups(_ role: RoleID) -> Bool { index.roles[role.rawValue].groups }

    /// The kind of which the headings below a section of this role are items.
    package func headings(_ role: RoleID) -> KindID? { index.roles[role.rawValue].headings }

    /// All kinds, in the vocabulary's order; their numbers are their places.
    package var kinds: [ItemKind] { index.kinds }

    /// The kinds that a table lists wherever it stands.
    package var kindsAnywhere: [KindID] { index.anywhere }
}

/// What a word is a mark of; bits of a unit, with the number of a month among them.
enum WordFlag: Int {
    static let monthShift = 4

    case nothing = 1
    case step = 2
    case appendix = 4
    case title = 8
    /// The bits of the number of a month.
    case month = 0xF0
    case position = 0x100
}

/// What a vocabulary may hold: several times what the bundled one does, and no more than the units
/// of an index can count.
enum VocabularyLimits {
    /// Bytes of a word, normalised.
    static let word = 100
    /// Bytes of the name of a kind, a field or a section.
    static let name = 64
    /// Elements of one list.
    static let list = 200
    static let fields = 40
    static let kinds = 300
    static let sections = 300
    static let choices = 28
    static let words = 12_000
    /// Words of fields, over all kinds; names of headings; and so on.
    static let facts = 16_000
    /// Plugins that add words to one workspace.
    static let plugins = 30
    /// Mistakes that are told at once.
    static let errors = 20
}

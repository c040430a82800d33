import SpecVocabulary

extension Vocabulary {
    /// The fields of a kind that a column or label may name.
    func columns(_ word: WordID, of kind: ItemKind) -> [Column] {
        var columns: [Column] = []
        eachColumn(word, of: kind) { columns.append($0) }
        return columns
    }
}

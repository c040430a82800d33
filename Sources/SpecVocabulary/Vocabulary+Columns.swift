/// The words that name the fields of a kind.
extension Vocabulary {
    /// A field that a column or label may name, and its word's place among the field's own: the
    /// least is meant before others.
    package struct Column: Sendable {
        package var field: FieldID
        package var rank: Int
    }

    /// Where a word stands that is no field's own but looks like an id: behind all in English.
    package static let idRank = ColumnRank.languages - 1

    /// Gives the fields of a kind that a column or label may name.
    package func eachColumn(_ word: WordID, of kind: ItemKind, _ body: (Column) -> Void) {
        for place in index.range(word, VocabularyIndex.Record.columnsEnd)
        where index.columnKind(place) == kind.id {
            let column = index.column(place)
            if column.rank < ColumnRank.languages || variant == 1 { body(column) }
        }
    }

    /// The field of a kind that a label names before others.
    package func field(_ word: WordID, of kind: ItemKind) -> FieldID? {
        var best: Column?
        eachColumn(word, of: kind) { column in
            if best.map({ column.rank < $0.rank }) ?? true { best = column }
        }
        return best?.field
    }

    /// Is a word no part of an item's name where it stands in front of a heading's colon?
    package func isPrefix(_ word: WordID, of kind: ItemKind) -> Bool {
        index.range(word, VocabularyIndex.Record.prefixesEnd)
            .contains { index.prefixKind($0) == kind.id }
    }

    package func name(of field: FieldID) -> String { index.fieldNames[field.rawValue] }
}

/// Ranks of columns' words. English has its place in the field's list; what a team adds stands
/// before it, and other languages behind.
enum ColumnRank {
    /// What stands for 0 in the index.
    static let zero = 8192
    static let languages = 1000
    /// How far before those of the layer before it a layer's words stand.
    static let layer = 256
    /// Words of any kind that has a field of some name.
    static let common = 2000
}

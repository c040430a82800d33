internal import SpecModel
internal import SpecVocabulary

/// Tells which columns of a document's tables are those of a template's.
struct TableMatcher {
    let headers: [SpecOutline.Header]
    private let vocabulary: Vocabulary

    init(_ outline: SpecOutline, _ vocabulary: Vocabulary) {
        headers = outline.headers
        self.vocabulary = vocabulary
    }

    /// How much of a template's table one of a document has: columns of both, of those of the one
    /// that has more.
    func share(of table: Schema.Table, in header: SpecOutline.Header) -> Double {
        let matched = Self.count(columns(of: table, in: header))
        return Double(matched) / Double(max(1, table.columns.count, header.columns.count))
    }

    /// What a document's table has and has not of the first of some tables of which it has most;
    /// nil where it is another table: where it has less than half of any.
    func match(
        _ header: SpecOutline.Header, with tables: [Schema.Table]
    ) -> (missing: [String], columns: [ExpectedTable.Column])? {
        var best: (table: Schema.Table, columns: [Int?], count: Int)?
        for table in tables {
            let columns = columns(of: table, in: header)
            let count = Self.count(columns)
            guard count * 2 >= table.columns.count, count > best?.count ?? 0 else { continue }
            best = (table, columns, count)
        }
        guard let best else { return nil }
        let found = Set(best.columns.compactMap { $0 })
        let missing = best.table.columns.indices.filter {
            !found.contains($0) && !best.table.columns[$0].isOptional
        }
        return (
            missing.map { best.table.columns[$0].name },
            zip(header.columns, best.columns).map {
                ExpectedTable.Column(
                    name: $0.text, isExpected: $1 != nil || $0.text.isEmpty, range: $0.range)
            }
        )
    }

    private static func count(_ columns: [Int?]) -> Int { columns.count { $0 != nil } }

    /// For each column of a document's table, the column of the template's that it is: one of the
    /// same words before one that names the same field.
    private func columns(of table: Schema.Table, in header: SpecOutline.Header) -> [Int?] {
        let kind = vocabulary.kinds.first { $0.name == table.kind }
        let expected = table.columns.map { Words.normalised($0.name) }
        let found = header.columns.map { Words.normalised($0.text) }
        var result = [Int?](repeating: nil, count: found.count)
        var free = Set(expected.indices)
        func pass(_ areSame: (Int, Int) -> Bool) {
            for column in found.indices where result[column] == nil {
                let place = free.filter { areSame($0, column) }.min()
                result[column] = place
                if let place { free.remove(place) }
            }
        }
        pass { expected[$0] == found[$1] && !found[$1].isEmpty }
        guard let kind else { return result }
        let theirs = found.map { fields($0, of: kind) }
        let ours = expected.map { fields($0, of: kind) }
        pass { !ours[$0].isDisjoint(with: theirs[$1]) }
        return result
    }

    /// The fields of a kind that a column's words may name.
    private func fields(_ key: String, of kind: ItemKind) -> Set<Int> {
        guard let word = vocabulary.word(key) else { return [] }
        var fields: Set<Int> = []
        vocabulary.eachColumn(word, of: kind) { fields.insert($0.field.rawValue) }
        return fields
    }
}

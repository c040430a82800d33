/// A compiled vocabulary, taken apart again so that words can be added.
extension VocabularyTables {
    init(_ index: VocabularyIndex) {
        self.init()
        names = index.names
        fields = index.fieldNames
        templates = index.templates
        leasts = index.leasts
        kinds = index.kinds.map { kind in
            Kind(
                name: kind.name, fields: kind.fields.map { ($0.id, $0.traits) },
                identity: kind.identity.map(\.id), rest: kind.rest?.id, anywhere: kind.anywhere)
        }
        roles = index.roles.map { role in
            Role(
                name: role.name, tables: role.tables, within: role.within, list: role.list,
                labelled: role.labelledList, headings: role.headings, bold: role.bold,
                itself: role.itself, named: role.named, code: role.code, groups: role.groups)
        }
        words = WordTable(capacity: index.wordCount + index.wordCount / 4)
        for number in 0..<index.wordCount { read(WordID(rawValue: number), index) }
    }

    private mutating func read(_ word: WordID, _ index: VocabularyIndex) {
        typealias Record = VocabularyIndex.Record
        func pair(_ unit: Int) -> (own: Int, any: Int) {
            (index.record(word, unit), index.record(word, unit + 1))
        }
        _ = words.add(index.bytes(of: word))
        meanings.append(
            Meaning(
                level: pair(Record.level), status: pair(Record.status),
                metadata: pair(Record.metadata), flags: pair(Record.flags),
                choices: index.choices(word), templates: index.record(word, Record.templates),
                row: index.record(word, Record.row)))
        let all = index.range(word, Record.headingsEnd + 1)
        let own = index.record(word, Record.headingsEnd)
        for place in all { headings.append((word, index.headingRole(place), place < own, 0)) }
        for place in index.range(word, Record.columnsEnd) {
            let column = index.column(place)
            columns.append((word, index.columnKind(place), column.field, column.rank))
        }
        for place in index.range(word, Record.prefixesEnd) {
            prefixes.append((word, index.prefixKind(place)))
        }
    }
}

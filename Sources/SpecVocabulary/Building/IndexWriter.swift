/// Makes the bytes of an index.
package struct IndexWriter {
    /// The words, then the names, without anything between: UTF-8.
    package private(set) var text: [UInt8]
    /// As `VocabularyIndex` reads them; all are below 0x80.
    package private(set) var units: [UInt8]

    package init(_ tables: VocabularyTables) {
        var body = Body()
        body.write(tables)
        text = tables.words.text + body.names.flatMap(\.utf8)
        units = body.bytes
    }

    private struct Body {
        var names: [String] = []
        private var places: [String: Int] = [:]
        private var parts = Array(
            repeating: UnitWriter(), count: VocabularyIndex.Part.allCases.count)

        /// The head, then the parts.
        var bytes: [UInt8] {
            var head = UnitWriter()
            var bytes: [UInt8] = []
            let start = VocabularyIndex.Part.allCases.count * 4
            for part in VocabularyIndex.Part.allCases {
                let units = parts[part.rawValue].bytes
                head.wide(start + bytes.count / 2)
                head.wide(units.count / 2)
                bytes += units
            }
            return head.bytes + bytes
        }

        private mutating func unit(_ value: Int, _ part: VocabularyIndex.Part) {
            parts[part.rawValue].unit(value)
        }

        private mutating func wide(_ value: Int, _ part: VocabularyIndex.Part) {
            parts[part.rawValue].wide(value)
        }

        private mutating func name(_ name: String) -> Int {
            if let place = places[name] { return place }
            places[name] = names.count
            names.append(name)
            return names.count - 1
        }

        mutating func write(_ tables: VocabularyTables) {
            names = tables.names
            for (place, name) in names.enumerated() { places[name] = place }
            unit(tables.words.longest, .longest)
            for slot in tables.words.slots {
                unit(slot.number, .slots)
                unit(slot.tag, .slots)
            }
            for end in tables.words.ends { wide(end, .wordEnds) }
            writeRecords(tables)
            for kind in tables.kinds { write(kind, tables) }
            for field in tables.fields { unit(name(field), .fields) }
            for role in tables.roles { write(role) }
            for template in tables.templates {
                unit(name(template.name), .templates)
                unit(template.headings, .templates)
            }
            for least in tables.leasts { unit(least, .leasts) }
            wide(tables.initialsOfNothing(\.own), .nothing)
            wide(tables.initialsOfNothing(\.any), .nothing)
            var end = tables.words.text.count
            for name in names {
                end += name.utf8.count
                wide(end, .nameEnds)
            }
        }

        private mutating func writeRecords(_ tables: VocabularyTables) {
            // The last layer's come first.
            let ordered = tables.headings.enumerated()
                .sorted { ($1.element.layer, $0.offset) < ($0.element.layer, $1.offset) }
            let headings = Self.byWord(ordered.map { ($0.element.word, $0.element) }, tables)
            let columns = Self.byWord(tables.columns.map { ($0.word, $0) }, tables)
            let prefixes = Self.byWord(tables.prefixes.map { ($0.word, $0.kind) }, tables)
            var ends = (headings: 0, columns: 0, prefixes: 0)
            for (word, meaning) in tables.meanings.enumerated() {
                for value in [meaning.level, meaning.status, meaning.metadata, meaning.flags] {
                    unit(value.own, .records)
                    unit(value.any, .records)
                }
                var seen: Set<RoleID> = []
                for isOwn in [true, false] {
                    for heading in headings[word]
                    where heading.isOwn == isOwn && seen.insert(heading.role).inserted {
                        unit(heading.role.rawValue, .headings)
                        ends.headings += 1
                    }
                    unit(ends.headings, .records)
                }
                let named = Self.winners(columns[word])
                for column in named {
                    unit(column.kind.rawValue, .columns)
                    unit(column.field.rawValue, .columns)
                    unit(column.rank + ColumnRank.zero, .columns)
                }
                ends.columns += named.count
                unit(ends.columns, .records)
                for kind in prefixes[word] { unit(kind.rawValue, .prefixes) }
                ends.prefixes += prefixes[word].count
                unit(ends.prefixes, .records)
                wide(meaning.choices, .records)
                unit(meaning.templates, .records)
                unit(meaning.row, .records)
            }
        }

        /// What a layer says of a word in a kind takes the place of what layers before it said;
        /// other languages stay.
        private static func winners(
            _ columns: [(word: WordID, kind: KindID, field: FieldID, rank: Int)]
        ) -> [(word: WordID, kind: KindID, field: FieldID, rank: Int)] {
            func layer(_ rank: Int) -> Int { rank >> ColumnRank.layer.trailingZeroBitCount }
            var last: [KindID: Int] = [:]
            for column in columns where column.rank < 0 {
                last[column.kind] = min(last[column.kind] ?? 0, layer(column.rank))
            }
            if last.isEmpty { return columns }
            return columns.filter { column in
                guard column.rank < ColumnRank.languages, let last = last[column.kind] else {
                    return true
                }
                return layer(column.rank) == last
            }
        }

        /// For each word, its facts in their order.
        private static func byWord<Fact>(
            _ facts: [(WordID, Fact)], _ tables: VocabularyTables
        ) -> [[Fact]] {
            var lists: [[Fact]] = Array(repeating: [], count: tables.words.count)
            for (word, fact) in facts { lists[word.rawValue].append(fact) }
            return lists
        }

        private mutating func list(_ values: [Int]) -> (start: Int, count: Int) {
            let start = parts[VocabularyIndex.Part.lists.rawValue].bytes.count / 2
            for value in values { unit(value, .lists) }
            return (start, values.count)
        }

        private mutating func write(_ kind: VocabularyTables.Kind, _ tables: VocabularyTables) {
            let start = parts[VocabularyIndex.Part.kindFields.rawValue].bytes.count / 4
            for (field, traits) in kind.fields {
                unit(field.rawValue, .kindFields)
                unit(traits.rawValue, .kindFields)
            }
            let identity = list(kind.identity.map(\.rawValue))
            let prefixes = tables.prefixes.count {
                tables.kinds[$0.kind.rawValue].name == kind.name
            }
            for value in [
                name(kind.name), start, kind.fields.count, identity.start, identity.count,
                kind.rest?.rawValue ?? UnitWriter.none, kind.anywhere ? 1 : 0, prefixes,
            ] {
                unit(value, .kinds)
            }
        }

        private mutating func write(_ role: VocabularyTables.Role) {
            let tables = list(role.tables.map(\.rawValue))
            let within = list(role.within.map(\.rawValue))
            let held = [
                role.list, role.labelled, role.headings, role.bold, role.itself, role.named,
                role.code,
            ]
            for value in [
                name(role.name), tables.start, tables.count, within.start, within.count,
            ] {
                unit(value, .roles)
            }
            for kind in held { unit(kind?.rawValue ?? UnitWriter.none, .roles) }
            unit(role.groups ? 1 : 0, .roles)
        }
    }
}

/// Reads what an index has besides words: names, kinds and roles, a few hundred in all.
struct PartReader {
    let names: [String]
    private let units: IndexBytes

    init(text: IndexBytes, units: IndexBytes) {
        self.units = units
        var names: [String] = []
        let words = Self.part(.wordEnds, units)
        var start = words.isEmpty ? 0 : units.wide(words.upperBound - 2)
        for place in stride(from: 0, to: Self.part(.nameEnds, units).count, by: 2) {
            let end = units.wide(Self.part(.nameEnds, units).lowerBound + place)
            names.append(text.string(start..<end))
            start = end
        }
        self.names = names
    }

    private static func part(_ part: VocabularyIndex.Part, _ units: IndexBytes) -> Range<Int> {
        let start = units.wide(part.rawValue * 4)
        return start..<(start + units.wide(part.rawValue * 4 + 2))
    }

    func start(_ part: VocabularyIndex.Part) -> Int { Self.part(part, units).lowerBound }
    func count(_ part: VocabularyIndex.Part) -> Int { Self.part(part, units).count }
    func units(_ part: VocabularyIndex.Part) -> [Int] { Self.part(part, units).map(units.unit) }

    /// Where each row of a part begins.
    func rows(_ part: VocabularyIndex.Part, of size: Int) -> [Int] {
        let range = Self.part(part, units)
        return Array(stride(from: range.lowerBound, to: range.upperBound, by: size))
    }

    /// A part of the lists that two units of a row have the start and the length of.
    private func list(_ row: Int, _ unit: Int) -> [Int] {
        let first = start(.lists) + units.unit(row + unit)
        return (first..<(first + units.unit(row + unit + 1))).map(units.unit)
    }

    func kinds(_ fieldNames: [String]) -> [ItemKind] {
        typealias Unit = VocabularyIndex.KindRecord
        return rows(.kinds, of: Unit.count).enumerated().map { number, row in
            let first = units.unit(row + Unit.fieldsStart)
            let fields = (first..<(first + units.unit(row + Unit.fieldsCount))).map { place in
                let field = units.unit(start(.kindFields) + place * 2)
                return FieldDeclaration(
                    id: FieldID(rawValue: field), name: fieldNames[field],
                    traits: FieldTraits(rawValue: units.unit(start(.kindFields) + place * 2 + 1)))
            }
            func declaration(_ number: Int) -> FieldDeclaration? {
                fields.first { $0.id.rawValue == number }
            }
            return ItemKind(
                id: KindID(rawValue: number), name: names[units.unit(row + Unit.name)],
                fields: fields,
                identity: list(row, Unit.identityStart).compactMap(declaration),
                rest: declaration(units.unit(row + Unit.rest)),
                anywhere: units.unit(row + Unit.anywhere) == 1,
                hasPrefixes: units.unit(row + Unit.prefixCount) > 0)
        }
    }

    func roles() -> [SectionRole] {
        typealias Unit = VocabularyIndex.RoleRecord
        return rows(.roles, of: Unit.count).enumerated().map { number, row in
            func kind(_ unit: Int) -> KindID? {
                let number = units.unit(row + unit)
                return number == UnitWriter.none ? nil : KindID(rawValue: number)
            }
            return SectionRole(
                id: RoleID(rawValue: number), name: names[units.unit(row + Unit.name)],
                tables: list(row, Unit.tablesStart).map(KindID.init),
                list: kind(Unit.list), labelledList: kind(Unit.labelled),
                headings: kind(Unit.headings), bold: kind(Unit.bold), itself: kind(Unit.itself),
                named: kind(Unit.named), code: kind(Unit.code),
                groups: units.unit(row + Unit.groups) == 1,
                within: list(row, Unit.withinStart).map(RoleID.init))
        }
    }
}

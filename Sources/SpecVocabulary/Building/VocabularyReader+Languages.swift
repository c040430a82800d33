internal import Yaml

/// The words of one language: they add meanings and change none.
extension VocabularyReader {
    mutating func readLanguage(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("a language") {
            switch pair.key {
            case "sections": try readHeadings(pair)
            case "common": try readCommon(pair)
            case "columns":
                for entry in try pair.value.mapping(pair.key) { try readColumns(entry) }
            default: try readWords(pair, isOwn: false)
            }
        }
    }

    private mutating func readHeadings(_ pair: YamlPair) throws(YamlError) {
        for entry in try pair.value.mapping(pair.key) {
            guard let role = tables.role(entry.key) else {
                throw unknown(
                    "section", entry.key, entry.keyStart, among: tables.roles.map(\.name))
            }
            for (text, mark) in try texts(entry) {
                let word = try word(text, mark)
                let layer = layer
                change { $0.headings.append((word, role, false, layer)) }
            }
        }
    }

    /// Words of any kind that has the field.
    private mutating func readCommon(_ pair: YamlPair) throws(YamlError) {
        for entry in try pair.value.mapping(pair.key) {
            for (index, kind) in tables.kinds.enumerated() {
                guard let field = field(entry.key, among: kind.fields.map(\.field)) else {
                    continue
                }
                try add(entry, KindID(rawValue: index), field, ColumnRank.common)
            }
        }
    }

    private mutating func readColumns(_ entry: YamlPair) throws(YamlError) {
        guard let id = tables.kind(entry.key) else {
            throw unknown("kind", entry.key, entry.keyStart, among: tables.kinds.map(\.name))
        }
        let known = tables.kinds[id.rawValue].fields.map(\.field)
        for pair in try entry.value.mapping(entry.key) {
            guard let field = field(pair.key, among: known) else {
                throw unknown("field", "\(entry.key).\(pair.key)", pair.keyStart, known)
            }
            try add(pair, id, field, ColumnRank.languages)
        }
    }

    private mutating func add(
        _ pair: YamlPair, _ kind: KindID, _ field: FieldID, _ rank: Int
    ) throws(YamlError) {
        for (index, (text, mark)) in try texts(pair).enumerated() {
            let word = try word(text, mark)
            change { $0.columns.append((word, kind, field, rank + index)) }
        }
    }
}

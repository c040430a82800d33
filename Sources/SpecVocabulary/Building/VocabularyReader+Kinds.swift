internal import Yaml

/// Kinds of items: words for those that are known, and whole new ones.
extension VocabularyReader {
    private static let keys = [
        "fields", "identity", "needs", "levels", "lists", "flags", "dates", "numbers", "frame",
        "prefixes", "anywhere", "rest",
    ]

    /// What every item has in Lua, whatever its kind: no field can be called so.
    private static let ownFields: Set<String> = [
        "kind", "key", "title", "line", "spec", "section", "placeholder", "raw", "dates", "extra",
        "at",
    ]

    mutating func readKinds(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("kinds") {
            attempt { reader throws(YamlError) in try reader.readKind(pair) }
        }
    }

    private mutating func readKind(_ pair: YamlPair) throws(YamlError) {
        let entries = try pair.value.mapping(pair.key)
        for entry in entries where !Self.keys.contains(entry.key) {
            throw entry.unknown(among: Self.keys)
        }
        let key = "kind \(pair.key)"
        if source != .bundled, let id = tables.kind(pair.key) {
            let owner = claims[key]?.owner ?? .bundled
            if case .plugin(let other) = owner, case .plugin = source {
                if claims[key]?.meaning == pair.value.shape { return }
                throw YamlError(
                    message: "the plugin \"\(other)\" defines the kind \"\(pair.key)\" another "
                        + "way; they cannot both be on", mark: pair.keyStart)
            }
            try addWords(entries, id, owner, pair.key)
            return
        }
        if source != .bundled {
            guard tables.kinds.count < VocabularyLimits.kinds else {
                return stop("more than \(VocabularyLimits.kinds) kinds in all", pair.keyStart)
            }
            try requireNewKind(pair, entries)
            claims[key] = (pair.value.shape, source)
        }
        if tables.kind(pair.key) == nil {
            change { $0.kinds.append(VocabularyTables.Kind(name: pair.key)) }
        }
        guard let id = tables.kind(pair.key) else { return }
        for entry in entries where entry.key == "fields" { try readFields(entry, id) }
        for entry in entries where entry.key != "fields" { try readKey(entry, id) }
        if source != .bundled, tables.kinds[id.rawValue].identity.isEmpty {
            change { $0.kinds[id.rawValue].identity = [$0.kinds[id.rawValue].fields[0].field] }
        }
    }

    private func requireNewKind(_ pair: YamlPair, _ entries: [YamlPair]) throws(YamlError) {
        try requireName(pair, "a kind")
        if reserved.contains(pair.key) {
            throw YamlError(
                message: "a kind cannot be called \"\(pair.key)\": rules look at something else "
                    + "by that name", mark: pair.keyStart)
        }
        let fields = try entries.first { $0.key == "fields" }?.value.mapping("fields") ?? []
        if fields.isEmpty {
            throw YamlError(
                message: "the new kind \"\(pair.key)\" needs \"fields\", each with the words that "
                    + "name it"
                    + (nearestName(to: pair.key, among: tables.kinds.map(\.name)).map {
                        "; or did you mean the kind \"\($0)\"?"
                    } ?? ""), mark: pair.keyStart)
        }
        if fields.count > VocabularyLimits.fields {
            throw YamlError(
                message: "the kind \"\(pair.key)\" has \(fields.count) fields; at most "
                    + "\(VocabularyLimits.fields)", mark: pair.keyStart)
        }
    }

    /// Of a kind that is there already only its words can be more.
    private mutating func addWords(
        _ entries: [YamlPair], _ id: KindID, _ owner: VocabularySource, _ name: String
    ) throws(YamlError) {
        for entry in entries {
            switch entry.key {
            case "fields":
                let known = tables.kinds[id.rawValue].fields.map(\.field)
                for field in try entry.value.mapping(entry.key) {
                    attempt { reader throws(YamlError) in
                        guard let place = reader.field(field.key, among: known) else {
                            throw reader.unknown(
                                "field", "\(name).\(field.key)", field.keyStart, known)
                        }
                        try reader.readColumns(field, id, place)
                    }
                }
            case "prefixes": try readPrefixes(entry, id)
            default:
                throw YamlError(
                    message: "\"\(entry.key)\" of \(owner.prose("kind", name)) cannot be changed; "
                        + "only words can be added, below \"fields\" and \"prefixes\"",
                    mark: entry.keyStart)
            }
        }
    }

    // MARK: fields

    private mutating func readFields(_ entry: YamlPair, _ id: KindID) throws(YamlError) {
        for pair in try entry.value.mapping(entry.key) {
            if source != .bundled {
                try requireName(pair, "a field")
                if Self.ownFields.contains(pair.key) {
                    throw YamlError(
                        message: "a field cannot be called \"\(pair.key)\": every item has "
                            + "something else by that name", mark: pair.keyStart)
                }
            }
            let field = change { tables in
                let field = tables.field(pair.key)
                tables.kinds[id.rawValue].fields.append((field, []))
                return field
            }
            try readColumns(pair, id, field)
        }
    }

    /// The words of a field. What a block adds stands before what was there.
    private mutating func readColumns(
        _ pair: YamlPair, _ id: KindID, _ field: FieldID
    ) throws(YamlError) {
        var rank = -ColumnRank.layer * layer
        let name = "\(tables.kinds[id.rawValue].name).\(pair.key)"
        try forEachText(pair) { reader, text, mark throws(YamlError) in
            let word = try reader.word(text, mark)
            try reader.claim(
                "column \(id.rawValue) \(word.rawValue)", "the word \"\(text)\"",
                as: "the field \"\(name)\"", mark)
            reader.change { $0.columns.append((word, id, field, rank)) }
            rank += 1
        }
    }

    mutating func readPrefixes(_ entry: YamlPair, _ id: KindID) throws(YamlError) {
        for (text, mark) in try texts(entry) {
            let word = try word(text, mark)
            change { $0.prefixes.append((word, id)) }
        }
    }

    func field(_ name: String, among known: [FieldID]) -> FieldID? {
        known.first { tables.fields[$0.rawValue] == name }
    }

    func unknown(
        _ what: String, _ name: String, _ mark: YamlMark, _ known: [FieldID]
    ) -> YamlError {
        let names = known.map { tables.fields[$0.rawValue] }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return YamlError(
            message: "unknown \(what) \"\(name)\"\(suggestion(for: last, among: names))", mark: mark
        )
    }

    // MARK: what fields are

    private mutating func readKey(_ entry: YamlPair, _ id: KindID) throws(YamlError) {
        switch entry.key {
        case "identity":
            let places = try places(entry, id)
            change { tables in
                tables.kinds[id.rawValue].identity = places.map {
                    tables.kinds[id.rawValue].fields[$0].field
                }
            }
        case "needs": try mark(entry, id, .needed)
        case "levels": try mark(entry, id, .level)
        case "lists": try mark(entry, id, .list)
        case "flags": try mark(entry, id, .flag)
        case "dates": try mark(entry, id, .date)
        case "numbers": try mark(entry, id, .number)
        case "frame": try mark(entry, id, .frame)
        case "prefixes": try readPrefixes(entry, id)
        case "anywhere":
            let anywhere = try entry.value.boolean(entry.key)
            change { $0.kinds[id.rawValue].anywhere = anywhere }
        default:
            let place = try place(entry.value, entry.key, id)
            change { $0.kinds[id.rawValue].rest = $0.kinds[id.rawValue].fields[place].field }
        }
    }

    private mutating func mark(
        _ entry: YamlPair, _ id: KindID, _ trait: FieldTraits
    ) throws(YamlError) {
        let types: FieldTraits = [.level, .list, .flag, .date, .number]
        for element in try entry.value.list(entry.key) {
            let place = try place(element, entry.key, id)
            let other = tables.kinds[id.rawValue].fields[place].traits
            if types.contains(trait), !other.isDisjoint(with: types) {
                let name = try element.string(entry.key)
                throw YamlError(
                    message: "the field \"\(name)\" can be of one type only", mark: element.start)
            }
            change { _ = $0.kinds[id.rawValue].fields[place].traits.insert(trait) }
        }
    }

    /// The fields that a list names, by their places in the kind.
    private func places(_ entry: YamlPair, _ id: KindID) throws(YamlError) -> [Int] {
        var found: [Int] = []
        for element in try entry.value.list(entry.key) {
            found.append(try place(element, entry.key, id))
        }
        return found
    }

    private func place(_ node: YamlNode, _ key: String, _ id: KindID) throws(YamlError) -> Int {
        let name = try node.string(key)
        let known = tables.kinds[id.rawValue].fields.map(\.field)
        guard let place = known.firstIndex(where: { tables.fields[$0.rawValue] == name }) else {
            throw unknown(
                "field", "\(tables.kinds[id.rawValue].name).\(name)", node.start, known)
        }
        return place
    }
}

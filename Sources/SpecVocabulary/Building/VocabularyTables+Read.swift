package import Yaml

// Reading a vocabulary file. Kinds come before the sections that hold them, whatever the file's
// order, and languages last.

extension VocabularyTables {
    private static let keys = [
        "kinds", "sections", "metadata", "titles", "nothing", "appendices", "steps", "statuses",
        "levels", "months", "choices", "templates", "languages",
    ]

    /// Reads the bundled vocabulary.
    package init(bundled root: YamlNode) throws(YamlError) {
        self.init()
        for name in KindID.known { kinds.append(Kind(name: name)) }
        let pairs = try root.mapping("the vocabulary")
        for pair in pairs where !Self.keys.contains(pair.key) {
            throw pair.unknown(among: Self.keys)
        }
        for key in Self.keys {
            guard let pair = pairs.first(where: { $0.key == key }) else { continue }
            try read(pair)
        }
    }

    private mutating func read(_ pair: YamlPair) throws(YamlError) {
        switch pair.key {
        case "kinds": try readKinds(pair.value)
        case "sections": try readSections(pair.value)
        case "choices": try readChoices(pair.value)
        case "months": try readMonths(pair.value)
        case "templates": try readTemplates(pair.value)
        case "languages":
            for language in try pair.value.mapping(pair.key) { try readLanguage(language.value) }
        default: try readWords(pair, isOwn: true)
        }
    }

    /// The parts that every language has: words without a section or a kind.
    private mutating func readWords(_ pair: YamlPair, isOwn: Bool) throws(YamlError) {
        switch pair.key {
        case "metadata": try readMeanings(pair, \.metadata, isOwn)
        case "statuses": try readMeanings(pair, \.status, isOwn)
        case "levels": try readMeanings(pair, \.level, isOwn)
        case "titles": try readFlag(pair, .title, isOwn)
        case "nothing": try readFlag(pair, .nothing, isOwn)
        case "appendices": try readFlag(pair, .appendix, isOwn)
        case "steps": try readFlag(pair, .step, isOwn)
        default: throw pair.unknown(among: Self.keys)
        }
    }

    /// `meaning: [word, …]`. Of other languages, words add meanings and change none.
    private mutating func readMeanings(
        _ pair: YamlPair, _ meaning: WritableKeyPath<Meaning, (own: Int, any: Int)>, _ isOwn: Bool
    ) throws(YamlError) {
        for entry in try pair.value.mapping(pair.key) {
            let name = name(entry.key)
            for text in try Self.strings(entry) {
                let word = word(text).rawValue
                if isOwn {
                    meanings[word][keyPath: meaning] = (name, name)
                } else if meanings[word][keyPath: meaning].any == 0 {
                    meanings[word][keyPath: meaning].any = name
                }
            }
        }
    }

    private mutating func readFlag(
        _ pair: YamlPair, _ flag: WordFlag, _ isOwn: Bool
    ) throws(YamlError) {
        for text in try Self.strings(pair) {
            let word = word(text).rawValue
            meanings[word].flags.any |= flag.rawValue
            if isOwn { meanings[word].flags.own |= flag.rawValue }
        }
    }

    /// Twelve lists of names.
    private mutating func readMonths(_ node: YamlNode) throws(YamlError) {
        for (place, names) in try node.list("months").enumerated() {
            guard place < 12 else {
                throw YamlError(message: "more than twelve months", mark: names.start)
            }
            for name in try names.list("the names of a month") {
                let word = word(try name.string("the name of a month")).rawValue
                meanings[word].flags.any |= (place + 1) << WordFlag.monthShift
            }
        }
    }

    private mutating func readChoices(_ node: YamlNode) throws(YamlError) {
        for row in try node.list("choices") {
            for pair in try row.mapping("choices") where pair.key == "words" {
                for text in try Self.strings(pair) {
                    let word = word(text).rawValue
                    meanings[word].choices |= 1 << leasts.count
                }
            }
            leasts.append(try row["least"]?.integer("least") ?? 2)
        }
    }

    private mutating func readTemplates(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("templates") {
            let headings = Set(try Self.strings(pair).map { Words.normalised($0) })
            for heading in headings.sorted() {
                let word = word(heading).rawValue
                meanings[word].templates |= 1 << templates.count
            }
            templates.append((pair.key, headings.count))
        }
    }

    static func strings(_ pair: YamlPair) throws(YamlError) -> [String] {
        var values: [String] = []
        for element in try pair.value.list(pair.key) { values.append(try element.string(pair.key)) }
        return values
    }
}

// MARK: sections

extension VocabularyTables {
    private mutating func readSections(_ node: YamlNode) throws(YamlError) {
        let pairs = try node.mapping("sections")
        for pair in pairs where role(pair.key) == nil { roles.append(Role(name: pair.key)) }
        for pair in pairs {
            guard let id = role(pair.key) else { continue }
            for entry in try pair.value.mapping(pair.key) { try readRole(entry, id) }
        }
    }

    private mutating func readRole(_ entry: YamlPair, _ id: RoleID) throws(YamlError) {
        switch entry.key {
        case "names":
            for name in try Self.strings(entry) { headings.append((word(name), id, true)) }
        case "table":
            roles[id.rawValue].tables = try list(entry) { tables, name in tables.kind(name) }
        case "within":
            roles[id.rawValue].within = try list(entry) { tables, name in tables.role(name) }
        case "list": roles[id.rawValue].list = try held(entry)
        case "labelled": roles[id.rawValue].labelled = try held(entry)
        case "headings": roles[id.rawValue].headings = try held(entry)
        case "bold": roles[id.rawValue].bold = try held(entry)
        case "itself": roles[id.rawValue].itself = try held(entry)
        case "named": roles[id.rawValue].named = try held(entry)
        case "code": roles[id.rawValue].code = try held(entry)
        case "groups": roles[id.rawValue].groups = try entry.value.boolean(entry.key)
        default:
            throw entry.unknown(among: [
                "names", "table", "list", "labelled", "headings", "bold", "itself", "named",
                "code", "groups", "within",
            ])
        }
    }

    private func held(_ entry: YamlPair) throws(YamlError) -> KindID {
        let name = try entry.value.string(entry.key)
        guard let kind = kind(name) else {
            throw unknown("kind", name, entry.value, among: kinds.map(\.name))
        }
        return kind
    }

    /// The names in a list, each as what it stands for.
    private func list<ID>(
        _ entry: YamlPair, _ find: (VocabularyTables, String) -> ID?
    ) throws(YamlError) -> [ID] {
        var ids: [ID] = []
        for element in try entry.value.list(entry.key) {
            let name = try element.string(entry.key)
            guard let id = find(self, name) else {
                let isRole = entry.key == "within"
                throw unknown(
                    isRole ? "section" : "kind", name, element,
                    among: isRole ? roles.map(\.name) : kinds.map(\.name))
            }
            ids.append(id)
        }
        return ids
    }

    private func unknown(
        _ what: String, _ name: String, _ node: YamlNode, among known: [String]
    ) -> YamlError {
        YamlError(
            message: "unknown \(what) \"\(name)\"\(suggestion(for: name, among: known))",
            mark: node.start)
    }
}

// MARK: kinds

extension VocabularyTables {
    private mutating func readKinds(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("kinds") {
            if kind(pair.key) == nil { kinds.append(Kind(name: pair.key)) }
            guard let id = kind(pair.key) else { continue }
            let entries = try pair.value.mapping(pair.key)
            for entry in entries where entry.key == "fields" { try readFields(entry, id) }
            for entry in entries where entry.key != "fields" { try readKind(entry, id) }
        }
    }

    private mutating func readFields(_ entry: YamlPair, _ id: KindID) throws(YamlError) {
        for pair in try entry.value.mapping(entry.key) {
            let field = field(pair.key)
            kinds[id.rawValue].fields.append((field, []))
            for (rank, text) in try Self.strings(pair).enumerated() {
                columns.append((word(text), id, field, rank))
            }
        }
    }

    private mutating func readKind(_ entry: YamlPair, _ id: KindID) throws(YamlError) {
        switch entry.key {
        case "identity":
            kinds[id.rawValue].identity = try places(entry, id).map {
                kinds[id.rawValue].fields[$0].field
            }
        case "needs": try mark(entry, id, .needed)
        case "levels": try mark(entry, id, .level)
        case "lists": try mark(entry, id, .list)
        case "flags": try mark(entry, id, .flag)
        case "frame": try mark(entry, id, .frame)
        case "dates": try mark(entry, id, .date)
        case "prefixes":
            for text in try Self.strings(entry) { prefixes.append((word(text), id)) }
        case "anywhere": kinds[id.rawValue].anywhere = try entry.value.boolean(entry.key)
        case "rest":
            let place = try place(entry.value, entry.key, id)
            kinds[id.rawValue].rest = kinds[id.rawValue].fields[place].field
        default:
            throw entry.unknown(among: [
                "fields", "identity", "needs", "levels", "lists", "flags", "frame", "dates",
                "prefixes", "anywhere", "rest",
            ])
        }
    }

    private mutating func mark(
        _ entry: YamlPair, _ id: KindID, _ trait: FieldTraits
    ) throws(YamlError) {
        for place in try places(entry, id) { kinds[id.rawValue].fields[place].traits.insert(trait) }
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
        let known = kinds[id.rawValue].fields.map { fields[$0.field.rawValue] }
        guard let place = known.firstIndex(of: name) else {
            throw unknown("field", "\(kinds[id.rawValue].name).\(name)", node, among: known)
        }
        return place
    }
}

// MARK: other languages

extension VocabularyTables {
    /// Adds the words of one language: they add meanings and change none.
    private mutating func readLanguage(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("a language") {
            switch pair.key {
            case "sections":
                for entry in try pair.value.mapping(pair.key) {
                    guard let role = role(entry.key) else {
                        throw entry.unknown(among: roles.map(\.name))
                    }
                    for name in try Self.strings(entry) {
                        headings.append((word(name), role, false))
                    }
                }
            case "common":
                for entry in try pair.value.mapping(pair.key) {
                    for (index, kind) in kinds.enumerated() {
                        guard
                            let field = kind.fields.first(where: {
                                fields[$0.field.rawValue] == entry.key
                            })
                        else { continue }
                        try addColumns(
                            entry, KindID(rawValue: index), field.field, ColumnRank.common)
                    }
                }
            case "columns":
                for entry in try pair.value.mapping(pair.key) {
                    guard let id = kind(entry.key) else {
                        throw entry.unknown(among: kinds.map(\.name))
                    }
                    let known = kinds[id.rawValue].fields.map(\.field)
                    for field in try entry.value.mapping(entry.key) {
                        guard let place = known.first(where: { fields[$0.rawValue] == field.key })
                        else { throw field.unknown(among: known.map { fields[$0.rawValue] }) }
                        try addColumns(field, id, place, ColumnRank.languages)
                    }
                }
            default: try readWords(pair, isOwn: false)
            }
        }
    }

    private mutating func addColumns(
        _ pair: YamlPair, _ kind: KindID, _ field: FieldID, _ rank: Int
    ) throws(YamlError) {
        for (index, text) in try Self.strings(pair).enumerated() {
            columns.append((word(text), kind, field, rank + index))
        }
    }
}

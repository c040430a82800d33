package import Yaml

/// Whose words they are.
package enum VocabularySource: Sendable, Equatable {
    case bundled
    /// The name of a plugin.
    case plugin(String)
    /// `perilune.yml`.
    case workspace
}

/// Puts a vocabulary together from YAML: the bundled file, then the blocks that plugins and a
/// workspace add, each of which wins over those before it.
package struct VocabularyReader {
    private(set) package var tables: VocabularyTables
    /// Who said what a word, a kind or a section means.
    var claims: [String: (meaning: String, owner: VocabularySource)] = [:]
    var source = VocabularySource.bundled
    /// Counts the blocks that were read.
    private(set) var layer = 0
    private(set) var errors: [YamlError] = []
    /// Was there too much of something? What stands behind is not read.
    private var isFull = false
    /// What a kind cannot be called.
    let reserved: Set<String>

    private static let keys = [
        "kinds", "sections", "metadata", "titles", "nothing", "appendices", "steps", "positions",
        "statuses", "levels", "months", "choices", "templates", "languages",
    ]

    /// Begins with the bundled file.
    package init(bundled root: YamlNode) throws(YamlError) {
        tables = VocabularyTables()
        reserved = []
        for name in KindID.known { tables.kinds.append(VocabularyTables.Kind(name: name)) }
        read(root)
        if let error = errors.first { throw error }
    }

    /// Begins with a compiled vocabulary.
    /// - Parameter reserved: what a kind cannot be called.
    package init(_ index: VocabularyIndex, reserved: Set<String>) {
        tables = VocabularyTables(index)
        self.reserved = reserved
    }

    /// Adds a block. Where anything in it is wrong nothing of it is added, and all that is wrong
    /// is given, in the order in which it stands there.
    package mutating func add(_ root: YamlNode, from source: VocabularySource) -> [YamlError] {
        let before = (tables, claims)
        self.source = source
        layer += 1
        if layer > VocabularyLimits.plugins + 1 {
            note("more than \(VocabularyLimits.plugins) plugins add words", root.start)
        } else {
            read(root)
        }
        let found = errors
        errors = []
        isFull = false
        if !found.isEmpty { (tables, claims) = before }
        return found.sorted { $0.mark.offset < $1.mark.offset }
    }

    /// The compiled vocabulary.
    package var index: VocabularyIndex {
        let written = IndexWriter(tables)
        return VocabularyIndex(text: IndexBytes(written.text), units: IndexBytes(written.units))
    }

    // MARK: reading

    /// Kinds come before the sections that hold them, whatever the file's order, and languages
    /// last.
    private mutating func read(_ root: YamlNode) {
        attempt { reader throws(YamlError) in
            let pairs = try root.mapping("vocabulary")
            let known =
                reader.source == .bundled ? Self.keys : Self.keys.filter { $0 != "templates" }
            for pair in pairs where !known.contains(pair.key) {
                reader.attempt { _ throws(YamlError) in throw pair.unknown(among: known) }
            }
            for key in known {
                for pair in pairs where pair.key == key {
                    reader.attempt { reader throws(YamlError) in try reader.read(pair) }
                }
            }
            if reader.errors.isEmpty, let excess = reader.tables.excess {
                reader.note("the vocabulary is full: more than \(excess) in all", root.start)
            }
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
            for language in try pair.value.mapping(pair.key) {
                attempt { reader throws(YamlError) in try reader.readLanguage(language.value) }
            }
        default: try readWords(pair, isOwn: true)
        }
    }

    /// Notes what went wrong and lets the rest go on.
    mutating func attempt(
        _ body: (inout VocabularyReader) throws(YamlError) -> Void
    ) {
        guard !isFull, errors.count < VocabularyLimits.errors else { return }
        do throws(YamlError) {
            try body(&self)
        } catch {
            errors.append(error)
        }
    }

    mutating func note(_ message: String, _ mark: YamlMark) {
        attempt { _ throws(YamlError) in throw YamlError(message: message, mark: mark) }
    }

    /// Notes that there is too much, and stops.
    mutating func stop(_ message: String, _ mark: YamlMark) {
        note(message, mark)
        isFull = true
    }

    /// Changes the tables.
    mutating func change<Result>(_ body: (inout VocabularyTables) -> Result) -> Result {
        body(&tables)
    }

    // MARK: words

    /// The words of a list that has them and nothing else.
    func texts(_ pair: YamlPair) throws(YamlError) -> [(text: String, mark: YamlMark)] {
        let nodes = try pair.value.list(pair.key)
        if source != .bundled, nodes.count > VocabularyLimits.list {
            throw YamlError(
                message: "\"\(pair.key)\" has \(nodes.count) elements; at most "
                    + "\(VocabularyLimits.list) are read", mark: pair.keyStart)
        }
        var texts: [(String, YamlMark)] = []
        for node in nodes { texts.append((try node.string(pair.key), node.start)) }
        return texts
    }

    /// Goes through the words of a list; what is wrong with one lets the others go on.
    mutating func forEachText(
        _ pair: YamlPair,
        _ body: (inout VocabularyReader, String, YamlMark) throws(YamlError) -> Void
    ) throws(YamlError) {
        for (text, mark) in try texts(pair) {
            attempt { reader throws(YamlError) in try body(&reader, text, mark) }
        }
    }

    /// The number of a word; what is left of it once normalised must be something, and short.
    mutating func word(
        _ text: String, _ mark: YamlMark, mayBeEmpty: Bool = false
    ) throws(YamlError) -> WordID {
        let normalised = Words.normalised(text)
        let shown = text.utf8.count > 60 ? text.prefix(50) + "…" : text[...]
        if normalised.isEmpty, !mayBeEmpty {
            throw YamlError(
                message: "\"\(shown)\" is no word: words are compared without marks and emoji",
                mark: mark)
        }
        if normalised.utf8.count > VocabularyLimits.word {
            throw YamlError(
                message: "the word \"\(shown)\" has \(normalised.utf8.count) bytes; at most "
                    + "\(VocabularyLimits.word) are compared", mark: mark)
        }
        return tables.word(normalised: normalised)
    }

    /// Says what a word or a name means. One thing only within a block, and between plugins; a
    /// workspace has the last word.
    /// - Parameters:
    ///   - what: the word as a message shows it: `the word "sev 1"`.
    ///   - meaning: as a message shows it: `the level "critical"`.
    mutating func claim(
        _ key: String, _ what: String, as meaning: String, _ mark: YamlMark
    ) throws(YamlError) {
        guard source != .bundled else { return }
        defer { claims[key] = (meaning, source) }
        guard let other = claims[key] else { return }
        if other.owner == source {
            throw YamlError(
                message: other.meaning == meaning
                    ? "\(what) stands twice as \(meaning)"
                    : "\(what) is \(other.meaning) already; it cannot be \(meaning) too",
                mark: mark)
        }
        guard case .plugin(let name) = other.owner, source != .workspace,
            other.meaning != meaning
        else { return }
        throw YamlError(
            message: "\(what) is \(meaning) here and \(other.meaning) in the plugin \"\(name)\"; "
                + "they cannot both be on", mark: mark)
    }

    /// The parts that every language has: words without a section or a kind.
    mutating func readWords(_ pair: YamlPair, isOwn: Bool) throws(YamlError) {
        switch pair.key {
        case "metadata": try readMeanings(pair, \.metadata, "the metadata field", isOwn)
        case "statuses": try readMeanings(pair, \.status, "the status", isOwn)
        case "levels": try readMeanings(pair, \.level, "the level", isOwn)
        case "titles": try readFlag(pair, .title, isOwn)
        case "nothing": try readFlag(pair, .nothing, isOwn)
        case "appendices": try readFlag(pair, .appendix, isOwn)
        case "steps": try readFlag(pair, .step, isOwn)
        case "positions": try readFlag(pair, .position, isOwn)
        default:
            throw pair.unknown(among: [
                "metadata", "statuses", "levels", "titles", "nothing", "appendices", "steps",
                "positions", "sections", "common", "columns",
            ])
        }
    }

    /// `meaning: [word, …]`. Of other languages, words add meanings and change none.
    private mutating func readMeanings(
        _ pair: YamlPair,
        _ path: WritableKeyPath<VocabularyTables.Meaning, (own: Int, any: Int)>, _ what: String,
        _ isOwn: Bool
    ) throws(YamlError) {
        let known = source == .bundled ? nil : tables.names(path)
        for entry in try pair.value.mapping(pair.key) {
            attempt { reader throws(YamlError) in
                if let known, !known.contains(entry.key) {
                    throw reader.unknown(
                        String(what.dropFirst(4)), entry.key, entry.keyStart, among: known)
                }
                let name = reader.tables.name(entry.key)
                try reader.forEachText(entry) { reader, text, mark throws(YamlError) in
                    let word = try reader.word(text, mark)
                    if isOwn {
                        try reader.claim(
                            "\(pair.key) \(word.rawValue)", "the word \"\(text)\"",
                            as: "\(what) \"\(entry.key)\"", mark)
                        reader.tables.meanings[word.rawValue][keyPath: path] = (name, name)
                    } else if reader.tables.meanings[word.rawValue][keyPath: path].any == 0 {
                        reader.tables.meanings[word.rawValue][keyPath: path].any = name
                    }
                }
            }
        }
    }

    private mutating func readFlag(
        _ pair: YamlPair, _ flag: WordFlag, _ isOwn: Bool
    ) throws(YamlError) {
        try forEachText(pair) { reader, text, mark throws(YamlError) in
            let word = try reader.word(text, mark, mayBeEmpty: flag == .nothing).rawValue
            reader.tables.meanings[word].flags.any |= flag.rawValue
            if isOwn { reader.tables.meanings[word].flags.own |= flag.rawValue }
        }
    }

    private mutating func readChoices(_ node: YamlNode) throws(YamlError) {
        for row in try node.list("choices") {
            attempt { reader throws(YamlError) in try reader.readChoice(row) }
        }
    }

    private mutating func readChoice(_ row: YamlNode) throws(YamlError) {
        let pairs = try row.mapping("choices")
        for pair in pairs where pair.key != "words" && pair.key != "least" {
            throw pair.unknown(among: ["words", "least"])
        }
        guard let words = pairs.first(where: { $0.key == "words" }) else {
            throw YamlError(message: "an entry of \"choices\" needs \"words\"", mark: row.start)
        }
        let least = try row["least"]?.integer("least") ?? 2
        guard (2...VocabularyLimits.list).contains(least) else {
            throw row["least", default: row].expected("2 or more", "least")
        }
        guard tables.leasts.count < VocabularyLimits.choices else {
            return stop("more than \(VocabularyLimits.choices) choices in all", row.start)
        }
        for (text, mark) in try texts(words) {
            let word = try word(text, mark)
            tables.meanings[word.rawValue].choices |= 1 << tables.leasts.count
        }
        tables.leasts.append(least)
    }

    /// Twelve lists of names, in any language.
    private mutating func readMonths(_ node: YamlNode) throws(YamlError) {
        for (place, names) in try node.list("months").enumerated() {
            guard place < 12 else {
                throw YamlError(message: "more than twelve months", mark: names.start)
            }
            for name in try names.list("the names of a month") {
                let word = try word(name.string("the name of a month"), name.start).rawValue
                let bits = WordFlag.month.rawValue
                let flags = tables.meanings[word].flags.any & ~bits
                tables.meanings[word].flags.any = flags | (place + 1) << WordFlag.monthShift
            }
        }
    }

    private mutating func readTemplates(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("templates") {
            var headings: Set<WordID> = []
            for (text, mark) in try texts(pair) { headings.insert(try word(text, mark)) }
            for word in headings {
                tables.meanings[word.rawValue].templates |= 1 << tables.templates.count
            }
            tables.templates.append((pair.key, headings.count))
        }
    }

    // MARK: names

    /// Throws for what cannot be the name of a kind, a field or a section.
    func requireName(_ pair: YamlPair, _ what: String) throws(YamlError) {
        let bytes = pair.key.utf8
        let isName =
            bytes.count <= VocabularyLimits.name
            && bytes.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } == true
            && bytes.last != UInt8(ascii: "-")
            && bytes.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
            }
        guard isName else {
            let shown = bytes.count > 60 ? pair.key.prefix(50) + "…" : pair.key[...]
            throw YamlError(
                message: "\(what) cannot be called \"\(shown)\"; use up to "
                    + "\(VocabularyLimits.name) lower-case letters, digits and \"-\"",
                mark: pair.keyStart)
        }
    }

    func unknown(
        _ what: String, _ name: String, _ mark: YamlMark, among known: [String]
    ) -> YamlError {
        YamlError(
            message: "unknown \(what) \"\(name)\"\(suggestion(for: name, among: known))", mark: mark
        )
    }

    /// Was a name there before this block was read, and by whom? nil where it is new.
    func owner(_ key: String, isKnown: Bool) -> VocabularySource? {
        guard isKnown else { return nil }
        return claims[key]?.owner ?? .bundled
    }
}

extension VocabularySource {
    /// "the built-in", "the plugin's": for messages.
    func prose(_ what: String, _ name: String) -> String {
        switch self {
        case .bundled: "the built-in \(what) \"\(name)\""
        case .plugin(let plugin): "the \(what) \"\(name)\" of the plugin \"\(plugin)\""
        case .workspace: "the \(what) \"\(name)\""
        }
    }
}

extension YamlNode {
    fileprivate subscript(_ key: String, default node: YamlNode) -> YamlNode { self[key] ?? node }

    /// What it says, without the places: equal of two that say the same.
    var shape: String {
        switch value {
        case .scalar(let text, _): "\"\(text)\""
        case .sequence(let elements): "[" + elements.map(\.shape).joined(separator: ",") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\"\($0.key)\":\($0.value.shape)" }.sorted().joined(separator: ",")
                + "}"
        }
    }
}

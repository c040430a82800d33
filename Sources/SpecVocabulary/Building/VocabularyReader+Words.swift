internal import Yaml

/// Words and what they mean by themselves: metadata, levels, statuses, months, choices, templates.
extension VocabularyReader {
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
        return change { $0.word(normalised: normalised) }
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
                let name = reader.change { $0.name(entry.key) }
                try reader.forEachText(entry) { reader, text, mark throws(YamlError) in
                    let word = try reader.word(text, mark)
                    if isOwn {
                        try reader.claim(
                            "\(pair.key) \(word.rawValue)", "the word \"\(text)\"",
                            as: "\(what) \"\(entry.key)\"", mark)
                        reader.change { $0.meanings[word.rawValue][keyPath: path] = (name, name) }
                    } else if reader.tables.meanings[word.rawValue][keyPath: path].any == 0 {
                        reader.change { $0.meanings[word.rawValue][keyPath: path].any = name }
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
            reader.change { $0.meanings[word].flags.any |= flag.rawValue }
            if isOwn { reader.change { $0.meanings[word].flags.own |= flag.rawValue } }
        }
    }

    mutating func readChoices(_ node: YamlNode) throws(YamlError) {
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
            throw (row["least"] ?? row).expected("2 or more", "least")
        }
        guard tables.leasts.count < VocabularyLimits.choices else {
            return stop("more than \(VocabularyLimits.choices) choices in all", row.start)
        }
        for (text, mark) in try texts(words) {
            let word = try word(text, mark)
            change { $0.meanings[word.rawValue].choices |= 1 << $0.leasts.count }
        }
        change { $0.leasts.append(least) }
    }

    /// Twelve lists of names, in any language.
    mutating func readMonths(_ node: YamlNode) throws(YamlError) {
        for (place, names) in try node.list("months").enumerated() {
            guard place < 12 else {
                throw YamlError(message: "more than twelve months", mark: names.start)
            }
            for name in try names.list("the names of a month") {
                let word = try word(name.string("the name of a month"), name.start).rawValue
                let bits = WordFlag.month.rawValue
                let flags = tables.meanings[word].flags.any & ~bits
                change { $0.meanings[word].flags.any = flags | (place + 1) << WordFlag.monthShift }
            }
        }
    }

    mutating func readTemplates(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("templates") {
            var headings: Set<WordID> = []
            for (text, mark) in try texts(pair) { headings.insert(try word(text, mark)) }
            for word in headings {
                change { $0.meanings[word.rawValue].templates |= 1 << $0.templates.count }
            }
            change { $0.templates.append((pair.key, headings.count)) }
        }
    }

    /// Rows of headings; those of one row are the same, others of the same role are not.
    mutating func readDistinct(_ node: YamlNode) throws(YamlError) {
        for (number, row) in try node.list("distinct").enumerated() {
            for name in try row.list("a row of \"distinct\"") {
                let word = try word(name.string("a heading"), name.start)
                change { $0.meanings[word.rawValue].row = number + 1 }
            }
        }
    }
}

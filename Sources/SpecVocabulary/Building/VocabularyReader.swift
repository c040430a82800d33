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
        "statuses", "levels", "months", "choices", "templates", "distinct",
        "languages",
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
                reader.source == .bundled
                ? Self.keys : Self.keys.filter { !["templates", "distinct"].contains($0) }
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
        case "distinct": try readDistinct(pair.value)
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

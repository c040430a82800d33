internal import Yaml

/// Words of other languages: they add meanings and change none.
extension Vocabulary {
    /// Ranks of columns' words: another language's behind English, its common ones behind its own.
    private static let rank = 1000
    private static let commonRank = 2000

    /// Adds the words of one language.
    mutating func addLanguage(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("a language") {
            switch pair.key {
            case "metadata": metadataRoles.merge(try Self.words(pair.value)) { own, _ in own }
            case "titles": titlePrefixes.formUnion(try Self.set(pair.value))
            case "statuses": statuses.merge(try Self.words(pair.value)) { own, _ in own }
            case "levels": levels.merge(try Self.words(pair.value)) { own, _ in own }
            case "nothing": nothing.formUnion(try Self.set(pair.value))
            case "steps": steps.formUnion(try Self.set(pair.value))
            case "sections": try addNames(pair.value)
            case "common": try addCommon(pair.value)
            case "columns": try addColumns(pair.value)
            default:
                throw YamlError(message: "unknown key \"\(pair.key)\"", mark: pair.keyStart)
            }
        }
    }

    private mutating func addNames(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("sections") {
            guard roles[pair.key] != nil else {
                throw YamlError(message: "unknown section \"\(pair.key)\"", mark: pair.keyStart)
            }
            for name in try Self.strings(pair.value) {
                let heading = Words.normalised(name)
                if rolesByHeading[heading]?.contains(pair.key) != true {
                    rolesByHeading[heading, default: []].append(pair.key)
                }
            }
        }
    }

    private mutating func addCommon(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("common") {
            let words = try Self.strings(pair.value)
            for kind in kindNames where kinds[kind]?.fields.contains(pair.key) == true {
                addWords(words, to: pair.key, of: kind, Self.commonRank)
            }
        }
    }

    private mutating func addColumns(_ node: YamlNode) throws(YamlError) {
        for kind in try node.mapping("columns") {
            for field in try kind.value.mapping(kind.key) {
                guard kinds[kind.key]?.fields.contains(field.key) == true else {
                    throw YamlError(
                        message: "unknown field \"\(kind.key).\(field.key)\"",
                        mark: field.keyStart)
                }
                let words = try Self.strings(field.value)
                addWords(words, to: field.key, of: kind.key, Self.rank)
            }
        }
    }

    private mutating func addWords(
        _ words: [String], to field: String, of kind: String, _ rank: Int
    ) {
        for (index, word) in words.enumerated() {
            kinds[kind]?.columns[Words.normalised(word), default: []].append((field, rank + index))
        }
    }
}

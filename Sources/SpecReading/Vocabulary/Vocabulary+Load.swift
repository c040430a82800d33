internal import Yaml

extension Vocabulary {
    /// Compiles a vocabulary file.
    init(_ root: YamlNode) throws(YamlError) {
        for pair in try root.mapping("the vocabulary") {
            switch pair.key {
            case "metadata": metadataRoles = try Self.words(pair.value)
            case "titles": titlePrefixes = try Self.set(pair.value)
            case "nothing": nothing = try Self.set(pair.value)
            case "appendices": appendices = try Self.set(pair.value)
            case "steps": steps = try Self.set(pair.value)
            case "statuses": statuses = try Self.words(pair.value)
            case "levels": levels = try Self.words(pair.value)
            case "choices": choices = try Self.choices(pair.value)
            case "sections": try addSections(pair.value)
            case "kinds": try addKinds(pair.value)
            case "templates": templates = try Self.templates(pair.value)
            case "languages":
                for language in try pair.value.mapping("languages") {
                    try addLanguage(language.value)
                }
            default:
                throw YamlError(message: "unknown key \"\(pair.key)\"", mark: pair.keyStart)
            }
        }
    }

    /// `meaning: [word, …]` turned round.
    static func words(_ node: YamlNode) throws(YamlError) -> [String: String] {
        var meanings: [String: String] = [:]
        for pair in try node.mapping("words") {
            for word in try strings(pair.value) { meanings[Words.normalised(word)] = pair.key }
        }
        return meanings
    }

    private static func choices(_ node: YamlNode) throws(YamlError) -> [ChoiceSet] {
        var sets: [ChoiceSet] = []
        for row in try node.list("choices") {
            let words = try row["words"].map(strings) ?? []
            let least = try row["least"]?.integer("least") ?? 2
            sets.append(ChoiceSet(words: Set(words.map { Words.normalised($0) }), least: least))
        }
        return sets
    }

    private static func templates(_ node: YamlNode) throws(YamlError) -> [TemplateSignature] {
        var signatures: [TemplateSignature] = []
        for pair in try node.mapping("templates") {
            let headings = try strings(pair.value).map { Words.normalised($0) }
            signatures.append(TemplateSignature(name: pair.key, headings: Set(headings)))
        }
        return signatures
    }

    private mutating func addSections(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("sections") {
            var role = SectionRole(name: pair.key)
            for entry in try pair.value.mapping(pair.key) {
                switch entry.key {
                case "names":
                    for name in try Self.strings(entry.value) {
                        rolesByHeading[Words.normalised(name), default: []].append(pair.key)
                    }
                case "table": role.tables = try Self.strings(entry.value)
                case "list": role.list = try entry.value.string(entry.key)
                case "labelled": role.labelledList = try entry.value.string(entry.key)
                case "headings": role.headings = try entry.value.string(entry.key)
                case "bold": role.bold = try entry.value.string(entry.key)
                case "named": role.named = try entry.value.string(entry.key)
                case "code": role.code = try entry.value.string(entry.key)
                case "groups": role.groups = try entry.value.boolean(entry.key)
                case "itself": role.itself = try entry.value.string(entry.key)
                case "within": role.within = try Self.strings(entry.value)
                default:
                    throw YamlError(message: "unknown key \"\(entry.key)\"", mark: entry.keyStart)
                }
            }
            roles[pair.key] = role
        }
    }

    private mutating func addKinds(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("kinds") {
            var kind = ItemKind(name: pair.key)
            for entry in try pair.value.mapping(pair.key) {
                switch entry.key {
                case "identity": kind.identity = try Self.strings(entry.value)
                case "needs": kind.needs = try Self.strings(entry.value)
                case "levels": kind.levels = Set(try Self.strings(entry.value))
                case "lists": kind.lists = Set(try Self.strings(entry.value))
                case "flags": kind.flags = Set(try Self.strings(entry.value))
                case "prefixes": kind.prefixes = Set(try Self.strings(entry.value))
                case "frame": kind.frame = Set(try Self.strings(entry.value))
                case "anywhere": kind.anywhere = try entry.value.boolean(entry.key)
                case "rest": kind.rest = try entry.value.string(entry.key)
                case "fields":
                    for field in try entry.value.mapping(entry.key) {
                        kind.fields.append(field.key)
                        for (rank, word) in try Self.strings(field.value).enumerated() {
                            kind.columns[Words.normalised(word), default: []]
                                .append((field.key, rank))
                        }
                    }
                default:
                    throw YamlError(message: "unknown key \"\(entry.key)\"", mark: entry.keyStart)
                }
            }
            kinds[pair.key] = kind
            kindNames.append(pair.key)
        }
    }

    static func set(_ node: YamlNode) throws(YamlError) -> Set<String> {
        Set(try strings(node).map { Words.normalised($0) })
    }

    static func strings(_ node: YamlNode) throws(YamlError) -> [String] {
        var values: [String] = []
        for element in try node.list("a list") { values.append(try element.string("a word")) }
        return values
    }
}

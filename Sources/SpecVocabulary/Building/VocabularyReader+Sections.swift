internal import Yaml

/// Sections: which headings have a role, and what stands below them.
extension VocabularyReader {
    private static let keys = [
        "names", "table", "list", "labelled", "headings", "bold", "itself", "named", "code",
        "groups", "within",
    ]

    mutating func readSections(_ node: YamlNode) throws(YamlError) {
        let pairs = try node.mapping("sections")
        // A section may stand within one that comes behind it.
        var new: Set<String> = []
        for pair in pairs where tables.role(pair.key) == nil {
            new.insert(pair.key)
            if source != .bundled {
                guard tables.roles.count < VocabularyLimits.sections else {
                    return stop(
                        "more than \(VocabularyLimits.sections) sections in all", pair.keyStart)
                }
                let before = errors.count
                attempt { reader throws(YamlError) in try reader.requireNewSection(pair) }
                // What it holds is not looked at.
                if errors.count > before { continue }
            }
            change { $0.roles.append(VocabularyTables.Role(name: pair.key)) }
        }
        for pair in pairs {
            attempt { reader throws(YamlError) in
                try reader.readSection(pair, isNew: new.contains(pair.key))
            }
        }
    }

    private func requireNewSection(_ pair: YamlPair) throws(YamlError) {
        try requireName(pair, "a section")
        if pair.value["names"] == nil {
            let near = nearestName(to: pair.key, among: tables.roles.map(\.name))
            throw YamlError(
                message: "the new section \"\(pair.key)\" needs \"names\", the headings that it has"
                    + (near.map { "; or did you mean the section \"\($0)\"?" } ?? ""),
                mark: pair.keyStart)
        }
    }

    private mutating func readSection(_ pair: YamlPair, isNew: Bool) throws(YamlError) {
        guard let id = tables.role(pair.key) else { return }
        let entries = try pair.value.mapping(pair.key)
        for entry in entries where !Self.keys.contains(entry.key) {
            throw entry.unknown(among: Self.keys)
        }
        if source == .bundled || isNew {
            let shape = entries.filter { $0.key != "names" }.map { "\($0.key) \($0.value.shape)" }
            if source != .bundled {
                claims["section \(pair.key)"] = (shape.sorted().joined(separator: " "), source)
            }
            for entry in entries where entry.key != "names" { try readKey(entry, id) }
        } else {
            try extend(entries, id, pair)
        }
        for entry in entries where entry.key == "names" { try readNames(entry, id) }
    }

    /// Of a section that is there already, its headings and the tables below them can be more.
    private mutating func extend(
        _ entries: [YamlPair], _ id: RoleID, _ pair: YamlPair
    ) throws(YamlError) {
        let claim = claims["section \(pair.key)"]
        let shape = entries.filter { $0.key != "names" }.map { "\($0.key) \($0.value.shape)" }
        if let claim, claim.meaning == shape.sorted().joined(separator: " ") { return }
        if let claim, case .plugin(let other) = claim.owner, case .plugin = source, !shape.isEmpty {
            throw YamlError(
                message: "the plugin \"\(other)\" defines the section \"\(pair.key)\" another way; "
                    + "they cannot both be on", mark: pair.keyStart)
        }
        for entry in entries where entry.key != "names" {
            guard entry.key == "table" else {
                let whose = (claim?.owner ?? .bundled).prose("section", pair.key)
                throw YamlError(
                    message: "\"\(entry.key)\" of \(whose) cannot be changed; only \"names\" and "
                        + "\"table\" can have more", mark: entry.keyStart)
            }
            let kinds = try kinds(entry)
            change { tables in
                let role = tables.roles[id.rawValue]
                tables.roles[id.rawValue].tables =
                    kinds + role.tables.filter { !kinds.contains($0) }
            }
        }
    }

    private mutating func readNames(_ entry: YamlPair, _ id: RoleID) throws(YamlError) {
        let role = tables.roles[id.rawValue]
        let within = role.within.map { "\($0.rawValue)" }.joined(separator: " ")
        let layer = layer
        try forEachText(entry) { reader, text, mark throws(YamlError) in
            let word = try reader.word(text, mark)
            try reader.claim(
                "heading \(word.rawValue) within \(within)", "the heading \"\(text)\"",
                as: "the section \"\(role.name)\"", mark)
            reader.change { $0.headings.append((word, id, true, layer)) }
        }
    }

    private mutating func readKey(_ entry: YamlPair, _ id: RoleID) throws(YamlError) {
        switch entry.key {
        case "table":
            let kinds = try kinds(entry)
            change { $0.roles[id.rawValue].tables = kinds }
        case "within":
            var within: [RoleID] = []
            for (name, mark) in try texts(entry) {
                guard let role = tables.role(name) else {
                    throw unknown("section", name, mark, among: tables.roles.map(\.name))
                }
                within.append(role)
            }
            change { $0.roles[id.rawValue].within = within }
        case "list": try hold(entry, id, \.list)
        case "labelled": try hold(entry, id, \.labelled)
        case "headings": try hold(entry, id, \.headings)
        case "bold": try hold(entry, id, \.bold)
        case "itself": try hold(entry, id, \.itself)
        case "named": try hold(entry, id, \.named)
        case "code":
            try hold(entry, id, \.code)
            if tables.roles[id.rawValue].code != .endpoint {
                throw entry.value.expected(
                    "\"endpoint\", the one kind that is read from code", "code")
            }
        default:
            let groups = try entry.value.boolean(entry.key)
            change { $0.roles[id.rawValue].groups = groups }
        }
    }

    private mutating func hold(
        _ entry: YamlPair, _ id: RoleID,
        _ path: WritableKeyPath<VocabularyTables.Role, KindID?>
    ) throws(YamlError) {
        let name = try entry.value.string(entry.key)
        guard let kind = tables.kind(name) else {
            throw unknown("kind", name, entry.value.start, among: tables.kinds.map(\.name))
        }
        change { $0.roles[id.rawValue][keyPath: path] = kind }
    }

    private func kinds(_ entry: YamlPair) throws(YamlError) -> [KindID] {
        var kinds: [KindID] = []
        for (name, mark) in try texts(entry) {
            guard let kind = tables.kind(name) else {
                throw unknown("kind", name, mark, among: tables.kinds.map(\.name))
            }
            kinds.append(kind)
        }
        return kinds
    }
}

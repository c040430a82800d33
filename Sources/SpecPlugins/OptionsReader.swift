internal import Printable
internal import Yaml

/// Reads `options:` of a manifest: stage → name → option → its declaration.
enum OptionsReader {
    private static let keys = ["type", "default", "choices", "minimum", "maximum", "summary"]

    static func read(_ node: YamlNode?) throws(YamlError) -> [Stage: [Manifest.DeclaredOptions]] {
        var result: [Stage: [Manifest.DeclaredOptions]] = [:]
        for pair in try node?.mapping("options") ?? [] {
            guard let stage = Stage(rawValue: pair.key) else {
                throw pair.unknown(among: Stage.allCases.map(\.rawValue))
            }
            var owners: [Manifest.DeclaredOptions] = []
            for owner in try pair.value.mapping(pair.key) {
                var options: [OptionDeclaration] = []
                for option in try owner.value.mapping(owner.key) {
                    options.append(try declaration(option))
                }
                owners.append(
                    Manifest.DeclaredOptions(
                        owner: owner.key, mark: owner.keyStart,
                        options: options.sorted { $0.name < $1.name }))
            }
            result[stage] = owners
        }
        return result
    }

    private static func declaration(_ pair: YamlPair) throws(YamlError) -> OptionDeclaration {
        let node = pair.value
        guard pair.key.isSnakeCase else {
            throw YamlError(
                message: "option \"\(pair.key)\" is not made of lower-case words joined by \"_\"",
                mark: pair.keyStart)
        }
        for key in try node.mapping(pair.key) where !keys.contains(key.key) {
            throw key.unknown(among: keys)
        }
        var declaration = OptionDeclaration(
            name: pair.key, type: try type(pair), defaultValue: .boolean(false),
            summary: (try node["summary"]?.string("summary") ?? "").printable)
        try readBounds(node, into: &declaration)
        guard let standard = node["default"] else {
            throw YamlError(
                message: "option \"\(pair.key)\" has no \"default\"", mark: pair.keyStart)
        }
        declaration.defaultValue = try declaration.value(from: standard)
        return declaration
    }

    private static func type(
        _ pair: YamlPair
    ) throws(YamlError) -> OptionDeclaration.ValueType {
        let known = OptionDeclaration.ValueType.allCases.map(\.rawValue)
        guard let node = pair.value["type"] else {
            throw YamlError(
                message: "option \"\(pair.key)\" has no \"type\"; expected one of "
                    + known.joined(separator: ", "),
                mark: pair.keyStart)
        }
        let text = try node.string("type")
        guard let type = OptionDeclaration.ValueType(rawValue: text) else {
            throw YamlError(
                message: "unknown type \"\(text)\"\(suggestion(for: text, among: known))",
                mark: node.start)
        }
        return type
    }

    private static func readBounds(
        _ node: YamlNode, into declaration: inout OptionDeclaration
    ) throws(YamlError) {
        let isNumber = [.integer, .number].contains(declaration.type)
        for (key, value) in [("minimum", node["minimum"]), ("maximum", node["maximum"])] {
            guard let value else { continue }
            guard isNumber else {
                throw YamlError(
                    message: "\"\(key)\" is for numbers, the option is of type "
                        + declaration.type.rawValue,
                    mark: value.start)
            }
            let bound = try value.number(key)
            if key == "minimum" { declaration.minimum = bound } else { declaration.maximum = bound }
        }
        guard let choices = node["choices"] else { return }
        guard declaration.type == .string || declaration.type == .list else {
            throw YamlError(
                message: "\"choices\" is for strings and lists, the option is of type "
                    + declaration.type.rawValue,
                mark: choices.start)
        }
        for choice in try choices.list("choices") {
            declaration.choices.append(try choice.string("choices"))
        }
    }
}

internal import SpecModel
internal import SpecPlugins
internal import Yaml

/// Reads a `perilune.yml`, and goes on after an error so that all of them can be mended at once.
struct ConfigurationReader {
    private let path: String
    private(set) var problems: [Problem] = []
    var configuration = Configuration()
    /// Could `plugins:` not be read whole, or not even be found?
    private(set) var arePluginsDoubtful = true

    private var isReadingPlugins = false

    private static let sections = [
        "extends", "specs", "plugins", "preset", "checks", "overrides", "exports", "pipelines",
        "limits",
        "vocabulary",
    ]

    /// `path` is for messages.
    init(_ bytes: [UInt8], path: String) {
        self.init(path: path)
        attempt { reader throws(YamlError) in
            let pairs = try YamlNode.parse(bytes)?.mapping("the configuration") ?? []
            let known = pairs.filter { Self.sections.contains($0.key) }
            // A key that is not known may have been meant for any that is missing.
            reader.arePluginsDoubtful =
                known.count < pairs.count && !known.contains { $0.key == "plugins" }
            for pair in pairs { reader.section(pair) }
        }
    }

    /// A reader of parts that are given to it one by one.
    init(path: String) {
        self.path = path
        configuration.path = path
    }

    mutating func section(_ pair: YamlPair) {
        isReadingPlugins = pair.key == "plugins"
        defer { isReadingPlugins = false }
        attempt { reader throws(YamlError) in
            switch pair.key {
            case "extends": reader.configuration.extends = try reader.extends(pair.value)
            case "specs": try reader.specs(pair.value)
            case "plugins": try reader.plugins(pair.value)
            case "preset": reader.configuration.preset = try reader.preset(pair.value)
            case "checks": reader.configuration.checks = try reader.checks(pair.value)
            case "overrides": try reader.overrides(pair.value)
            case "exports": try reader.exports(pair.value)
            case "pipelines": try reader.pipelines(pair.value)
            case "limits": try reader.limits(pair.value)
            case "vocabulary": reader.configuration.vocabulary = pair.value
            default: throw pair.unknown(among: Self.sections)
            }
        }
    }

    /// Notes the error of what went wrong and lets the rest go on.
    mutating func attempt(
        _ body: (inout ConfigurationReader) throws(YamlError) -> Void
    ) {
        do throws(YamlError) {
            try body(&self)
        } catch {
            if isReadingPlugins { arePluginsDoubtful = true }
            problems.append(Problem(error, path: path))
        }
    }

    /// A file or `plugin/preset`, or a list of them.
    private func extends(_ node: YamlNode) throws(YamlError) -> [Named] {
        var nodes = [node]
        if case .sequence(let elements) = node.value { nodes = elements }
        var names: [Named] = []
        for node in nodes { names.append(Named(try node.string("extends"), node.start)) }
        return names
    }

    // MARK: specs

    private mutating func specs(_ node: YamlNode) throws(YamlError) {
        for entry in try node.list("specs") {
            attempt { reader throws(YamlError) in try reader.specSet(entry) }
        }
    }

    private mutating func specSet(_ node: YamlNode) throws(YamlError) {
        var set = SpecSet(include: [], exclude: [], template: nil)
        for pair in try node.mapping("specs") {
            switch pair.key {
            case "include": set.include = try patterns(pair)
            case "exclude": set.exclude = try patterns(pair)
            case "template":
                set.template = try template(pair.value)
                set.templateMark = pair.value.start
            default: throw pair.unknown(among: ["include", "exclude", "template"])
            }
        }
        if set.include.isEmpty {
            throw YamlError(
                message: "an entry of \"specs\" needs \"include\", a pattern such as "
                    + "\"docs/specs/**/*.md\"", mark: node.start)
        }
        configuration.specs.append(set)
    }

    func patterns(_ pair: YamlPair) throws(YamlError) -> [Named] {
        var nodes = [pair.value]
        if case .sequence(let elements) = pair.value.value { nodes = elements }
        var patterns: [Named] = []
        for node in nodes {
            let pattern = try node.string(pair.key)
            guard Path.staysBelow(pattern) else {
                throw YamlError(
                    message: "\"\(pattern)\" leaves the folder of this file", mark: node.start)
            }
            patterns.append(Named(pattern, node.start))
        }
        return patterns
    }

    func template(_ node: YamlNode) throws(YamlError) -> TemplateChoice {
        let name = try node.string("template")
        guard let choice = TemplateChoice(name) else {
            throw YamlError(message: TemplateChoice.unknown(name), mark: node.start)
        }
        if case .file = choice, !Path.staysBelow(name) {
            throw YamlError(
                message: "the template \"\(name)\" leaves the folder of this file",
                mark: node.start)
        }
        return choice
    }
}

extension Problem {
    init(_ error: YamlError, path: String) {
        self.init(
            error.message, path: path, line: error.mark.line, column: error.mark.column)
    }
}

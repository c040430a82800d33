internal import SpecModel
internal import SpecPlugins
internal import Yaml

// What is run: checks, exports and pipelines.

extension ConfigurationReader {
    // MARK: checks

    func preset(_ node: YamlNode) throws(YamlError) -> Preset {
        let name = try node.string("preset")
        guard let preset = Preset(rawValue: name) else {
            throw YamlError(
                message: "unknown preset \"\(name)\""
                    + suggestion(for: name, among: Preset.allCases.map(\.rawValue)),
                mark: node.start)
        }
        return preset
    }

    mutating func checks(_ node: YamlNode) throws(YamlError) -> [CheckSetting] {
        var settings: [CheckSetting] = []
        for pair in try node.mapping("checks") {
            attempt { reader throws(YamlError) in settings.append(try reader.check(pair)) }
        }
        return settings
    }

    private func check(_ pair: YamlPair) throws(YamlError) -> CheckSetting {
        var setting = CheckSetting(
            rule: Named(pair.key, pair.keyStart), severity: nil, options: [])
        guard case .mapping(let keys) = pair.value.value else {
            setting.severity = try SeveritySetting(pair.value, pair.key)
            return setting
        }
        for key in keys {
            if key.key == "severity" {
                setting.severity = try SeveritySetting(key.value, "severity")
            } else {
                setting.options.append(option(key))
            }
        }
        return setting
    }

    private func option(_ pair: YamlPair) -> OptionSetting {
        OptionSetting(name: Named(pair.key, pair.keyStart), value: pair.value)
    }

    // MARK: exports

    mutating func exports(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("exports") {
            configuration.exportNames.append(pair.key)
            attempt { reader throws(YamlError) in
                reader.configuration.exports.append(try reader.export(pair))
            }
        }
    }

    private func export(_ pair: YamlPair) throws(YamlError) -> ExportSetting {
        guard !pair.key.contains("/") else {
            throw YamlError(
                message: "an export cannot be called \"\(pair.key)\": names with \"/\" are the "
                    + "plugins' own", mark: pair.keyStart)
        }
        var use: Named?
        var output: Named?
        var options: [OptionSetting] = []
        for key in try pair.value.mapping(pair.key) {
            switch key.key {
            case "use":
                use = Named(try key.value.string("use"), key.value.start)
            case "output":
                output = Named(try key.value.string("output"), key.value.start)
            default:
                options.append(option(key))
            }
        }
        guard let use else {
            throw YamlError(
                message: "the export \"\(pair.key)\" needs \"use\", a plugin's export such as "
                    + "\"risk-register/csv\"", mark: pair.keyStart)
        }
        if let output, let problem = OutputName.problem(with: output.name) {
            throw YamlError(
                message: "the output \"\(output.name)\" \(problem)", mark: output.mark)
        }
        return ExportSetting(
            name: Named(pair.key, pair.keyStart), use: use, output: output, options: options)
    }

    // MARK: pipelines

    mutating func pipelines(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("pipelines") {
            attempt { reader throws(YamlError) in
                var steps: [PipelineSetting.Step] = []
                let nodes = try pair.value.list(pair.key)
                for node in nodes {
                    reader.attempt { reader throws(YamlError) in
                        steps.append(try reader.step(node))
                    }
                }
                if nodes.isEmpty {
                    throw YamlError(
                        message: "the pipeline \"\(pair.key)\" has no steps", mark: pair.keyStart)
                }
                reader.configuration.pipelines.append(
                    PipelineSetting(name: Named(pair.key, pair.keyStart), steps: steps))
            }
        }
    }

    private func step(_ node: YamlNode) throws(YamlError) -> PipelineSetting.Step {
        let forms = "check, transform: NAME or export: NAME"
        switch node.value {
        case .scalar("check", _):
            return .check
        case .mapping(let pairs) where pairs.count == 1:
            let name = Named(try pairs[0].value.string(pairs[0].key), pairs[0].value.start)
            switch pairs[0].key {
            case "transform": return .transform(name)
            case "export": return .export(name)
            default: throw pairs[0].unknown(among: ["check", "transform", "export"])
            }
        case .mapping:
            throw YamlError(message: "a step must be one of \(forms)", mark: node.start)
        default:
            throw YamlError(
                message: "a step must be \(forms), found \(node.found)", mark: node.start)
        }
    }
}

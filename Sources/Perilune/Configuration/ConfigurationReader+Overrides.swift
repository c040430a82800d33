internal import SpecPlugins
internal import Yaml

// What holds for some documents only.

extension ConfigurationReader {
    mutating func overrides(_ node: YamlNode) throws(YamlError) {
        for entry in try node.list("overrides") {
            attempt { reader throws(YamlError) in try reader.override(entry) }
        }
    }

    private mutating func override(_ node: YamlNode) throws(YamlError) {
        var setting = OverrideSetting(include: [], exclude: [], preset: nil, checks: [])
        for pair in try node.mapping("overrides") {
            switch pair.key {
            case "include": setting.include = try patterns(pair)
            case "exclude": setting.exclude = try patterns(pair)
            case "preset": setting.preset = try preset(pair.value)
            case "checks": setting.checks = try checks(pair.value)
            default: throw pair.unknown(among: ["include", "exclude", "preset", "checks"])
            }
        }
        if setting.include.isEmpty {
            throw YamlError(
                message: "an entry of \"overrides\" needs \"include\", a pattern such as "
                    + "\"docs/legacy/**\"", mark: node.start)
        }
        if setting.preset == nil, node["checks"] == nil {
            throw YamlError(
                message: "an entry of \"overrides\" needs \"checks\" or \"preset\"",
                mark: node.start)
        }
        configuration.overrides.append(setting)
    }
}

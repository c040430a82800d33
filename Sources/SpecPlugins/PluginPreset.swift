internal import Yaml

/// A preset of a plugin: what a configuration that extends it says of the plugin's checks.
package struct PluginPreset: Sendable {
    package var name: String
    package var settings: [Setting]

    /// Of one check.
    package struct Setting: Sendable {
        /// The name of the check, without its plugin's.
        package var check: String
        /// Nil where it is not said.
        package var severity: SeveritySetting?
        package var options: [String: OptionValue]
    }
}

extension PluginPreset {
    /// Reads `presets:` of a manifest: name → check → severity, or severity and options.
    /// - Parameter checks: those that the plugin has.
    static func read(
        _ node: YamlNode?, _ checks: [CheckDeclaration]
    ) throws(YamlError) -> [PluginPreset] {
        var presets: [PluginPreset] = []
        for pair in try node?.mapping("presets") ?? [] {
            guard pair.key.isKebabCase else {
                throw YamlError(
                    message:
                        "preset \"\(pair.key)\" is not made of lower-case words joined by \"-\"",
                    mark: pair.keyStart)
            }
            var preset = PluginPreset(name: pair.key, settings: [])
            for entry in try pair.value.mapping(pair.key) {
                preset.settings.append(try setting(entry, checks))
            }
            presets.append(preset)
        }
        return presets
    }

    private static func setting(
        _ pair: YamlPair, _ checks: [CheckDeclaration]
    ) throws(YamlError) -> Setting {
        guard let check = checks.first(where: { $0.name == pair.key }) else {
            throw YamlError(
                message: "a preset sets \"\(pair.key)\", which is no check of this plugin"
                    + suggestion(for: pair.key, among: checks.map(\.name)), mark: pair.keyStart)
        }
        var setting = Setting(check: check.name, severity: nil, options: [:])
        guard case .mapping(let keys) = pair.value.value else {
            setting.severity = try SeveritySetting(pair.value, pair.key)
            return setting
        }
        for key in keys {
            if key.key == "severity" {
                setting.severity = try SeveritySetting(key.value, "severity")
            } else if let option = check.options.first(where: { $0.name == key.key }) {
                setting.options[option.name] = try option.value(from: key.value)
            } else {
                throw key.unknown(among: check.options.map(\.name) + ["severity"])
            }
        }
        return setting
    }
}

internal import SpecPlugins
internal import SpecReading
internal import Yaml

// Which plugins are on, where they stand, and what they are granted.

extension ConfigurationReader {
    mutating func plugins(_ node: YamlNode) throws(YamlError) {
        configuration.plugins = []
        for pair in try node.mapping("plugins") {
            attempt { reader throws(YamlError) in
                if let refusal = Self.refusal(ofPluginName: pair.key) {
                    throw YamlError(message: refusal, mark: pair.keyStart)
                }
                let source = try reader.source(pair)
                reader.configuration.plugins?.append(source)
            }
        }
    }

    /// Why no plugin is called this; nil where one may be.
    static func refusal(ofPluginName name: String) -> String? {
        guard isPluginName(name) else {
            return "a plugin cannot be called \"\(name)\"; use lower-case letters, digits and \"-\""
        }
        guard name != SuppressionRule.plugin, name != ReadingRule.plugin else {
            return "a plugin cannot be called \"\(name)\"; Perilune's own rules are"
        }
        return nil
    }

    /// Is it a name as findings carry it, `risk-register`?
    private static func isPluginName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= first
            && name.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
            }
    }

    private func source(_ pair: YamlPair) throws(YamlError) -> PluginSource {
        let name = Named(pair.key, pair.keyStart)
        guard case .mapping(let keys) = pair.value.value else {
            guard case .scalar("bundled", _) = pair.value.value else {
                throw pair.value.expected(
                    "\"bundled\", { path: FOLDER } or { git: URL }", pair.key)
            }
            return PluginSource(name: name, place: try bundled(name))
        }
        var places: [PluginSource.Place] = []
        var grant = PlacedPermissions()
        for key in keys {
            switch key.key {
            case "path":
                places.append(.folder(Named(try key.value.string("path"), key.value.start)))
            case "bundled":
                guard try key.value.boolean("bundled") else {
                    throw YamlError(
                        message: "\"bundled\" must be true; leave the plugin out, or name a folder "
                            + "with \"path\"", mark: key.value.start)
                }
                places.append(try bundled(name))
            case "grant": grant = try PlacedPermissions(key.value, "grant")
            case _ where PackageSetting.keys.contains(key.key): continue
            default:
                throw key.unknown(among: ["path", "bundled"] + PackageSetting.keys + ["grant"])
            }
        }
        if keys.contains(where: { PackageSetting.keys.contains($0.key) }) {
            places.append(.package(try PackageSetting(keys, of: pair)))
        }
        guard places.count == 1 else {
            if places.isEmpty {
                throw YamlError(
                    message: "the plugin \"\(pair.key)\" has no place; expected \"bundled\", "
                        + "{ path: FOLDER } or { git: URL }", mark: pair.value.start)
            }
            throw YamlError(
                message: "the plugin \"\(pair.key)\" has several places; leave \"path\", "
                    + "\"bundled\" or \"git\" out", mark: pair.keyStart)
        }
        return PluginSource(name: name, place: places[0], grant: grant)
    }

    private func bundled(_ name: Named) throws(YamlError) -> PluginSource.Place {
        guard PluginFiles.bundledNames.contains(name.name) else {
            throw YamlError(
                message: "no bundled plugin is called \"\(name.name)\""
                    + suggestion(for: name.name, among: PluginFiles.bundledNames),
                mark: name.mark)
        }
        return .bundled
    }
}

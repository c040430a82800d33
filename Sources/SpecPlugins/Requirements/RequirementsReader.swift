internal import Printable
package import Yaml

/// Reads `requires:` of a manifest: names of libraries, and where they come from.
enum RequirementsReader {
    /// Libraries that one plugin requires.
    private static let most = 32

    /// - Parameter paths: of the plugin's files.
    static func read(
        _ node: YamlNode?, paths: [String]
    ) throws(YamlError) -> [PluginRequirement] {
        guard let node else { return [] }
        let pairs = try node.mapping("requires")
        guard pairs.count <= most else {
            throw YamlError(
                message: "\"requires\" has \(pairs.count) libraries; expected \(most) at most",
                mark: node.start)
        }
        var requirements: [PluginRequirement] = []
        for pair in pairs {
            guard pair.key.isKebabCase, pair.key.utf8.count <= 64 else {
                throw YamlError(
                    message: "the library \"\(String(pair.key.unicodeScalars.prefix(80)))\" is not "
                        + "named with lower-case words joined by \"-\"", mark: pair.keyStart)
            }
            if let own = paths.first(where: {
                $0 == pair.key + ".lua" || $0.hasPrefix(pair.key + "/")
            }
            ) {
                throw YamlError(
                    message: "\"\(pair.key)\" is a library and the plugin's own \"\(own)\"; "
                        + "\"require\" can find one of them; rename the other", mark: pair.keyStart)
            }
            requirements.append(
                PluginRequirement(name: pair.key, source: try source(pair), mark: pair.keyStart))
        }
        return requirements.sorted { $0.name < $1.name }
    }

    private static func source(
        _ pair: YamlPair
    ) throws(YamlError) -> PluginRequirement.Source {
        let expected = "\"bundled\", { path: FOLDER } or { git: URL, version: RANGE }"
        guard case .mapping(let keys) = pair.value.value else {
            guard case .scalar("bundled", _) = pair.value.value else {
                throw pair.value.expected(expected, pair.key)
            }
            guard PluginFiles.bundledNames.contains(pair.key) else {
                throw YamlError(
                    message: "no bundled plugin is called \"\(pair.key)\""
                        + suggestion(for: pair.key, among: PluginFiles.bundledNames),
                    mark: pair.keyStart)
            }
            return .bundled
        }
        if keys.contains(where: { $0.key == "git" }) {
            return .git(try RepositorySource(keys, of: pair))
        }
        for key in keys where key.key != "path" {
            throw key.unknown(among: ["path"] + RepositorySource.keys)
        }
        guard let path = pair.value["path"] else {
            throw pair.value.expected(expected, pair.key)
        }
        let folder = try path.string("path")
        guard folder.utf8.count <= 1_000, !folder.utf8.contains(0),
            folder.utf8.first != UInt8(ascii: "/")
        else {
            throw YamlError(
                message: "\"path\" must be a folder as seen from that of the plugin",
                mark: path.start)
        }
        return .path(folder)
    }
}

extension RepositorySource {
    package static let keys = ["git", "subdir", "version", "tag", "rev"]

    /// Reads the keys of a source in git.
    /// - Parameters:
    ///   - pair: the one that they are below.
    ///   - anyVersion: is every version wanted where none of them says which?
    package init(
        _ keys: [YamlPair], of pair: YamlPair, anyVersion: Bool = false
    ) throws(YamlError) {
        var url: String?
        var subdir: String?
        var picks: [Pick] = []
        for key in keys {
            guard Self.keys.contains(key.key) else { throw key.unknown(among: Self.keys) }
            let text = try key.value.string(key.key)
            guard !text.isEmpty, text.utf8.count <= 2_000, text.utf8.first != UInt8(ascii: "-"),
                !text.unicodeScalars.contains(where: \.isUnprintable)
            else {
                throw YamlError(
                    message:
                        "\"\(key.key)\" must be a text of 2,000 bytes at most that does not begin "
                        + "with \"-\" and has no character that is not shown", mark: key.value.start
                )
            }
            switch key.key {
            case "git": url = text
            case "subdir": subdir = try Self.subdir(text, key.value)
            case "version":
                guard VersionRange(text) != nil else {
                    throw key.value.expected("a range like \"^1.2\"", "version")
                }
                picks.append(.version(text))
            case "tag": picks.append(.tag(text))
            default: picks.append(.rev(text))
            }
        }
        guard let url else { throw pair.value.expected("{ git: URL, version: RANGE }", pair.key) }
        if picks.isEmpty, anyVersion { picks = [.version("*")] }
        guard picks.count == 1 else {
            throw YamlError(
                message: "\"\(pair.key)\" must have one of \"version\", \"tag\" and \"rev\", found "
                    + (picks.isEmpty ? "none" : "\(picks.count)"), mark: pair.value.start)
        }
        self.init(url: url, subdir: subdir, pick: picks[0])
    }

    private static func subdir(_ text: String, _ node: YamlNode) throws(YamlError) -> String {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        }
        guard isPlain, !text.utf8.contains(UInt8(ascii: "\\")) else {
            throw YamlError(
                message:
                    "\"subdir\" must be a folder inside of the repository, as \"plugins/risk\"",
                mark: node.start)
        }
        return text
    }
}

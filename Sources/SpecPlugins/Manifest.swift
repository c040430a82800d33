internal import Printable
package import Yaml

/// `plugin.yml`: what a plugin is, as data that is read before any of its code runs.
package struct Manifest: Sendable {
    package var name: String
    package var version: String
    var description: String
    var license: String
    var entry: String
    /// The engines that it wants, as it says; empty for any.
    package var engine: String
    var options: [Stage: [DeclaredOptions]]
    /// What the plugin adds to the words of the specs that it looks at; nil where that is nothing.
    package var vocabulary: YamlNode?
    /// What it asks for beside specs.
    package var permissions: PlacedPermissions
    /// The libraries that it requires, sorted by name.
    package var requires: [PluginRequirement]
    /// The templates of specs that it has, `templates/NAME.md` each, in the order of the file.
    package var templates: [String]
    /// Has it no `init.lua`, for it is there to be required, or for its templates and words?
    package var isLibrary: Bool
    /// The presets that it has, not yet held against its checks.
    var presets: YamlNode?

    /// The options of one check, transform or export, with the place of its name.
    struct DeclaredOptions: Sendable {
        var owner: String
        var mark: YamlMark
        var options: [OptionDeclaration]
    }

    package static let fileName = "plugin.yml"
    private static let standardEntry = "init.lua"
    private static let keys = [
        "name", "version", "description", "license", "engine", "entry", "permissions", "options",
        "presets", "requires", "templates", "vocabulary",
    ]

    /// Reads the manifest among a plugin's files and checks all that can be checked without
    /// running code.
    package init(_ files: PluginFiles) throws(PluginFailure) {
        try self.init(files, tree: try Self.tree(of: files))
    }

    /// Checks a manifest that was read, here or somewhere else.
    /// - Parameter tree: what stands in `plugin.yml`; nil where that is nothing.
    package init(_ files: PluginFiles, tree: YamlNode?) throws(PluginFailure) {
        do throws(YamlError) {
            try self.init(tree, paths: files.files.map(\.path))
        } catch {
            throw Self.failure(error, plugin: files.name)
        }
    }

    /// What stands in the `plugin.yml` among a plugin's files.
    package static func tree(of files: PluginFiles) throws(PluginFailure) -> YamlNode? {
        guard let bytes = bytes(in: files) else {
            throw PluginFailure(
                plugin: files.name, kind: .manifest,
                message: "there is no \(fileName) in \"\(files.root)\"")
        }
        do throws(YamlError) {
            return try YamlNode.parse(bytes)
        } catch {
            throw failure(error, plugin: files.name)
        }
    }

    /// The bytes of `plugin.yml`; nil where there is none.
    package static func bytes(in files: PluginFiles) -> [UInt8]? {
        files.files.first { $0.path == fileName }?.bytes
    }

    package static func failure(_ error: YamlError, plugin: String) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .manifest, message: error.message.printable, file: fileName,
            line: error.mark.line, column: error.mark.column)
    }

    private init(_ tree: YamlNode?, paths: [String]) throws(YamlError) {
        guard let root = tree else {
            throw YamlError(
                message: "the manifest is empty; it needs a name, a version and a description",
                mark: YamlMark(line: 1, column: 1, offset: 0))
        }
        for pair in try root.mapping("the manifest") where !Self.keys.contains(pair.key) {
            if pair.key == "limits" {
                throw YamlError(
                    message: "a plugin cannot set its own limits; whoever uses it can, with "
                        + "\"limits\" in perilune.yml", mark: pair.keyStart)
            }
            throw pair.unknown(among: Self.keys)
        }
        name = try Self.name(root)
        version = try Self.version(root)
        let described = try Self.required("description", root)
        description = try described.string("description").printable
        license = try root["license"]?.string("license") ?? ""
        entry = try Self.entry(root, paths)
        options = try OptionsReader.read(root["options"])
        vocabulary = root["vocabulary"]
        presets = root["presets"]
        templates = try Self.templates(root)
        engine = try Self.engine(root)
        permissions = try Self.permissions(root)
        requires = try RequirementsReader.read(root["requires"], paths: paths)
        isLibrary = root["entry"] == nil && !paths.contains(Self.standardEntry)
    }
}

extension Manifest {
    private static func required(_ key: String, _ root: YamlNode) throws(YamlError) -> YamlNode {
        guard let node = root[key] else {
            throw YamlError(message: "\"\(key)\" is missing", mark: root.start)
        }
        return node
    }

    private static func name(_ root: YamlNode) throws(YamlError) -> String {
        let node = try required("name", root)
        let name = try node.string("name")
        guard name.isKebabCase else {
            throw node.expected("lower-case words joined by \"-\"", "name")
        }
        return name
    }

    private static func version(_ root: YamlNode) throws(YamlError) -> String {
        let node = try required("version", root)
        let text = try node.string("version")
        guard Version(text) != nil else { throw node.expected("a version like 1.2.0", "version") }
        return text
    }

    private static func entry(_ root: YamlNode, _ paths: [String]) throws(YamlError) -> String {
        guard let node = root["entry"] else {
            let isData = root["templates"] != nil || root["vocabulary"] != nil
            let entries = [standardEntry, PluginFiles.libraryEntry]
            guard isData || entries.contains(where: paths.contains) else {
                throw YamlError(
                    message: "there is no init.lua beside \(fileName)", mark: root.start)
            }
            return standardEntry
        }
        let entry = try node.string("entry")
        let scripts = paths.filter { $0.hasSuffix(".lua") }
        guard scripts.contains(entry) else {
            throw YamlError(
                message: "the plugin has no file \"\(entry)\""
                    + suggestion(for: entry, among: scripts),
                mark: node.start)
        }
        return entry
    }

    private static func engine(_ root: YamlNode) throws(YamlError) -> String {
        guard let node = root["engine"] else { return "" }
        let text = try node.string("engine")
        guard let range = VersionRange(text) else {
            throw node.expected("a range like \">=0.1 <1\"", "engine")
        }
        guard range.contains(.engine) else {
            throw YamlError(
                message: "the plugin wants engine \"\(text)\"; this is \(Version.engine)",
                mark: node.start)
        }
        return text
    }

    private static func permissions(
        _ root: YamlNode
    ) throws(YamlError) -> PlacedPermissions {
        guard let node = root["permissions"] else { return PlacedPermissions() }
        return try PlacedPermissions(node, "permissions")
    }
}

/// The three things that a plugin can do.
enum Stage: String, Sendable, CaseIterable, Hashable {
    case checks, transforms, exports

    /// "check", for messages.
    var noun: String { String(rawValue.dropLast()) }
}

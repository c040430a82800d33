internal import SpecPlugins

/// What a plugin's folder holds, read once: the plugin, and what lies in its `tests/`.
struct TestFolder {
    /// As the command line has it.
    let path: String
    /// `plugin.yml` and `*.lua`.
    private(set) var plugin: PluginFiles
    /// What the plugin asks for beside specs.
    private(set) var permissions = Permissions()
    /// By their paths in the folder: all below `tests/`.
    private let files: [String: [UInt8]]

    /// The folder of the tests in that of the plugin.
    static let name = "tests"

    init(_ path: String) throws(Problem) {
        guard Files.status(path)?.kind == .folder else {
            throw Problem("there is no folder \"\(path)\"; name that of a plugin")
        }
        self.path = Path.normalised(path)
        let all = try PluginFolder.read(path, name: Path.name(self.path), shown: self.path) {
            $0.hasPrefix(Self.name + "/") || PluginFiles.isTemplate($0)
        }
        plugin = all
        plugin.files = all.files.filter { PluginFiles.isPart($0.path) }
        files = Dictionary(all.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
        // Two files may have one name, its letters in other code points.
        if files.count < all.files.count {
            var seen: Set<String> = []
            let twice = all.files.first { !seen.insert($0.path).inserted }?.path ?? ""
            throw Problem(
                "\"\(Path.join(self.path, twice))\" is there twice, with its letters written in two "
                    + "ways; rename one of the files")
        }
        guard files[Manifest.fileName] != nil else {
            throw Problem(
                "\"\(self.path)\" has no plugin.yml; name the folder of a plugin")
        }
    }

    /// The folder, for a plugin that goes by another name.
    func named(
        _ name: String, requiring libraries: [PluginFiles] = [],
        asking permissions: Permissions = Permissions()
    ) -> TestFolder {
        var folder = self
        folder.permissions = permissions
        folder.plugin.name = name
        folder.plugin.libraries = libraries
        return folder
    }

    func bytes(_ path: String) -> [UInt8]? { files[path] }

    /// A path in the folder as seen from the current one.
    func shown(_ inner: String) -> String { Path.join(path, inner) }

    /// Files with tests in Lua, sorted.
    var luaTests: [String] {
        files.keys.filter { $0.hasPrefix(Self.name + "/") && $0.hasSuffix("_test.lua") }
            .sorted(by: Path.precedes)
    }

    /// Specs in which something is expected, alone or some together, sorted by name.
    var fixtures: [FixtureSpecs] {
        var fixtures: [String: FixtureSpecs] = [:]
        for path in files.keys.sorted(by: Path.precedes) where Path.isMarkdown(path) {
            let parts = Path.parts(path)
            guard parts.count > 1, parts[0] == Self.name, !parts[1].hasSuffix(".expected"),
                !parts[1].hasSuffix(".files"),
                files[Path.withoutExtension(path) + ".lua"] == nil
            else { continue }
            let isAlone = parts.count == 2
            let name = isAlone ? Path.withoutExtension(parts[1]) : parts[1]
            fixtures[name, default: FixtureSpecs(name: name, isAlone: isAlone)].specs.append(
                (parts.dropFirst().joined(separator: "/"), files[path] ?? []))
        }
        return fixtures.values.sorted { Path.precedes($0.name, $1.name) }
    }

    /// Goldens and settings of specs that are not there, which would be held against nothing.
    func strays(beside fixtures: [FixtureSpecs]) -> [TestCase] {
        var names: Set<String> = []
        for path in files.keys {
            let parts = Path.parts(path)
            guard parts.count > 1, parts[0] == Self.name else { continue }
            let isOfSpec =
                parts.count == 2
                ? parts[1].hasSuffix(".yml")
                : parts[1].hasSuffix(".expected") || parts[1].hasSuffix(".files")
            let test = "\(Self.name)/\(Path.withoutExtension(parts[1])).lua"
            if parts[1].hasSuffix(".files"), files[test] != nil { continue }
            if isOfSpec, !fixtures.contains(where: { $0.name == Path.withoutExtension(parts[1]) }) {
                names.insert(parts[1])
            }
        }
        return names.sorted(by: Path.precedes).map { name in
            let shown = shown("\(Self.name)/\(name)")
            let spec = "\(Self.name)/\(Path.withoutExtension(name))"
            return TestCase(
                plugin.name, shown, "is of a spec",
                failed: [
                    .init(
                        "found no spec \"\(self.shown(spec)).md\" and no folder \"\(self.shown(spec))\" "
                            + "that it is of; rename it, or remove it", at: shown)
                ])
        }
    }

    /// What a plugin may read in a test, by the path in its `NAME.files/`, which stands for the folder of a
    /// workspace.
    func given(to test: String) -> [PluginFiles.File] {
        let prefix = "\(Self.name)/\(test).files/"
        return files.filter { $0.key.hasPrefix(prefix) }
            .map { PluginFiles.File(path: String($0.key.dropFirst(prefix.count)), bytes: $0.value) }
            .sorted { Path.precedes($0.path, $1.path) }
    }

    /// A file in `NAME.expected/`, or one that was made to be held against it.
    typealias Golden = (file: String, bytes: [UInt8])

    /// What is expected of a fixture, by the path in its `NAME.expected/`.
    func expected(of fixture: String) -> [Golden] {
        let prefix = "\(Self.name)/\(fixture).expected/"
        return files.filter { $0.key.hasPrefix(prefix) }
            .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
            .sorted { Path.precedes($0.file, $1.file) }
    }
}

/// `tests/NAME.md`, or what lies in `tests/NAME/`.
struct FixtureSpecs {
    var name: String
    /// A file, not a folder of some.
    var isAlone: Bool
    /// Paths as seen from `tests/`, and what stands there.
    var specs: [(path: String, bytes: [UInt8])] = []
}

extension Path {
    /// `a/b.c` for `a/b.c.md`.
    static func withoutExtension(_ path: String) -> String {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return path }
        return String(path.unicodeScalars[..<dot])
    }
}

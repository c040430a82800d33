internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// Runs a file of tests in Lua: a plugin is made of it whose rules are the tests, so that they run
/// where rules run, under the same limits, and see what rules see.
struct LuaTestRun {
    let folder: TestFolder
    /// `tests/names_test.lua`.
    let file: String

    private static let harness = "perilune_testing"

    /// What is wrong where the file's name is none that `require` knows; nil where nothing is. Such a
    /// file is not run.
    var misnamed: TestCase? {
        let name = Path.withoutExtension(file)
        let isModule = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "/")
        }
        if isModule { return nil }
        let shown = folder.shown(file)
        return TestCase(
            folder.plugin.name, shown, "loads",
            failed: [
                .init(
                    "the name is none that \"require\" knows; name the file, and each folder, with "
                        + "a to z, digits and \"_\", as names_test.lua", at: shown)
            ])
    }

    /// What there is to be read.
    var given: [PluginFiles.File] {
        folder.given(to: Path.withoutExtension(String(file.dropFirst(TestFolder.name.count + 1))))
    }

    /// The plugin whose rules are the tests. It has all that the tested one has to require.
    var plugin: PluginFiles {
        let manifest = """
            name: tests
            version: 0.0.0
            description: the tests of a plugin
            entry: \(Self.harness)_entry.lua
            permissions: \(folder.permissions.json)
            """
        let module = Path.parts(Path.withoutExtension(file)).joined(separator: ".")
        let entry = "return require \"\(Self.harness)\" \"\(module)\"\n"
        var files = folder.plugin.files.filter { PluginFiles.isPart($0.path) }
        let own: [PluginFiles.File] = [
            .init(path: Manifest.fileName, bytes: Array(manifest.utf8)),
            .init(path: "\(Self.harness).lua", bytes: PluginFiles.testing),
            .init(path: "\(Self.harness)_entry.lua", bytes: Array(entry.utf8)),
        ]
        files.removeAll { file in own.contains { $0.path == file.path } }
        files = (files + own).sorted { Path.precedes($0.path, $1.path) }
        return PluginFiles(
            name: "\(folder.plugin.name)-tests", root: folder.path, files: files,
            libraries: folder.plugin.libraries)
    }

    /// The tests of a workspace that has the plugin, those alone whose title is wanted.
    func cases(
        _ workspace: Workspace, _ log: inout [LogLine], wanting isWanted: (String) -> Bool
    ) throws(Problem) -> [TestCase] {
        let shown = folder.shown(file)
        let name = plugin.name
        if let failure = workspace.failures.first(where: { $0.plugin == name }) {
            let counted = CountedFailure(failure, in: workspace)
            return [
                TestCase(folder.plugin.name, shown, "loads", broken: [note(counted, at: shown)])
            ]
        }
        let tests = workspace.rules.filter { rule in
            rule.plugin == name && isWanted("\(shown): \(rule.check.summary)")
        }
        let ready = tests.filter { $0.check.severity != .info }.map(\.name)
        guard !tests.isEmpty else { return [] }
        var failures: [CountedFailure] = []
        if !ready.isEmpty {
            let spec = Path.withoutExtension(file) + ".md"
            let document = Document(
                path: String(spec.dropFirst(TestFolder.name.count + 1)),
                bytes: folder.bytes(spec) ?? [])
            let report = try Pipeline(workspace, choice: RuleChoice(select: ready)).check(
                [document], LinkedFiles([document]))
            failures = report.failures
            log += report.log.map { LogLine(plugin: folder.plugin.name, text: $0.text) }
        }
        let whole = failures.filter { $0.failure.rule == nil }.map { note($0, at: shown) }
        return tests.map { test in
            var result = TestCase(folder.plugin.name, shown, test.check.summary)
            if test.check.severity == .info {
                result.verdict = .pending
            } else if let failure = failures.first(where: { $0.failure.rule == test.name }) {
                result.notes = [note(failure, at: shown)]
                result.verdict = failure.failure.kind == .limit ? .broken : .failed
            } else if !whole.isEmpty {
                (result.notes, result.verdict) = (whole, .broken)
            }
            return result
        }
    }

    /// A failure at the line of the test, not at that of what the tests are written with.
    private func note(_ counted: CountedFailure, at shown: String) -> TestCase.Note {
        let failure = counted.failure
        if failure.library != nil {
            return .init(failure.message, at: counted.path ?? shown, line: failure.line)
        }
        var place = failure.file.map { (file: $0, line: failure.line) }
        if place?.file.hasPrefix(Self.harness) ?? true {
            place =
                failure.traceback.lazy.compactMap(self.place)
                .first { !$0.file.hasPrefix(Self.harness) } ?? (file: file, line: nil)
        }
        return .init(
            failure.message,
            at: place.map { folder.shown($0.file) } ?? shown, line: place?.line)
    }

    /// Of an entry of a traceback, `NAME/tests/a_test.lua:3: in …`.
    private func place(_ entry: String) -> (file: String, line: Int?)? {
        let prefix = plugin.name + "/"
        guard entry.hasPrefix(prefix) else { return nil }
        let parts = entry.dropFirst(prefix.count).split(separator: ":", maxSplits: 2)
        guard parts.count >= 2, let line = Int(parts[1]) else { return nil }
        return (String(parts[0]), line)
    }
}

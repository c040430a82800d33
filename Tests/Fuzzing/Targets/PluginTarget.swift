import LuaSandbox
import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecVocabulary
import SpecWorkers

/// A plugin's folder is loaded, or refused with words that a person understands, and says the same
/// twice.
///
/// An input is the files of a folder, each behind a line `=== its path`.
final class PluginTarget: FuzzTarget {
    static let name = "plugins"
    static let rounds = 2_000
    static let words = [
        "=== plugin.yml\n", "=== init.lua\n", "=== lib/a.lua\n", "name: ", "version: ", "entry: ",
        "description: ", "engine: ", "permissions: ", "options: ", "vocabulary: ", "checks:",
        "exports:",
        "transforms:", "type: ", "default: ", "choices: ", "minimum: ", "kinds: ", "sections: ",
        "names: ", "fields: ", "statuses: ", "&a ", "*a", "!!int ", "<<: ", "---\n", "|\n", "? ",
        "{", "}", "[", "]", "- ", "\t", "\"\\x00\"", "~", "1e999", "\u{FEFF}", "\0",
        "return ", "function() ", "end ", "local ", "require ", "\"lib.a\"", "checks = ",
        "exports = ",
        "transforms = ", "run = ", "each = ", "summary = ", "severity = ", "report(",
        "setmetatable(",
        "pcall(", "coroutine.wrap(", "string.rep(", "table.concat(", "error(", "goto a", "::a::",
        "...",
        "while true do ", "for i = 1, 1e9 do ", "x.y", "x[1]", "..", "<close>", "<const>", "[[",
        "]]",
        "'", "--[[", "\u{1B}[31m", "##[error]", "0x", "//", "~=", "nil", "print(", "edit:set(",
        "artifact:write(", "spec:items(", "workspace:query(", ":at(",
    ]

    private static let text = """
        # Payments

        **Status:** Approved

        ## Risks

        | ID | Risk | Likelihood | Impact | Mitigation |
        |----|------|------------|--------|------------|
        | R-1 | It is slow | High | High | |

        ## Open Questions

        - [ ] Who pays?
        """
    private let spec: Spec
    private var limits = PluginLimits()

    init() {
        spec = SpecReader().read(Array(Self.text.utf8), path: "a.md")
        limits[.fuel] = 100_000
        limits[.memory] = 2 << 20
        limits[.block] = 128 << 10
        limits[.result] = 1 << 20
        limits[.findings] = 100
        limits[.edits] = 100
    }

    func run(_ input: [UInt8]) throws(Mistake) -> Bool {
        let files = PluginFiles(name: "fuzzed", root: "fuzzed", files: Self.files(input))
        let first = try said(of: files)
        // A memory limit that is hit may move with the seed of Lua's hash tables.
        if first.hits.contains(.memory) { return first.isLoaded }
        let second = try said(of: files)
        try require(first.lines == second.lines, "twice, and not the same: \(first) and \(second)")
        return first.isLoaded
    }

    /// Everything that a plugin says, from its first byte on.
    private struct Said {
        var lines: [String] = []
        var hits: Set<PluginLimits.Name?> = []
        var isLoaded = false

        mutating func add(_ failure: PluginFailure) {
            lines.append("\(failure.kind) \(failure.file ?? "-"):\(failure.line ?? 0)")
            lines.append(failure.message)
            lines += failure.traceback
            if failure.kind == .limit { hits.insert(failure.limit) }
        }
    }

    private func said(of files: PluginFiles) throws(Mistake) -> Said {
        var said = Said()
        do throws(PluginFailure) {
            let manifest = try Manifest(files)
            var reader = SpecReader()
            if let words = manifest.vocabulary {
                var vocabulary = VocabularyReader(
                    reader.index, reserved: Set(Subjects.parts))
                if let error = vocabulary.add(words, from: .plugin("fuzzed")).first {
                    throw Manifest.failure(error, plugin: "fuzzed")
                }
                reader = SpecReader(vocabulary.index)
            }
            let plugin = try Plugin(files, manifest, Subjects(reader), limits)
            said.isLoaded = true
            for text in [plugin.summary] + plugin.checks.map(\.summary) {
                said.lines.append(text)
            }
            try run(plugin, reader.read(spec.source.bytes, path: spec.path), &said)
        } catch {
            said.add(error)
        }
        for line in said.lines { try require(line.isHarmless, "it says \(line.debugDescription)") }
        return said
    }

    private func run(_ plugin: Plugin, _ spec: Spec, _ said: inout Said) throws(PluginFailure) {
        var session = try PluginSession(plugin, TemplateReader(SpecReader()))
        let requests = plugin.checks.map {
            CheckRequest(name: $0.name, severity: $0.severity, options: [:])
        }
        for result in [session.check(spec, requests), session.checkWorkspace([spec], requests)] {
            said.lines += result.findings.map { "\($0.location.start.offset): \($0.message)" }
            said.lines += result.log
            for failure in result.failures { said.add(failure) }
        }
        for transform in plugin.transforms {
            do throws(PluginFailure) {
                let edits = try session.transform(transform.name, spec, options: [:])
                said.lines.append("\(edits.count) edits")
            } catch {
                said.add(error)
            }
        }
        for export in plugin.exports {
            do throws(PluginFailure) {
                let artifact = try session.export(export.name, [spec], options: [:])
                said.lines.append("\(artifact.bytes.count) bytes")
            } catch {
                said.add(error)
            }
        }
        said.lines += session.takeLog()
    }

    private static func files(_ input: [UInt8]) -> [PluginFiles.File] {
        var files: [PluginFiles.File] = []
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: "=== ".utf8) {
                let path = String(decoding: line.dropFirst(4), as: UTF8.self)
                guard !files.contains(where: { $0.path == path }) else { continue }
                files.append(PluginFiles.File(path: path, bytes: []))
            } else if !files.isEmpty {
                files[files.count - 1].bytes += line + [0x0A]
            }
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

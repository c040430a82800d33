import SpecModel
import SpecPlugins
import Yaml

@testable import SpecWorkers
@testable import WorkerProcess

/// Whatever comes out of a worker's channel is frames, answers and findings that say only what they
/// may, or none.
///
/// An input is how many bytes come at once, then a stream of frames behind their lengths.
final class ProtocolTarget: FuzzTarget {
    static let name = "protocol"
    static let rounds = 100_000
    static let words = [
        "kind", "kind/seen", "a.md", "error", "warning", "limit", "reading/too-complex",
    ]

    static let plugin = "kind"
    static let requests = [CheckRequest(name: "seen", severity: .warning, options: [:])]
    static let files = PluginFiles(
        name: plugin, root: plugin,
        files: [
            PluginFiles.File(path: "init.lua", bytes: []),
            PluginFiles.File(
                path: "plugin.yml",
                bytes: Array(
                    """
                    name: kind
                    version: 1.0.0
                    description: a test
                    options: {checks: {seen: {most: {type: integer, default: 3}}}}
                    vocabulary:
                      nothing: ["\u{2014}"]
                    """.utf8)),
        ])
    static let document = Document(path: "a.md", bytes: Array(text.utf8))
    private static let text = """
        # A spec

        **Status:** Draft

        ## Risks

        | Risk | Impact | Team |
        |------|--------|------|
        | Fire <!-- perilune-disable-item kind/seen -- why --> | High   | A    |

        ## Alternatives

        ### B

        **Pros:** cheap

        - [x] [Name]
        """
    private static let longest = 1 << 16

    func run(_ input: [UInt8]) throws(Mistake) -> Bool {
        guard let size = input.first else { return false }
        let stream = input.dropFirst()
        let frames = read(stream, pieces: max(1, Int(size)))
        try require(frames == read(stream, pieces: stream.count), "the pieces change the frames")
        var isSaid = false
        for frame in frames {
            if let lock = WorkerLock(frame: frame) {
                try require(lock.frame == frame, "a lock's report is another one")
                isSaid = true
            }
            if let request = try? Request(frame: frame) {
                try require(
                    (try? Request(frame: request.frame))?.frame == request.frame,
                    "a request is another one")
                isSaid = true
            }
            if let answer = try? Answer(frame: frame) {
                try require(
                    (try? Answer(frame: answer.frame))?.frame == answer.frame,
                    "an answer is another one")
                try check(answer)
                isSaid = true
            }
        }
        return isSaid
    }

    /// The frames, and a last one that says why there are no more.
    private func read(_ stream: ArraySlice<UInt8>, pieces size: Int) -> [[UInt8]] {
        var reader = FrameReader(limit: Self.longest)
        var frames: [[UInt8]] = []
        var rest = stream
        while !rest.isEmpty {
            do throws(FrameReader.TooLong) {
                try reader.take(rest.prefix(size), into: &frames)
            } catch {
                return frames + [Array(error.description.utf8)]
            }
            rest = rest.dropFirst(size)
        }
        return frames
    }

    private func check(_ answer: Answer) throws(Mistake) {
        var verifier = Verifier([Self.document])
        switch answer {
        case .checked(let reading, let results, let comments, let facts, _):
            for finding in verifier.reading(reading, in: 0) {
                try check(finding)
                try require(finding.rule.hasPrefix("reading/"), "reading found \(finding.rule)")
            }
            for result in results {
                try check(verifier.result(result, of: Self.plugin, Self.requests, in: 0))
            }
            for suppression in verifier.suppressions(comments, of: 0) ?? [] {
                let text = SourceText(path: "a.md", bytes: Self.document.bytes)
                    .text(suppression.range)
                try require(text.hasPrefix("<!-- perilune-"), "a comment that is not there")
            }
            if let facts { try check(facts) }
        case .checkedWorkspace(let results, _):
            for result in results {
                try check(verifier.result(result, of: Self.plugin, Self.requests, in: nil))
            }
        case .transformed(let reading, let remote, let log):
            for finding in verifier.reading(reading, in: 0) { try check(finding) }
            try checkLines(verifier.log(log))
            try check(verifier.edits(remote, of: 0) ?? [])
        case .transformedWorkspace(let remote, _, let log):
            try checkLines(verifier.log(log))
            for edits in remote { try check(verifier.edits(edits, of: 0) ?? []) }
        case .failed(let failure, let log):
            try checkLines(verifier.log(log))
            try check(verifier.failure(failure, of: Self.plugin, Self.requests))
        case .exported(let files, _, let log):
            try checkLines(verifier.log(log))
            let declared = [OutputDeclaration(name: "a.csv"), OutputDeclaration(name: "b/*.json")]
            let artifact = Artifact(files.map { ($0.name, $0.bytes) }, declared)
            for file in artifact?.files ?? [] {
                try require(
                    declared.contains { $0.covers(file.name) } && !file.name.contains(".."),
                    "a file that is not declared")
            }
        case .manifest(let tree):
            let bytes = Manifest.bytes(in: Self.files) ?? []
            guard let tree, tree.couldStand(in: bytes) else { return }
            do throws(PluginFailure) {
                _ = try Manifest(Self.files, tree: tree)
            } catch {
                try check(error)
                try require((1...6).contains(error.line ?? 0), "a mistake outside of its file")
            }
        case .done, .described, .composed:
            return
        }
    }

    /// What another worker makes of facts is a spec of which every place is in its document.
    private func check(_ facts: [UInt8]) throws(Mistake) {
        let source = SourceText(path: Self.document.path, bytes: Self.document.bytes)
        guard let spec = try? SpecFacts.spec(facts, of: source) else { return }
        try require(
            (try? SpecFacts.spec(SpecFacts.frame(of: spec), of: source)) == spec,
            "a document is known as another one")
        for item in spec.items {
            try require(item.range.end <= source.bytes.count, "an item outside of its document")
            try require(
                item.section.map(spec.sections.indices.contains) ?? true, "an item in no section")
        }
    }

    private func check(_ edits: [Edit]) throws(Mistake) {
        var end = 0
        for edit in edits {
            try require(
                edit.range.start >= end && edit.range.end <= Self.document.bytes.count,
                "an edit of \(edit.range)")
            end = edit.range.end
        }
    }

    private func check(_ result: CheckResult) throws(Mistake) {
        for finding in result.findings {
            try check(finding)
            try require(finding.rule == "kind/seen", "a rule \(finding.rule) that nobody asked for")
            try require(finding.severity == .warning, "a severity of its own")
        }
        for failure in result.failures { try check(failure) }
        try checkLines(result.log)
    }

    private func check(_ finding: Finding) throws(Mistake) {
        try require(finding.location.path == "a.md", "a finding in \(finding.location.path)")
        try require(
            finding.location.start <= finding.location.end
                && finding.location.end.offset <= Self.document.bytes.count,
            "a finding outside of its document")
        try checkLines([finding.message])
    }

    private func check(_ failure: PluginFailure) throws(Mistake) {
        try require(failure.plugin == Self.plugin, "a failure of another plugin")
        try require(failure.rule == nil || failure.rule == "kind/seen", "a failure of another rule")
        try require(failure.spec == nil || failure.spec == "a.md", "a failure in another spec")
        try checkLines([failure.message, failure.file ?? ""] + failure.traceback)
    }

    private func checkLines(_ lines: [String]) throws(Mistake) {
        for line in lines { try require(line.isHarmless, "it says \(line.debugDescription)") }
    }
}

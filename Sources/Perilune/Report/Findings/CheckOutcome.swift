internal import SpecModel
public import Spilling

/// What a run of `perilune check` came to: all that a report can say.
public struct CheckOutcome: Sendable {
    /// What was found, and which plugins failed.
    public var report: CheckReport
    /// What kept the run from looking at every spec.
    public var problems: [Problem]
    /// How the command ends.
    public var exitCode: Int32
    /// By the bytes of their paths: equal strings may name two files.
    private var sources: [[UInt8]: SpilledBytes] = [:]

    public init(
        _ report: CheckReport = CheckReport(), problems: [Problem] = [], exitCode: Int32 = 0
    ) {
        self.report = report
        self.problems = problems
        self.exitCode = exitCode
    }

    /// Did every rule look at every spec?
    public var isComplete: Bool { report.failures.isEmpty && problems.isEmpty }

    /// Keeps a document at hand for the formats that look at it again, where something was found
    /// in it.
    public mutating func keep(_ documents: some Sequence<(path: String, content: SpilledBytes)>) {
        var found: Set<[UInt8]> = []
        var last: String.UTF8View?
        func note(_ path: String.UTF8View) {
            // Most findings are of the spec of the one before.
            if let last, last.elementsEqual(path) { return }
            found.insert(Array(path))
            last = path
        }
        for finding in report.findings {
            note(finding.location.path.utf8)
            for related in finding.related { note(related.location.path.utf8) }
        }
        for suppressed in report.suppressed { note(suppressed.finding.location.path.utf8) }
        for document in documents {
            let path = Array(document.path.utf8)
            if found.contains(path) { sources[path] = document.content }
        }
    }

    /// The text of a document; empty where it was not kept.
    func source(_ path: String) -> SourceText {
        SourceText(path: path, bytes: sources[Array(path.utf8)]?.bytes ?? [])
    }

    /// The findings spec by spec, in order, each with its text; that is empty where the document
    /// was not kept.
    func forEachSpec(_ body: (SourceText, ArraySlice<Finding>) -> Void) {
        forEachSpec(of: report.findings, \.location.path, body)
    }

    /// The same of all findings, with those that are suppressed where they belong.
    func forEachSpecOfAll(_ body: (SourceText, ArraySlice<FoundOrSuppressed>) -> Void) {
        var all = report.findings.map { FoundOrSuppressed(finding: $0) }
        if !report.suppressed.isEmpty {
            all += report.suppressed.map { FoundOrSuppressed(finding: $0.finding, suppressed: $0) }
            all.sort { Finding.precedes($0.finding, $1.finding) }
        }
        forEachSpec(of: all, \.finding.location.path, body)
    }

    private func forEachSpec<Element>(
        of all: [Element], _ path: (Element) -> String,
        _ body: (SourceText, ArraySlice<Element>) -> Void
    ) {
        var rest = all[...]
        while let first = rest.first.map(path) {
            let part = rest.prefix { path($0).utf8.elementsEqual(first.utf8) }
            body(source(first), part)
            rest = rest[part.endIndex...]
        }
    }
}

/// Documents that a report comes back to.
struct SourcesByPath {
    private let outcome: CheckOutcome
    private var known: [String: SourceText] = [:]

    init(_ outcome: CheckOutcome) { self.outcome = outcome }

    subscript(path: String) -> SourceText {
        mutating get {
            // Equal strings may name two files.
            if let source = known[path], source.path.utf8.elementsEqual(path.utf8) { return source }
            let source = outcome.source(path)
            known[path] = source
            return source
        }
    }
}

/// A finding, and what suppresses it.
struct FoundOrSuppressed {
    var finding: Finding
    var suppressed: SuppressedFinding?
}

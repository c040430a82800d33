internal import SpecModel

/// What a run of `perilune check` came to: all that a report can say.
public struct CheckOutcome: Sendable {
    /// What was found, and which plugins failed.
    public var report: CheckReport
    /// What kept the run from looking at every spec.
    public var problems: [Problem]
    /// How the command ends.
    public var exitCode: Int32
    /// By the bytes of their paths: equal strings may name two files.
    private var sources: [[UInt8]: [UInt8]] = [:]

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
    public mutating func keep(_ documents: some Sequence<(path: String, bytes: [UInt8])>) {
        var found: Set<[UInt8]> = []
        var last: String.UTF8View?
        for path in report.findings.lazy.map(\.location.path.utf8) {
            // Most findings are of the spec of the one before.
            if let last, last.elementsEqual(path) { continue }
            found.insert(Array(path))
            last = path
        }
        for document in documents {
            let path = Array(document.path.utf8)
            if found.contains(path) { sources[path] = document.bytes }
        }
    }

    /// The findings spec by spec, in order, each with its text; that is empty where the document
    /// was not kept.
    func forEachSpec(_ body: (SourceText, ArraySlice<Finding>) -> Void) {
        var rest = report.findings[...]
        while let path = rest.first?.location.path {
            let findings = rest.prefix { $0.location.path.utf8.elementsEqual(path.utf8) }
            let bytes = sources[Array(path.utf8)] ?? []
            body(SourceText(path: path, bytes: bytes), findings)
            rest = rest[findings.endIndex...]
        }
    }
}

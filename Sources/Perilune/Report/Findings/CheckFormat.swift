/// What `perilune check` may print, or write into a file.
public enum CheckFormat: String, Sendable, CaseIterable {
    case text, full, json, jsonl, sarif, junit, github, gitlab, checkstyle, rdjson

    /// Does it look at the documents again, for their lines, their characters or their hashes?
    public var needsSources: Bool {
        switch self {
        case .full, .sarif, .github, .gitlab, .checkstyle, .rdjson: true
        case .text, .json, .jsonl, .junit: false
        }
    }

    /// The report piece by piece, so that not all of a long one is at hand at once.
    /// - Parameter write: takes the pieces in their order.
    public func write(
        _ outcome: CheckOutcome, style: Style = .plain,
        to write: ([UInt8]) throws(Problem) -> Void
    ) throws(Problem) {
        guard self == .text else { return try write(bytes(of: outcome, style: style)) }
        var rest = outcome.report.findings[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.findingsOfPiece)
            try write(Array(FindingsReport.text(piece, style: style).utf8))
            rest = rest.dropFirst(piece.count)
        }
    }

    private static let findingsOfPiece = 1_000

    /// The whole report. The same outcome gives the same bytes: no clock, no host, no folder.
    ///
    /// - Parameter style: of `text` and `full`; the others are for programs.
    public func bytes(of outcome: CheckOutcome, style: Style = .plain) -> [UInt8] {
        switch self {
        case .text: Array(FindingsReport.text(outcome.report.findings[...], style: style).utf8)
        case .full: Array(FindingsReport.full(outcome, style: style).utf8)
        case .json: FindingsReport.json(outcome.report)
        case .jsonl: FindingsReport.jsonLines(outcome.report)
        case .sarif: SARIFReport.bytes(of: outcome)
        case .junit: JUnitReport.bytes(of: outcome)
        case .github: Array(GitHubReport(outcome).text.utf8)
        case .gitlab: GitLabReport.bytes(of: outcome)
        case .checkstyle: CheckstyleReport.bytes(of: outcome)
        case .rdjson: RdjsonReport.bytes(of: outcome)
        }
    }
}

internal import Printable
internal import SpecModel
internal import SpecPlugins

/// Workflow commands, from which GitHub Actions makes annotations: of problems, of failures of
/// plugins and of findings, in this order.
///
/// GitHub keeps ten annotations of a level for a step and drops the others without a word, so those
/// are listed in one notice.
///
/// Source: `command.ts` of actions/toolkit for the escapes, `ActionCommandManager.cs` of
/// actions/runner for what it makes of lines and columns.
struct GitHubReport {
    /// The commands, a line each.
    private(set) var text = ""
    /// Lines of what is over the limit.
    private var rest: [String] = []
    /// Annotations of a level that may still come.
    private var room = ["error": limit, "warning": limit, "notice": limit]

    /// What stands between the name of a command and its message; without a value it is left out.
    private typealias Property = (name: String, value: String?)

    /// Annotations of a level that a step may have.
    private static let limit = 10
    /// Lines of the notice that holds the others.
    private static let listed = 100

    init(_ outcome: CheckOutcome) {
        let infos = outcome.report.count(.info)
        let errors =
            outcome.problems.count + outcome.report.failures.count + outcome.report.count(.error)
        if max(errors, outcome.report.count(.warning), infos) > Self.limit {
            // The last notice is the one that says so.
            room["notice"] = Self.limit - 1
        }
        for problem in outcome.problems { add(problem) }
        for failure in outcome.report.failures { add(failure) }
        outcome.forEachSpec { source, findings in
            for finding in findings { add(finding, source) }
        }
        if !rest.isEmpty { addRest() }
    }

    private mutating func add(_ problem: Problem) {
        let place = [
            ("file", problem.path), ("line", problem.line.map { "\($0)" }),
            ("col", problem.column.map { "\($0)" }),
        ]
        annotate("error", place, problem.message.printable) {
            problem.description.printableAtStart
        }
    }

    private mutating func add(_ failure: CountedFailure) {
        let line = failure.file == nil ? nil : failure.failure.line
        let place = [
            ("file", failure.file), ("line", line.map { "\($0)" }),
            ("title", "plugin failure, \(failure.subject)"),
        ]
        var message = failure.message.printable
        if let occasion = failure.occasion { message += "\n" + occasion }
        annotate("error", place, message) {
            String(FindingsReport.failures([failure]).dropLast())
        }
    }

    private mutating func add(_ finding: Finding, _ source: SourceText) {
        let range = CharacterRange(finding.location, in: source, .characters)
        // The runner takes columns of one line only.
        let isOneLine = range.startLine == range.endLine
        let place = [
            ("file", finding.location.path), ("line", "\(range.startLine)"),
            ("endLine", "\(finding.location.lastLine)"),
            ("col", isOneLine ? "\(range.startColumn)" : nil),
            ("endColumn", isOneLine ? "\(range.endColumn)" : nil), ("title", finding.rule),
        ]
        annotate(finding.severity.ofGitHub, place, finding.message.printable) {
            var line = ""
            FindingsReport.append(finding, to: &line)
            return String(line.dropLast())
        }
    }

    private mutating func addRest() {
        let shown = rest.prefix(Self.listed)
        var lines = ["GitHub shows \(Self.limit) annotations of a level for a step. The others:"]
        lines += shown
        if rest.count > shown.count { lines.append("and \(rest.count - shown.count) more") }
        write("notice", [("title", "\(rest.count) more")], lines.joined(separator: "\n"))
    }

    /// - Parameter line: what stands for it in the list of those that are over the limit.
    private mutating func annotate(
        _ level: String, _ properties: [Property], _ message: String, _ line: () -> String
    ) {
        let left = room[level, default: 0]
        if left == 0 { return rest.append(line()) }
        room[level] = left - 1
        write(level, properties, message)
    }

    private mutating func write(_ level: String, _ properties: [Property], _ message: String) {
        let known = properties.compactMap { name, value in
            value.map { "\(name)=\(Self.escaped($0.printable, also: [":", ","]))" }
        }
        text += "::" + level + (known.isEmpty ? "" : " ") + known.joined(separator: ",")
        text += "::" + Self.escaped(message) + "\n"
    }

    private static func escaped(_ text: String, also others: Set<Unicode.Scalar> = []) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "\r" || scalar == "\n" || others.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "%\(digits.utf8.count < 2 ? "0" : "")\(digits)"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Severity {
    fileprivate var ofGitHub: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }
}

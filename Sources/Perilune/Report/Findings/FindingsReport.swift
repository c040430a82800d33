internal import Printable
internal import SpecModel
internal import SpecPlugins

/// Findings and failures as `perilune check` prints them.
public enum FindingsReport {
    /// `path:line:column: severity: message [plugin/rule]`, a line each.
    public static func text(_ report: CheckReport, style: Style = .plain) -> String {
        text(report.findings[...], style: style)
    }

    /// The same of some of them.
    static func text(_ findings: ArraySlice<Finding>, style: Style = .plain) -> String {
        var text = ""
        for finding in findings { append(finding, to: &text, style) }
        return text
    }

    /// The same, each followed by its line of the spec, a mark below it, and the other places that
    /// it is about.
    static func full(_ outcome: CheckOutcome, style: Style) -> String {
        var text = ""
        outcome.forEachSpec { source, findings in
            for finding in findings {
                append(finding, to: &text, style)
                text += CodeFrame.text(finding.location, in: source, style: style)
                for related in finding.related {
                    let place = related.location
                    text += "  \(place.path.printablePath):\(place.start.line):"
                    text += "\(place.start.column): \(related.message.printable)\n"
                }
            }
        }
        return text
    }

    /// One of the lines of `text`, with its end.
    static func append(_ finding: Finding, to text: inout String, _ style: Style = .plain) {
        let start = finding.location.start
        let place = "\(finding.location.path.printablePath):\(start.line):\(start.column)"
        text += style.bold(place) + ": " + style.severity(finding.severity) + ": "
        text += finding.message.printable
        text += " " + style.dim("[\(finding.rule.printable)]") + "\n"
    }

    /// `init.lua:3:1: plugin failure: message [plugin/rule]`, a line each, with where it happened.
    public static func failures(_ failures: [CountedFailure], style: Style = .plain) -> String {
        var text = ""
        for counted in failures {
            let failure = counted.failure
            text += style.bold(counted.place.printablePath) + ": " + style.error("plugin failure")
            text += ": " + counted.message.printable
            text += " " + style.dim("[\(counted.subject.printable)]") + "\n"
            if let occasion = counted.occasion { text += "  \(occasion)\n" }
            // The first is where it happened, which was said.
            for frame in failure.traceback.dropFirst() { text += "  from \(frame.printable)\n" }
        }
        return text
    }

    /// `3 errors, 1 warning in 12 specs; 2 suppressed`.
    public static func summary(_ report: CheckReport) -> String {
        let specs = counted(report.specs, "spec")
        var parts: [String] = []
        for (severity, name) in [(Severity.error, "error"), (.warning, "warning"), (.info, "info")]
        where report.count(severity) > 0 {
            parts.append(
                severity == .info
                    ? "\(report.count(severity)) info" : counted(report.count(severity), name))
        }
        var text = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
        text += " in \(specs)"
        if report.known > 0 { text += "; \(counted(report.known, "finding")) known before" }
        if !report.suppressed.isEmpty { text += "; \(report.suppressed.count) suppressed" }
        if !report.failures.isEmpty {
            text += "; " + counted(report.failures.count, "plugin failure")
        }
        return text
    }

    /// `fixed 12 findings in 3 files; --unsafe-fixes would fix 2 more`.
    /// - Parameters:
    ///   - files: how many are other than they were.
    ///   - others: how many findings have a fix that was not made because it is unsafe.
    ///   - isDone: were the fixes made, or only shown?
    public static func fixes(
        _ report: CheckReport, files: Int, others: Int, isDone: Bool
    ) -> String {
        let count = report.fixed.reduce(0) { $0 + $1.count }
        let verb = isDone ? "fixed" : "would fix"
        if count > 0 {
            let text = "\(verb) \(counted(count, "finding")) in \(counted(files, "file"))"
            return text + (others > 0 ? "; --unsafe-fixes would fix \(others) more" : "")
        }
        let more = "; --unsafe-fixes would fix \(counted(others, "finding"))"
        return "nothing to fix" + (others > 0 ? more : "")
    }

    public static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension CountedFailure {
    /// `while looking at docs/a.md:12, and 3 times more`, safe to print; nil where there was no spec.
    var occasion: String? {
        guard let spec = failure.spec else { return nil }
        let line = failure.specLine.map { ":\($0)" } ?? ""
        let place = "while looking at \(spec.printable)\(line)"
        switch count {
        case 1: return place
        case 2: return place + ", and once more"
        default: return place + ", and \(count - 1) times more"
        }
    }

    /// What a program is told of its kind. A manifest of the wrong shape is, to a program, a plugin
    /// of the wrong shape.
    var kind: String { (failure.kind == .manifest ? .shape : failure.kind).rawValue }

    /// The plugin's file where it is one: those of bundled plugins are in the executable.
    var file: String? { path.flatMap { $0.hasPrefix("bundled:") ? nil : $0 } }

    /// The rule that was running, or the plugin where none was.
    var subject: String { failure.rule ?? failure.plugin }

    /// `tools/rules/init.lua:12:3`, or the plugin's name where nothing more is known.
    var place: String {
        guard var place = path else { return failure.plugin }
        if let line = failure.line { place += ":\(line)" }
        if let column = failure.column { place += ":\(column)" }
        return place
    }
}

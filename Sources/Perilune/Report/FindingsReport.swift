internal import Printable
public import SpecModel
internal import SpecPlugins

/// Findings and failures as `perilune check` prints them.
public enum FindingsReport {
    /// The public JSON form: one object, additive changes only. Columns count UTF-8 bytes.
    public static func json(_ report: CheckReport) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("findings", .block) { writer in
                for finding in report.findings { writer.finding(finding) }
            }
            writer.array("failures", .block) { writer in
                for failure in report.failures { writer.failure(failure) }
            }
            writer.object("summary") { writer in
                writer.member("specs", report.specs)
                writer.member("errors", report.count(.error))
                writer.member("warnings", report.count(.warning))
                writer.member("infos", report.count(.info))
                writer.member("failures", report.failures.count)
            }
        }
        return writer.finish()
    }

    /// `path:line:column: severity: message [plugin/rule]`, a line each.
    ///
    /// - Parameter source: gives the text that a path stands for; where it is given, each finding
    ///   is followed by its line and a mark below it.
    public static func text(
        _ report: CheckReport, style: Style = .plain,
        source: ((String) -> SourceText?)? = nil
    ) -> String {
        var text = ""
        for finding in report.findings {
            let start = finding.location.start
            let place = "\(finding.location.path.printablePath):\(start.line):\(start.column)"
            text += style.bold(place) + ": " + style.severity(finding.severity) + ": "
            text += finding.message.printable
            text += " " + style.dim("[\(finding.rule.printable)]") + "\n"
            if let source = source?(finding.location.path) {
                text += CodeFrame.text(finding.location, in: source, style: style)
            }
        }
        return text
    }

    /// `init.lua:3:1: plugin failure: message [plugin/rule]`, a line each, with where it happened.
    public static func failures(_ failures: [CountedFailure], style: Style = .plain) -> String {
        var text = ""
        for counted in failures {
            let failure = counted.failure
            text += style.bold(counted.place.printablePath) + ": " + style.error("plugin failure")
            text += ": " + counted.message.printable
            text += " " + style.dim("[\((failure.rule ?? failure.plugin).printable)]") + "\n"
            if let spec = failure.spec {
                let line = failure.specLine.map { ":\($0)" } ?? ""
                text += "  while looking at \(spec.printable)\(line)"
                switch counted.count {
                case 1: text += "\n"
                case 2: text += ", and once more\n"
                default: text += ", and \(counted.count - 1) times more\n"
                }
            }
            // The first is where it happened, which was said.
            for frame in failure.traceback.dropFirst() { text += "  from \(frame.printable)\n" }
        }
        return text
    }

    /// `3 errors, 1 warning in 12 specs`.
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
        if !report.failures.isEmpty {
            text += "; " + counted(report.failures.count, "plugin failure")
        }
        return text
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension CountedFailure {
    /// `tools/rules/init.lua:12:3`, or the plugin's name where nothing more is known.
    fileprivate var place: String {
        guard var place = path else { return failure.plugin }
        if let line = failure.line { place += ":\(line)" }
        if let column = failure.column { place += ":\(column)" }
        return place
    }
}

extension JSONWriter {
    fileprivate mutating func finding(_ finding: Finding) {
        object { writer in
            writer.member("path", finding.location.path)
            writer.member("line", finding.location.start.line)
            writer.member("column", finding.location.start.column)
            writer.member("end_line", finding.location.end.line)
            writer.member("end_column", finding.location.end.column)
            writer.member("rule", finding.rule)
            writer.member("severity", finding.severity.rawValue)
            writer.member("message", finding.message)
            writer.member("item", finding.item)
            writer.key("fix")
            if finding.fix.isEmpty { writer.null() } else { writer.fix(finding.fix) }
        }
    }

    private mutating func fix(_ edits: [Edit]) {
        object { writer in
            writer.array("edits") { writer in
                for edit in edits {
                    writer.object { writer in
                        writer.member("path", edit.path)
                        writer.member("start", edit.range.start)
                        writer.member("end", edit.range.end)
                        writer.member("text", edit.replacement)
                    }
                }
            }
        }
    }

    fileprivate mutating func failure(_ counted: CountedFailure) {
        let failure = counted.failure
        object { writer in
            writer.member("plugin", failure.plugin)
            // A manifest of the wrong shape is, to a program, a plugin of the wrong shape.
            writer.member(
                "kind", (failure.kind == .manifest ? .shape : failure.kind).rawValue)
            writer.member("message", counted.message)
            writer.member("path", counted.path)
            writer.member("line", failure.line)
            writer.member("rule", failure.rule)
            writer.member("spec", failure.spec)
            writer.member("spec_line", failure.specLine)
            writer.member("count", counted.count)
        }
    }
}

internal import SpecModel
internal import SpecPlugins

extension FindingsReport {
    /// The public JSON form: one object, additive changes only. Columns count UTF-8 bytes.
    public static func json(_ report: CheckReport) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("findings", .block) { writer in
                for finding in report.findings { writer.finding(finding) }
            }
            writer.end(of: report, .block)
        }
        return writer.finish()
    }

    /// A line for each finding, the object that `json` has for it; the last line is the rest of that
    /// form. A reader that has seen it has seen everything.
    static func jsonLines(_ report: CheckReport) -> [UInt8] {
        var lines: [UInt8] = []
        for finding in report.findings {
            var writer = JSONWriter()
            writer.finding(finding)
            lines += writer.finish()
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema_version", 1)
            writer.end(of: report, .line)
        }
        return lines + writer.finish()
    }
}

extension JSONWriter {
    /// What follows the findings.
    fileprivate mutating func end(of report: CheckReport, _ layout: Layout) {
        array("suppressed", layout) { writer in
            for suppressed in report.suppressed {
                writer.finding(suppressed.finding, suppressed)
            }
        }
        array("fixed", layout) { writer in
            for fixed in report.fixed { writer.fixed(fixed) }
        }
        array("failures", layout) { writer in
            for failure in report.failures { writer.failure(failure) }
        }
        object("summary") { writer in
            writer.member("specs", report.specs)
            writer.member("errors", report.count(.error))
            writer.member("warnings", report.count(.warning))
            writer.member("infos", report.count(.info))
            writer.member("known", report.known)
            writer.member("suppressed", report.suppressed.count)
            writer.member("fixed", report.fixed.reduce(0) { $0 + $1.count })
            writer.member("failures", report.failures.count)
        }
    }

    /// - Parameter suppressed: what suppresses it, of one that is.
    fileprivate mutating func finding(_ finding: Finding, _ suppressed: SuppressedFinding? = nil) {
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
            writer.array("related") { writer in
                for related in finding.related { writer.related(related) }
            }
            writer.member("help", finding.help)
            writer.key("fix")
            if finding.fix.isEmpty { writer.null() } else { writer.fix(of: finding) }
            if let suppressed { writer.suppression(suppressed) }
        }
    }

    private mutating func suppression(_ suppressed: SuppressedFinding) {
        object("suppression") { writer in
            writer.member("reason", suppressed.reason)
            writer.member("line", suppressed.comment.start.line)
            writer.member("column", suppressed.comment.start.column)
            writer.member("end_line", suppressed.comment.end.line)
            writer.member("end_column", suppressed.comment.end.column)
        }
    }

    private mutating func related(_ related: Finding.Related) {
        object { writer in
            writer.member("path", related.location.path)
            writer.member("line", related.location.start.line)
            writer.member("column", related.location.start.column)
            writer.member("end_line", related.location.end.line)
            writer.member("end_column", related.location.end.column)
            writer.member("message", related.message)
        }
    }

    private mutating func fix(of finding: Finding) {
        object { writer in
            writer.member("applicability", finding.applicability.rawValue)
            writer.array("edits") { writer in
                for edit in finding.fix {
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

    private mutating func fixed(_ fixed: FixedFindings) {
        object { writer in
            writer.member("path", fixed.path)
            writer.member("rule", fixed.rule)
            writer.member("count", fixed.count)
        }
    }

    fileprivate mutating func failure(_ counted: CountedFailure) {
        let failure = counted.failure
        object { writer in
            writer.member("plugin", failure.plugin)
            writer.member("kind", counted.kind)
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

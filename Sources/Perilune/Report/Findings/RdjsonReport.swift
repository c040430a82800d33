internal import Printable
internal import SpecModel

/// reviewdog's diagnostic format, in which columns count UTF-8 bytes as ours do and ends are
/// exclusive. It has no place for failures of plugins.
///
/// Source: `proto/rdf/reviewdog.proto` of reviewdog/reviewdog.
enum RdjsonReport {
    static func bytes(of outcome: CheckOutcome) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.object("source") { writer in writer.member("name", "perilune") }
            writer.array("diagnostics", .block) { writer in
                for finding in outcome.report.findings { writer.diagnostic(finding) }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func diagnostic(_ finding: Finding) {
        object { writer in
            writer.member("message", finding.message.printable)
            writer.object("location") { writer in
                writer.member("path", finding.location.path)
                writer.object("range") { writer in
                    writer.position("start", finding.location.start)
                    writer.position("end", finding.location.end)
                }
            }
            writer.member("severity", finding.severity.rawValue.uppercased())
            writer.object("code") { writer in writer.member("value", finding.rule) }
        }
    }

    private mutating func position(_ name: String, _ position: SourcePosition) {
        object(name) { writer in
            writer.member("line", position.line)
            writer.member("column", position.column)
        }
    }
}

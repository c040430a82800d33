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
                outcome.forEachSpec { source, findings in
                    for finding in findings { writer.diagnostic(finding, in: source) }
                }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func diagnostic(_ finding: Finding, in source: SourceText) {
        object { writer in
            writer.member("message", finding.message.printable)
            writer.location(finding.location)
            writer.member("severity", finding.severity.rawValue.uppercased())
            writer.object("code") { writer in
                writer.member("value", finding.rule)
                if let help = finding.help { writer.member("url", help.printable) }
            }
            // Suggestions are taken one by one, and of a fix all edits or none belong together. There is
            // no word for an unsafe one; whoever takes a suggestion has looked at it.
            if finding.fix.count == 1 {
                writer.array("suggestions") { writer in
                    for edit in finding.fix { writer.suggestion(edit, in: source) }
                }
            }
            if !finding.related.isEmpty {
                writer.array("related_locations") { writer in
                    for related in finding.related {
                        writer.object { writer in
                            writer.member("message", related.message.printable)
                            writer.location(related.location)
                        }
                    }
                }
            }
        }
    }

    private mutating func suggestion(_ edit: Edit, in source: SourceText) {
        object { writer in
            writer.range(source.position(at: edit.range.start), source.position(at: edit.range.end))
            writer.member("text", edit.replacement)
        }
    }

    private mutating func location(_ location: Location) {
        object("location") { writer in
            writer.member("path", location.path)
            writer.range(location.start, location.end)
        }
    }

    private mutating func range(_ start: SourcePosition, _ end: SourcePosition) {
        object("range") { writer in
            writer.position("start", start)
            writer.position("end", end)
        }
    }

    private mutating func position(_ name: String, _ position: SourcePosition) {
        object(name) { writer in
            writer.member("line", position.line)
            writer.member("column", position.column)
        }
    }
}

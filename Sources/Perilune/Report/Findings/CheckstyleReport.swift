internal import SpecModel

/// What Jenkins, reviewdog and many more read: the XML of Checkstyle's `XMLLogger`. It has no place
/// for failures of plugins.
enum CheckstyleReport {
    static func bytes(of outcome: CheckOutcome) -> [UInt8] {
        var writer = XMLWriter()
        writer.element("checkstyle", ["version": "4.3"]) { writer in
            outcome.forEachSpec { source, findings in
                writer.element("file", ["name": source.path]) { writer in
                    for finding in findings {
                        let range = CharacterRange(finding.location, in: source, .characters)
                        writer.element(
                            "error",
                            [
                                "line": "\(range.startLine)", "column": "\(range.startColumn)",
                                "severity": finding.severity.rawValue,
                                "message": finding.message, "source": finding.rule,
                            ])
                    }
                }
            }
        }
        return writer.bytes
    }
}

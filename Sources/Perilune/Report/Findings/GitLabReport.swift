internal import Printable
internal import SpecModel

/// GitLab's code quality report, a subset of Code Climate's. It has no place for failures of
/// plugins.
///
/// Source: docs.gitlab.com, "Code Quality report format"; the keys beside those are Code Climate's.
enum GitLabReport {
    static func bytes(of outcome: CheckOutcome) -> [UInt8] {
        var fingerprints = FindingFingerprints()
        var writer = JSONWriter()
        writer.array(.block) { writer in
            outcome.forEachSpec { source, findings in
                for finding in findings {
                    writer.issue(finding, fingerprints.next(finding, in: source))
                }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func issue(_ finding: Finding, _ fingerprint: String) {
        object { writer in
            writer.member("type", "issue")
            writer.member("check_name", finding.rule)
            writer.member("description", finding.message.printable)
            writer.array("categories") { writer in writer.string("Style") }
            writer.member("severity", finding.severity.ofGitLab)
            writer.member("fingerprint", fingerprint)
            writer.object("location") { writer in
                writer.member("path", finding.location.path)
                writer.object("lines") { writer in
                    writer.member("begin", finding.location.start.line)
                    writer.member("end", finding.location.lastLine)
                }
            }
        }
    }
}

extension Severity {
    fileprivate var ofGitLab: String {
        switch self {
        case .error: "major"
        case .warning: "minor"
        case .info: "info"
        }
    }
}

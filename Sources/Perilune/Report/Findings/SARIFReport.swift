internal import Printable
internal import SpecModel
internal import SpecPlugins
internal import SpecReading

/// SARIF 2.1.0, as GitHub's code scanning and editors read it.
///
/// Columns count UTF-16 code units, which is also what readers assume that do not look at
/// `columnKind`. Paths are relative to `%SRCROOT%`, the folder that the command was run in. All text
/// is as `printable` shows it.
enum SARIFReport {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    static func bytes(of outcome: CheckOutcome) -> [UInt8] {
        let rules = SARIFRules(of: outcome.report)
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("version", "2.1.0")
            writer.member("$schema", schema)
            writer.array("runs", .block) { writer in
                writer.object(.block) { writer in
                    writer.tool(rules)
                    writer.array("invocations", .block) { writer in
                        writer.invocation(outcome, rules)
                    }
                    writer.bases()
                    writer.member("columnKind", "utf16CodeUnits")
                    writer.array("newlineSequences") { writer in
                        for end in ["\r\n", "\n", "\r"] { writer.string(end) }
                    }
                    writer.array("results", .block) { writer in
                        writer.results(of: outcome, rules)
                    }
                }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func tool(_ rules: SARIFRules) {
        object("tool", .block) { writer in
            writer.object("driver", .block) { writer in
                writer.member("name", "perilune")
                writer.member("version", version)
                writer.member("semanticVersion", version)
                writer.array("rules", .block) { writer in
                    for rule in rules.all { writer.rule(rule) }
                }
            }
        }
    }

    private mutating func rule(_ rule: SARIFRules.Rule) {
        object { writer in
            writer.member("id", rule.id)
            writer.member("name", Path.name(rule.id))
            writer.message("shortDescription", SARIFText.cut(rule.summary))
            writer.message("fullDescription", SARIFText.cut(rule.why))
            writer.message("help", rule.fix.printableProse)
            writer.object("defaultConfiguration") { writer in
                writer.member("level", rule.severity.ofSARIF)
            }
            writer.object("properties") { writer in
                writer.array("tags") { writer in for tag in rule.tags { writer.string(tag) } }
            }
        }
    }

    /// How the command ended, and what kept it from looking at everything.
    fileprivate mutating func invocation(_ outcome: CheckOutcome, _ rules: SARIFRules) {
        object(.block) { writer in
            writer.member("executionSuccessful", outcome.isComplete)
            writer.member("exitCode", Int(outcome.exitCode))
            writer.array("toolExecutionNotifications", .block) { writer in
                for problem in outcome.problems {
                    writer.object { writer in
                        writer.member("level", "error")
                        writer.message("message", problem.message.printable)
                        if let path = problem.path { writer.location(path, line: problem.line) }
                    }
                }
                for failure in outcome.report.failures { writer.notification(failure, rules) }
            }
        }
    }

    private mutating func notification(_ counted: CountedFailure, _ rules: SARIFRules) {
        object { writer in
            writer.member("level", "error")
            let occasion = counted.occasion.map { ", \($0)" } ?? ""
            writer.message(
                "message",
                "plugin failure, \(counted.subject): \(counted.message)".printable + occasion)
            if let path = counted.file { writer.location(path, line: counted.failure.line) }
            if let rule = counted.failure.rule {
                writer.object("associatedRule") { writer in
                    writer.member("id", rule)
                    if let index = rules.index(of: rule) { writer.member("index", index) }
                }
            }
            writer.object("properties") { writer in
                writer.member("kind", counted.kind)
            }
        }
    }

    fileprivate mutating func bases() {
        object("originalUriBaseIds") { writer in
            writer.object("%SRCROOT%") { writer in
                writer.message("description", "the folder that perilune was run in")
            }
        }
    }

    fileprivate mutating func results(of outcome: CheckOutcome, _ rules: SARIFRules) {
        var fingerprints = FindingFingerprints()
        var others = SourcesByPath(outcome)
        outcome.forEachSpecOfAll { source, findings in
            let hashes = LineHash.ofLines(in: source.text(SourceRange(0, source.bytes.count)))
            for (finding, suppressed) in findings.lazy.map({ ($0.finding, $0.suppressed) }) {
                let line = finding.location.start.line
                result(
                    finding, suppressed, source, rules.index(of: finding.rule),
                    [
                        "primaryLocationLineHash": line <= hashes.count ? hashes[line - 1] : nil,
                        "periluneFinding/v1": fingerprints.next(finding, in: source),
                    ], &others)
            }
        }
    }

    private mutating func result(
        _ finding: Finding, _ suppressed: SuppressedFinding?, _ source: SourceText, _ rule: Int?,
        _ fingerprints: KeyValuePairs<String, String?>, _ others: inout SourcesByPath
    ) {
        object { writer in
            writer.member("ruleId", finding.rule)
            if let rule { writer.member("ruleIndex", rule) }
            writer.member("level", finding.severity.ofSARIF)
            // An empty one is refused.
            let message = finding.message.isEmpty ? finding.rule : finding.message
            writer.message("message", message.printable)
            writer.array("locations") { writer in
                writer.object { writer in
                    writer.physicalLocation(finding.location, in: source)
                    if let item = finding.item {
                        writer.array("logicalLocations") { writer in
                            writer.object { writer in
                                writer.member("fullyQualifiedName", item.printable)
                            }
                        }
                    }
                }
            }
            if !finding.related.isEmpty {
                writer.array("relatedLocations") { writer in
                    for related in finding.related {
                        writer.object { writer in
                            let path = related.location.path
                            writer.physicalLocation(related.location, in: others[path])
                            writer.message("message", related.message.printable)
                        }
                    }
                }
            }
            if !finding.fix.isEmpty {
                writer.array("fixes") { writer in writer.fix(of: finding, source) }
            }
            writer.object("partialFingerprints") { writer in
                for (name, value) in fingerprints {
                    if let value { writer.member(name, value) }
                }
            }
            if let suppressed {
                writer.array("suppressions") { writer in writer.suppression(suppressed, source) }
            }
        }
    }

    /// §3.35: one that stands in the document itself.
    private mutating func suppression(_ suppressed: SuppressedFinding, _ source: SourceText) {
        object { writer in
            writer.member("kind", "inSource")
            if !suppressed.reason.isEmpty { writer.member("justification", suppressed.reason) }
            writer.object("location") { writer in
                writer.physicalLocation(suppressed.comment, in: source)
            }
        }
    }

    /// §3.55: replacements in one document, all or none.
    private mutating func fix(of finding: Finding, _ source: SourceText) {
        object { writer in
            writer.array("artifactChanges") { writer in
                writer.object { writer in
                    writer.artifact(source.path)
                    writer.array("replacements") { writer in
                        for edit in finding.fix {
                            writer.object { writer in
                                let place = Location(
                                    path: source.path,
                                    start: source.position(at: edit.range.start),
                                    end: source.position(at: edit.range.end))
                                writer.region(
                                    CharacterRange(place, in: source, .utf16),
                                    as: "deletedRegion")
                                writer.object("insertedContent") { writer in
                                    writer.member("text", edit.replacement)
                                }
                            }
                        }
                    }
                }
            }
            writer.object("properties") { writer in
                writer.member("applicability", finding.applicability.rawValue)
            }
        }
    }

    private mutating func physicalLocation(_ location: Location, in source: SourceText) {
        object("physicalLocation") { writer in
            writer.artifact(location.path)
            writer.region(CharacterRange(location, in: source, .utf16))
        }
    }

    private mutating func region(_ range: CharacterRange, as name: String = "region") {
        object(name) { writer in
            writer.member("startLine", range.startLine)
            writer.member("startColumn", range.startColumn)
            writer.member("endLine", range.endLine)
            writer.member("endColumn", range.endColumn)
        }
    }

    private mutating func location(_ path: String, line: Int?) {
        array("locations") { writer in
            writer.object { writer in
                writer.object("physicalLocation") { writer in
                    writer.artifact(path)
                    guard let line else { return }
                    writer.object("region") { writer in writer.member("startLine", line) }
                }
            }
        }
    }

    private mutating func artifact(_ path: String) {
        object("artifactLocation") { writer in
            writer.member("uri", SARIFText.uri(of: path))
            // Only what lies below a base may be named from it.
            if Path.staysBelow(path) { writer.member("uriBaseId", "%SRCROOT%") }
        }
    }

    /// - Parameter text: safe to print.
    private mutating func message(_ name: String, _ text: String) {
        object(name) { writer in writer.member("text", SARIFText.message(text)) }
    }
}

extension Severity {
    fileprivate var ofSARIF: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}

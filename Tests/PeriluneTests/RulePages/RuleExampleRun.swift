import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecWorkers
import Testing

@testable import Perilune

/// What one rule finds in an example.
struct RuleExampleRun {
    let findings: [Finding]
    let failures: [PluginFailure]
    private let specs: [Spec]

    /// - Parameter variant: what is done to each document first.
    init(
        _ example: RuleExample, of rule: RuleOfPage, _ variant: (String) -> String = { $0 }
    ) throws {
        let files = try #require(PluginFiles.bundled(rule.plugin))
        var session = try PluginSession(
            try Plugin(files, today: example.today), TemplateReader(SpecReader()))
        let template = example.template.map {
            TemplateFile(name: "template.md", bytes: Array(variant($0).utf8))
        }
        let reader = TemplateReader(SpecReader(), template.map { [$0] } ?? [])
        // Its documents are all the files that there are.
        let paths = Set(example.documents.map(\.path))
        specs = example.documents.map {
            var spec = reader.read(
                Array(variant($0.text).utf8), path: $0.path, template: template?.name)
            let folder = Path.parent(spec.path)
            spec.noteFiles(
                spec.linkedFiles.map {
                    $0.hasPrefix("/") ? nil : paths.contains(Path.join(folder, $0))
                })
            return spec
        }
        let request = CheckRequest(name: rule.name, severity: .warning, options: [:])
        var result = CheckResult()
        for spec in specs {
            let part = session.check(spec, [request])
            result.findings += part.findings
            result.failures += part.failures
        }
        let part = session.checkWorkspace(specs, [request])
        findings = result.findings + part.findings
        failures = result.failures + part.failures
    }

    /// `5:3-5:7 message`, with other places and the text of the fix behind it.
    var lines: [String] {
        findings.map { finding in
            let related = finding.related.map { "; \(place($0.location)) \($0.message)" }.joined()
            let kind = finding.applicability == .safe ? "fix" : "unsafe fix"
            let fix = finding.fix.map { "; \(kind): \"\($0.replacement)\"" }.joined()
            return "\(place(finding.location)) \(finding.message)\(related)\(fix)"
        }
    }

    private func place(_ location: Location) -> String {
        let path = location.path == "spec.md" ? "" : location.path + ":"
        return "\(path)\(location.start.line):\(location.start.column)-"
            + "\(location.end.line):\(location.end.column)"
    }

    /// What it says and what it points at, wherever that stands.
    var sayings: [String] {
        findings.map { "\($0.message.withoutLines) at \"\(text(at: $0.location))\"" }.sorted()
    }

    private func spec(of location: Location) -> Spec? { specs.first { $0.path == location.path } }

    private func text(at location: Location) -> String {
        spec(of: location)?.source.text(SourceRange(location.start.offset, location.end.offset))
            .replacing("\r\n", with: "\n").replacing(#/^😄 (\| )?/#, with: "")
            .replacing("😄 ", with: "") ?? ""
    }

    /// Is something found inside of such a block?
    func finds(in kind: Block.Kind) -> Bool {
        findings.contains { finding in
            let start = finding.location.start.offset
            return spec(of: finding.location)?.blocks.contains {
                $0.kind == kind && $0.range.start <= start && start <= $0.range.end
            } ?? false
        }
    }
}

extension RuleExample {
    /// With edits made in one of its documents; nil where they do not fit.
    func changed(at path: String, by edits: [Edit]) -> RuleExample? {
        var lines: [String] = []
        for document in documents {
            let source = SourceText(path: document.path, bytes: Array(document.text.utf8))
            if document.path != "spec.md" { lines.append("=== " + document.path) }
            guard let bytes = source.applying(document.path == path ? edits : []) else {
                return nil
            }
            lines += String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false
            ).dropLast().map { String($0) }
        }
        var changed = self
        changed.lines = lines
        return changed
    }
}

extension String {
    /// Numbers of lines differ where lines are added.
    fileprivate var withoutLines: String { replacing(#/line \d+/#, with: "line …") }
}

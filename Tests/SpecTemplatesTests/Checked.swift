import SpecModel
import SpecPlugins
import SpecReading
import SpecTemplates
import SpecWorkers
import Testing

/// What the rules of the plugin `structure` say of a text that is held against a template.
struct Checked {
    let spec: Spec
    let findings: [Finding]

    init(
        _ text: String, against template: String, _ reader: TemplateReader = Self.reader,
        _ rules: Rules? = nil
    ) throws {
        let rules = try rules ?? Rules("structure")
        let bytes = Array(text.utf8)
        spec = reader.read(bytes, path: "spec.md", template: template)
        let result = rules.check(spec)
        #expect(result.failures == [])
        findings = result.findings
    }

    /// Against a template of a team's own.
    init(_ text: String, as template: String) throws {
        let file = TemplateFile(name: "ours.md", bytes: Array(template.utf8))
        try self.init(text, against: "ours.md", TemplateReader(SpecReader(), [file]))
    }

    static let reader = TemplateReader(SpecReader())

    /// `3:1 missing-section: section "Scope" is missing`, a line each.
    var lines: [String] {
        findings.map { finding in
            let start = finding.location.start
            let rule = finding.rule.split(separator: "/").last ?? ""
            return "\(start.line):\(start.column) \(rule): \(finding.message)"
        }
    }
}

/// The rules of a bundled plugin, loaded once for many documents.
final class Rules {
    private static let textReader = TemplateReader(SpecReader())

    private var session: PluginSession
    private let requests: [CheckRequest]

    init(_ name: String, where wants: (CheckDeclaration) -> Bool = { _ in true }) throws {
        let plugin = try Plugin(#require(PluginFiles.bundled(name)))
        session = try PluginSession(plugin, Self.textReader)
        requests = plugin.checks.filter(wants).map {
            CheckRequest(name: $0.name, severity: $0.severity, options: [:])
        }
    }

    func check(_ spec: Spec) -> CheckResult { session.check(spec, requests) }
}

extension BundledTemplate {
    static func text(_ name: String) throws -> String {
        String(decoding: try #require(bytes(name)), as: UTF8.self)
    }
}

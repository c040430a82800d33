import SpecModel
import SpecPlugins

/// Results as the lines of a golden file.
enum Rendering {
    static func line(_ finding: Finding) -> String {
        "\(finding.location.path):\(place(finding.location)) \(finding.severity.rawValue) "
            + "[\(finding.rule)] \(finding.message)"
            + (finding.item.map { " (\($0))" } ?? "")
            + finding.related.map { "; \(place($0.location)) \($0.message)" }.joined()
            + (finding.help.map { "; \($0)" } ?? "")
            + finding.fix.map {
                "; \(finding.applicability == .safe ? "" : "unsafe ")fix \($0.range.start)-\($0.range.end) \"\($0.replacement)\""
            }.joined()
    }

    static func line(_ failure: PluginFailure) -> String {
        var text = "failure \(failure.kind.rawValue)"
        if let file = failure.file {
            text += " \(file)"
            if let line = failure.line { text += ":\(line)" }
            if let column = failure.column { text += ":\(column)" }
        }
        if let rule = failure.rule { text += " [\(rule)]" }
        if let spec = failure.spec { text += " at \(spec):\(failure.specLine ?? 0)" }
        return text + " " + failure.message
    }

    static func line(_ edit: Edit, _ spec: Spec) -> String {
        let location = spec.location(of: edit.range)
        return "\(edit.path):\(place(location)) \"\(spec.source.text(edit.range))\" -> "
            + "\"\(edit.replacement)\""
    }

    private static func place(_ location: Location) -> String {
        "\(location.start.line):\(location.start.column)-\(location.end.line)"
            + ":\(location.end.column)"
    }
}

internal import Printable
internal import SpecModel
internal import SpecPlugins
public import SpecReading

/// The rules of a workspace, as `perilune rules` and `perilune explain` print them.
public enum RulesReport {
    /// A line each: severity, name, summary.
    public static func text(_ rules: [Rule], style: Style = .plain) -> String {
        let width = rules.map(\.name.count).max() ?? 0
        return rules.map { rule in
            let severity = rule.severity?.rawValue ?? "off"
            let word = rule.severity.map(style.severity) ?? style.dim("off")
            return word + pad(severity, 9) + style.bold(rule.name) + pad(rule.name, width + 2)
                + rule.check.summary.printable + "\n"
        }.joined()
    }

    /// One object, additive changes only.
    public static func json(_ rules: [Rule]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("rules", .block) { writer in
                for rule in rules { writer.rule(rule) }
            }
        }
        return writer.finish()
    }

    /// What one rule looks for, why, how to mend what it finds and how to change what it does.
    public static func explanation(_ rule: Rule, style: Style = .plain) -> String {
        let check = rule.check
        var text = style.bold(rule.name) + " (" + (rule.severity.map(style.severity) ?? "off")
        text += ", looks at each \(check.each.printable))\n\(check.summary.printableAtStart)\n"
        text += chapter("Why", check.why, style) + chapter("How to mend it", check.fix, style)
        if !check.options.isEmpty {
            text += "\n" + style.bold("Options") + "\n"
            for option in check.options { text += "  \(option.prose)\n" }
        }
        let value = rule.severity == nil ? check.severity.rawValue : "off"
        text += "\n" + style.bold("In perilune.yml") + "\n  checks:\n    \(rule.name): \(value)\n"
        return text
    }

    /// What reading itself reports; it belongs to no plugin.
    public static func explanation(_ rule: ReadingRule, style: Style = .plain) -> String {
        style.bold(rule.name) + " (reported by reading itself)\n\(rule.summary)\n"
            + chapter("Why", whyOfReading, style)
            + chapter("How to mend it", fixOfReading, style)
    }

    /// Why reading has rules.
    static let whyOfReading =
        "What cannot be read cannot be checked, and nothing is exported without it."
    /// How to mend what they find.
    static let fixOfReading =
        "Mend the document where the message points, or leave the file out with \"exclude\" below "
        + "\"specs\" in perilune.yml."

    private static func chapter(_ title: String, _ prose: String, _ style: Style) -> String {
        let lines = prose.unicodeScalars.split(separator: "\n")
            .map { "  " + String($0).printableAtStart }
        if lines.isEmpty { return "" }
        return "\n" + style.bold(title) + "\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count))
    }
}

extension OptionDeclaration {
    /// `scale: string, one of 3x3, 5x5 (default 3x3): the matrix`.
    fileprivate var prose: String {
        var text = "\(name): \(type.rawValue)"
        if !choices.isEmpty { text += ", one of \(choices.joined(separator: ", "))" }
        text += " (default \(defaultValue.prose))"
        if !summary.isEmpty { text += ": \(summary)" }
        return text.printable
    }
}

extension OptionValue {
    fileprivate var prose: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"\(value)\""
        case .list(let values): "[\(values.joined(separator: ", "))]"
        }
    }
}

extension JSONWriter {
    fileprivate mutating func rule(_ rule: Rule) {
        object { writer in
            writer.member("rule", rule.name)
            writer.member("severity", rule.severity?.rawValue ?? "off")
            writer.member("default_severity", rule.check.severity.rawValue)
            writer.member("preset", rule.check.preset.rawValue)
            writer.member("each", rule.check.each)
            writer.member("summary", rule.check.summary)
            writer.member("why", rule.check.why)
            writer.member("fix", rule.check.fix)
            writer.array("options") { writer in
                for option in rule.check.options {
                    writer.object { writer in
                        writer.member("name", option.name)
                        writer.member("type", option.type.rawValue)
                        writer.key("default")
                        writer.value(option.defaultValue)
                        writer.array("choices") { writer in
                            for choice in option.choices { writer.string(choice) }
                        }
                        writer.member("summary", option.summary)
                    }
                }
            }
        }
    }

    private mutating func value(_ value: OptionValue) {
        switch value {
        case .boolean(let value): boolean(value)
        case .integer(let value): integer(value)
        case .number(let value): number(value)
        case .string(let value): string(value)
        case .list(let values): array { writer in for value in values { writer.string(value) } }
        }
    }
}

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

    /// What one rule looks for, why, how to mend what it finds and how to change what it does: its
    /// page, and what the workspace makes of it where that is something else.
    /// - Parameter page: the one beside its plugin, for its examples; nil where there is none.
    public static func explanation(
        _ rule: Rule, page: String?, style: Style = .plain
    ) -> String {
        var text = RuleDescription(rule.check, plugin: rule.plugin).text
        let examples = RulePage.examples(of: page ?? "")
        if !examples.isEmpty { text += "\n" + examples }
        if rule.severity != rule.check.severity {
            text += "\nIn this workspace it is \(rule.severity?.rawValue ?? "off").\n"
        }
        return shown(text, style)
    }

    /// What reading itself reports; it belongs to no plugin.
    public static func explanation(_ rule: ReadingRule, style: Style = .plain) -> String {
        shown(
            "# \(rule.name)\n\n\(rule.summary)\n"
                + RuleDescription.chapter("Why", whyOfReading)
                + RuleDescription.chapter("How to mend it", fixOfReading), style)
    }

    /// Why reading has rules.
    static let whyOfReading =
        "What cannot be read cannot be checked, and nothing is exported without it."
    /// How to mend what they find.
    static let fixOfReading =
        "Mend the document where the message points, or leave the file out with \"exclude\" below "
        + "\"specs\" in perilune.yml."

    /// Markdown for people to read: its headings stand out, but not those of its examples.
    private static func shown(_ text: String, _ style: Style) -> String {
        var isExample = false
        return text.printableLines.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                if line.hasPrefix("~~~~") { isExample.toggle() }
                let isHeading = !isExample && line.hasPrefix("#")
                return isHeading ? style.bold(String(line)) : String(line)
            }.joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count))
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
                        if let least = option.minimum { writer.member("minimum", least) }
                        if let most = option.maximum { writer.member("maximum", most) }
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

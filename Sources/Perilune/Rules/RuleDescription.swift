internal import SpecModel
internal import SpecPlugins

/// What a rule says of itself, as the Markdown that its page begins with and `explain` prints.
struct RuleDescription {
    private let check: CheckDeclaration
    private let plugin: String

    init(_ check: CheckDeclaration, plugin: String) {
        self.check = check
        self.plugin = plugin
    }

    var text: String {
        let name = "\(plugin)/\(check.name)"
        let presets = Preset.allCases.filter { $0.includes(check.preset) }.map(\.rawValue)
        var text = "# \(name)\n\n\(check.summary)\n"
        text += table(
            ["severity", "presets", "looks at each"],
            [[check.severity.rawValue, presets.joined(separator: ", "), check.each]])
        text += Self.chapter("Why", check.why) + Self.chapter("How to mend it", check.fix)
        if !check.options.isEmpty {
            text += "\n## Options\n"
            text += table(
                ["option", "type", "default", ""],
                check.options.map {
                    ["`\($0.name)`", $0.prose, "`\($0.defaultValue.yaml)`", $0.summary]
                })
        }
        return text + "\n## In perilune.yml\n\n~~~yaml\nchecks:\n\(setting(name))~~~\n"
            + "\n## In a spec\n\n~~~markdown\n"
            + "<!-- perilune-disable-next-line \(name) -- reason -->\n~~~\n"
    }

    /// A heading and the prose below it; nothing where there is none.
    static func chapter(_ title: String, _ prose: String) -> String {
        let lines = prose.split(separator: "\n")
        return lines.isEmpty ? "" : "\n## \(title)\n\n\(lines.joined(separator: "\n\n"))\n"
    }

    /// An entry of `checks:` that changes nothing, or turns the rule off where that is all there is
    /// to change.
    private func setting(_ name: String) -> String {
        guard !check.options.isEmpty else {
            return "  \(name): \(check.severity.rawValue)    # or error, warning, info, off\n"
        }
        var text = "  \(name):\n    severity: \(check.severity.rawValue)    "
        text += "# or error, warning, info, off\n"
        for option in check.options { text += "    \(option.name): \(option.defaultValue.yaml)\n" }
        return text
    }

    private func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows).reduce("\n") { text, row in
            let cells = row.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
            return text + "| \(cells.joined(separator: " | ")) |\n".replacing("  |", with: " |")
        }
    }
}

extension OptionDeclaration {
    /// `integer, 1 or more`, `list of low, medium, high`.
    fileprivate var prose: String {
        var text = type.rawValue
        if !choices.isEmpty {
            text += (type == .list ? " of " : ", one of ") + choices.joined(separator: ", ")
        }
        switch (minimum, maximum) {
        case (let least?, let most?): text += ", \(least.short) to \(most.short)"
        case (let least?, nil): text += ", \(least.short) or more"
        case (nil, let most?): text += ", \(most.short) or less"
        case (nil, nil): break
        }
        return text
    }
}

extension Double {
    /// `1` for 1.0.
    fileprivate var short: String {
        Int(exactly: self).map(String.init) ?? String(self)
    }
}

extension OptionValue {
    /// As a `perilune.yml` has it, on one line.
    var yaml: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): value.short
        case .string(let value): Self.scalar(value)
        case .list(let values): "[\(values.map(Self.scalar).joined(separator: ", "))]"
        }
    }

    /// Quoted unless it begins with a letter and holds nothing that YAML has a use for.
    private static func scalar(_ text: String) -> String {
        let words = ["true", "false", "null", "yes", "no", "on", "off"]
        let isPlain =
            text.first?.isLetter == true && text.last != " " && !words.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || " -_./".unicodeScalars.contains($0)
            }
        if isPlain { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        return "\"\(escaped)\""
    }
}

package import SpecPlugins

/// The page of a rule, `rules/RULE.md` beside its plugin: what the rule says of itself, then examples
/// with what it finds in them.
///
/// All above `## Bad` is made from the plugin's record, the findings from a run. Below `## Bad` and
/// `## Good` stand the examples that the author wrote, each between `~~~~`:
///
/// - `~~~~markdown` a spec, or some with `=== path.md` in front of each but the first;
///   `today=2026-03-01` behind it is the day that the rule is told;
/// - `~~~~text` what is found in the bad one above it;
/// - `~~~~markdown template` the template of all that follow it.
package struct RulePage: Sendable {
    /// In the order of the page.
    package private(set) var examples: [RuleExample] = []
    /// What follows the description: runs of lines that a blank line parts.
    private var parts: [Part] = []

    private enum Part: Sendable {
        case lines([String])
        case findings(of: Int)
    }

    /// The page as somebody left it; nothing of it is required.
    package init(_ text: String) {
        var template: String?
        var isBad = true
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var rest = lines.drop { $0 != "## Bad" && $0 != "## Good" }
        while let line = rest.popFirst() {
            if line == "## Good" { isBad = false }
            guard line.hasPrefix("~~~~") else {
                if line.isEmpty { continue }
                let more = rest.prefix { !$0.isEmpty && !$0.hasPrefix("~~~~") }
                rest = rest.dropFirst(more.count)
                parts.append(.lines([line] + more))
                continue
            }
            let body = Array(rest.prefix { $0 != "~~~~" })
            rest = rest.dropFirst(body.count + 1)
            if line == "~~~~text" { continue }
            parts.append(.lines([line] + body + ["~~~~"]))
            let words = line.split(separator: " ").dropFirst()
            if words.contains("template") {
                template = body.joined(separator: "\n") + "\n"
                continue
            }
            let today = words.first { $0.hasPrefix("today=") }.map { String($0.dropFirst(6)) }
            examples.append(
                RuleExample(isBad: isBad, today: today, template: template, lines: body))
            if isBad { parts.append(.findings(of: examples.count - 1)) }
        }
    }

    /// The page as it should be.
    /// - Parameter findings: the lines that say what is found in a bad example.
    package func text(
        of check: CheckDeclaration, in plugin: String,
        findings: (RuleExample) throws -> [String]
    ) rethrows -> String {
        try parts.reduce(RuleDescription(check, plugin: plugin).text) { text, part in
            let lines =
                switch part {
                case .lines(let lines): lines
                case .findings(let place):
                    ["~~~~text"] + (try findings(examples[place])) + ["~~~~"]
                }
            return text + "\n" + lines.joined(separator: "\n") + "\n"
        }
    }

    /// The examples of a page, as they stand there; empty where it has none.
    static func examples(of text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != "## Bad" && $0 != "## Good" }.joined(separator: "\n")
    }
}

/// One example of a rule: a spec, or some.
package struct RuleExample: Sendable, CustomStringConvertible {
    /// Does the rule find something in it?
    package var isBad: Bool
    /// The day that the rule is told.
    package var today: String?
    /// The template that its specs are held against.
    package var template: String?
    /// As they stand on the page.
    package var lines: [String]

    package var description: String { String(lines.joined(separator: "⏎").prefix(60)) }

    /// Paths and texts.
    package var documents: [(path: String, text: String)] {
        var documents = [(path: "spec.md", text: "")]
        for line in lines {
            if line.hasPrefix("=== ") {
                documents.append((String(line.dropFirst(4)), ""))
            } else {
                documents[documents.count - 1].text += line + "\n"
            }
        }
        return documents
    }
}

import Foundation
import SpecPlugins
import TestSupport

/// `plugins/<name>/examples.md`: for each rule specs in which it finds something, with what it finds,
/// and specs in which it does not.
///
/// A block ```` ~~~~markdown bad ```` is a spec, or some with `=== path.md` in front of each but the
/// first; the block ```` ~~~~text ```` behind it holds the findings. `today=2026-03-01` behind `bad`
/// or `good` is the day that the rule is told.
struct RuleExamplePage: CustomStringConvertible, Sendable {
    let plugin: String
    let url: URL
    private var parts: [Part] = []

    private enum Part: Sendable {
        case line(String)
        case example(RuleExample)
        case findings(of: RuleExample)
    }

    var description: String { plugin }

    /// Of all plugins with rules.
    static let all = Fixture.files("../../../plugins", extension: "md")
        .filter { $0.name.hasSuffix("/examples.md") }
        .compactMap { try? RuleExamplePage($0) }

    private init(_ fixture: Fixture) throws {
        plugin = String(fixture.name.prefix { $0 != "/" })
        url = fixture.url
        var rule = ""
        var last: RuleExample?
        var lines = try fixture.text().components(separatedBy: "\n")[...]
        while let line = lines.popFirst() {
            parts.append(.line(line))
            if line.hasPrefix("## ") { rule = String(line.dropFirst(3)) }
            guard line.hasPrefix("~~~~") else { continue }
            let body = Array(lines.prefix { $0 != "~~~~" })
            lines = lines.dropFirst(body.count)
            if line == "~~~~text", let last {
                parts.append(.findings(of: last))
            } else {
                let example = RuleExample(rule: rule, info: line, body)
                parts.append(.example(example))
                last = example
            }
            if let end = lines.popFirst() { parts.append(.line(end)) }
        }
    }

    var examples: [RuleExample] {
        parts.compactMap { if case .example(let example) = $0 { example } else { nil } }
    }

    /// The page with what is found now.
    func page(_ findings: (RuleExample) throws -> [String]) rethrows -> String {
        try parts.flatMap { part -> [String] in
            switch part {
            case .line(let line): [line]
            case .example(let example): example.lines
            case .findings(let example): try findings(example)
            }
        }.joined(separator: "\n")
    }
}

/// One example of a rule: a spec, or some.
struct RuleExample: CustomStringConvertible, Sendable {
    let rule: String
    let isBad: Bool
    let today: String?
    /// As they stand on the page.
    let lines: [String]

    var description: String { "\(rule): \(lines.joined(separator: "⏎").prefix(60))" }

    init(rule: String, info: String, _ lines: [String]) {
        self.rule = rule
        self.lines = lines
        let words = info.split(separator: " ")
        isBad = words.contains("bad")
        today = words.first { $0.hasPrefix("today=") }.map { String($0.dropFirst(6)) }
    }

    /// Paths and texts.
    var documents: [(path: String, text: String)] {
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

internal import SpecModel

/// What a template says about its own parts: in comments, else in its placeholders.
struct Hints {
    private let spec: Spec
    private static let longest = 300

    init(_ spec: Spec) { self.spec = spec }

    /// Of a section: its first comment, else its first placeholder between brackets, in front of
    /// the next heading.
    func text(ofSection index: Int) -> String {
        let start = spec.sections[index].headingRange.end
        let next =
            index + 1 < spec.sections.count ? spec.sections[index + 1].headingRange.start : nil
        let own = SourceRange(start, max(start, next ?? spec.source.bytes.count))
        let comments = spec.blocks.lazy.filter {
            $0.kind == .html && $0.section == index && own.contains($0.range)
        }
        for comment in comments {
            let text = spec.source.text(comment.range).trimmed
            guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { continue }
            return Self.line(text.dropFirst(4).dropLast(3))
        }
        let placeholder = spec.placeholders.first {
            $0.style == "bracket" && own.contains($0.range)
        }
        return placeholder.map { text(ofValue: $0.text) } ?? ""
    }

    /// Of a value that is a placeholder between brackets: what stands between them.
    func text(ofValue value: String) -> String {
        let text = value.trimmed
        guard text.first == "[", text.last == "]" else { return "" }
        return Self.line(text.dropFirst().dropLast())
    }

    /// Does a text say that what it is about may be left out?
    static func isOptional(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.hasPrefix("if applicable") || text.hasPrefix("optional")
            || text.hasSuffix("(optional)") || text.hasSuffix("(if applicable)")
    }

    /// Words with one space between them, not too many.
    private static func line(_ text: Substring) -> String {
        let words = text.prefix(longest).split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
    }
}

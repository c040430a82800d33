import SpecModel
import TestSupport

/// Values that a field may be set to: words, and all that Markdown would take for something else.
struct Values {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private static let parts = [
        "plain", "words", "two words", "|", "`", "``", "[", "]", "[x]", "(y)", "[a](b)", "*", "**",
        "_", "~~", "<b>", "<", ">", "&", "&amp;", "&copy;", "\\", "\\|", "#", "- ", "1. ", "=",
        "\n", "🎉", "Ünï", "漢字", "\u{301}", "!", "{{x}}", "snake_case", "3 < 4", "100 %", "/path",
        "$5", "'q'", "\"q\"",
    ]

    /// A level for a level, a day for a date, any text for a text; one of eight is empty.
    mutating func next(for field: Field) -> String {
        if Int.random(in: 0..<8, using: &random) == 0 { return "" }
        if field.meaning == .level {
            return ["Low", "Medium", "High"].randomElement(using: &random) ?? ""
        }
        if field.name == "date" { return "2031-0\(Int.random(in: 1...9, using: &random))-17" }
        return next()
    }

    /// The same for metadata.
    mutating func next(for field: MetadataField) -> String {
        switch field.role {
        case "status": ["Draft", "Approved", "In Review"].randomElement(using: &random) ?? ""
        case "created", "updated", "date": "2031-0\(Int.random(in: 1...9, using: &random))-17"
        default: next()
        }
    }

    mutating func next() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            text += Self.parts.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { text += " " }
        }
        return text
    }
}

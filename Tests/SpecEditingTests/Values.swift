import TestSupport

/// Texts that a field may be set to: words, and all that Markdown would take for something else.
struct Values {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private static let parts = [
        "plain", "words", "two words", "|", "`", "``", "[", "]", "[x]", "(y)", "[a](b)", "*", "**",
        "_", "~~", "<b>", "<", ">", "&", "&amp;", "&copy;", "\\", "\\|", "#", "- ", "1. ", "=",
        "\n",
        "🎉", "Ünï", "漢字", "\u{301}", "!", "{{x}}", "snake_case", "3 < 4", "100 %", "/path", "$5",
        "'q'", "\"q\"",
    ]

    /// One of eight is empty.
    mutating func next() -> String {
        if Int.random(in: 0..<8, using: &random) == 0 { return "" }
        let count = Int.random(in: 1...5, using: &random)
        var text = ""
        for _ in 0..<count {
            text += Self.parts.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { text += " " }
        }
        return text
    }
}

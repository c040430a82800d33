internal import SpecModel

/// How a document writes levels and statuses, which are asked for by their names: `in-review`.
struct Spelling {
    private let spec: Spec

    init(_ spec: Spec) { self.spec = spec }

    private static let levels = ["very-low", "low", "medium", "high", "very-high", "critical"]
    private static let statuses = [
        "draft", "in-review", "approved", "implemented", "rejected", "superseded",
    ]

    /// A level as the items beside it write it; without such, in the case of the old text.
    func level(_ level: String, of kind: String, _ field: String, as old: String) -> String {
        guard Self.levels.contains(level) else { return level }
        let known = spec.items.lazy.filter { $0.kind == kind }.compactMap { $0.field(field) }
            .first {
                $0.level == level && $0.range != $0.inherited?.range && $0.text?.isEmpty == false
            }
        return known?.text ?? Self.words(level, as: old)
    }

    /// A status in the case of the old one.
    func status(_ status: String, as old: String) -> String {
        Self.statuses.contains(status) ? Self.words(status, as: old) : status
    }

    /// "in-review" → "In Review", "in review", "IN REVIEW".
    private static func words(_ name: String, as old: String) -> String {
        let letters = old.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isLower = letters.first?.properties.isLowercase ?? false
        let isUpper = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
        let words = name.split(separator: "-").map { word in
            if isLower { return String(word) }
            return isUpper ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }
        return words.joined(separator: " ")
    }
}

/// Boxes, and words that stand for them.
enum Tick {
    private static let pairs: [(on: String, off: String)] = [
        ("[x]", "[ ]"), ("[X]", "[ ]"), ("x", " "), ("X", " "), ("☑", "☐"), ("☒", "☐"), ("✅", "❌"),
        ("✅", "⬜"), ("✓", "✗"), ("✔", "✘"), ("✔️", "❌"), ("yes", "no"), ("Yes", "No"), ("YES", "NO"),
        ("done", "open"), ("Done", "Open"), ("true", "false"), ("True", "False"),
    ]

    /// What may stand there instead, that of the same kind of mark first.
    static func forms(of isTicked: Bool, insteadOf old: String) -> [String] {
        let alike = pairs.filter { (isTicked ? $0.off : $0.on) == old }
        let others = pairs.filter { pair in
            pair.on.count > 1 || !pair.on.utf8.allSatisfy { $0 < 0x80 }
        }
        return (alike + others).map { isTicked ? $0.on : $0.off }
    }
}

extension Field {
    /// What a text is meant to be read as: a vocabulary says so of each field.
    public enum Meaning: Sendable, Equatable { case text, level, number }

    /// Of a number field: the number that its text begins with, behind a mark of comparison: 99.9 of
    /// `≥ 99.9 %`, 1000 of `1,000 ms`; nil where there is none, or more than one (`1–5`).
    public var number: Double? {
        guard meaning == .number, let text else { return nil }
        var rest = text[...]
        while let first = rest.first, first.isWhitespace || "<>=≤≥~≈$€£".contains(first) {
            rest.removeFirst()
        }
        let isNegative = rest.first == "-" || rest.first == "−"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let figure = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let behind = rest[figure.endIndex...]
        let next = behind.first { !$0.isWhitespace }
        let unit = behind.prefix { $0.isLetter || $0.isNumber }
        guard next.map({ !$0.isNumber && !"-–—/:".contains($0) }) ?? true,
            !unit.contains(where: \.isNumber),
            let plain = Self.withoutThousands(figure), let number = Double(plain),
            number.isFinite
        else { return nil }
        return isNegative ? -number : number
    }

    /// `1,000,000.5` without its commas, which must part thousands; nil of what is no number.
    private static func withoutThousands(_ figure: Substring) -> String? {
        let parts = figure.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, parts.last != "",
            parts.count == 1 || !parts[1].contains(",")
        else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard !groups[0].isEmpty, groups.count == 1 || groups[0].count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }
}

/// A value that a selector names, and all that it can be taken for.
public struct Literal: Sendable, Equatable {
    /// As it was meant: without quotes and escapes.
    public let text: String

    let folded: [UInt8]
    let needle: Needle
    /// As a level or a status is written: `in-review`.
    let word: String
    /// `true`, `yes`, `false`, `no`.
    let boolean: Bool?
    let order: Order?

    init(_ text: String) {
        self.text = text
        folded = Folding.bytes(text)
        needle = Needle(folded)
        word = Folding.word(folded)
        boolean = ["true": true, "yes": true, "false": false, "no": false][word]
        order = Order(folded)
    }
}

/// What `<` and `>` compare: levels with levels, numbers with numbers, dates with dates.
enum Order: Sendable, Equatable {
    case level(Int)
    case number(Double, unit: [UInt8])
    /// `2026-01-31` or `2026-01`, which stands for all of its days.
    case date([UInt8])

    /// From the least to the greatest.
    static let levels = ["very-low", "low", "medium", "high", "very-high", "critical"]

    init?(_ folded: [UInt8]) {
        if let rank = Self.levels.firstIndex(of: Folding.word(folded)) {
            self = .level(rank)
        } else if let date = Self.date(folded), date.count == folded.count {
            self = .date(date)
        } else if let (value, unit) = Self.number(folded) {
            self = .number(value, unit: unit)
        } else {
            return nil
        }
    }

    /// Is it what a date or a number field says in words of its own?
    func isMeaning(of value: Candidate) -> Bool {
        switch self {
        case .date: value.date != nil && compare(value) == 0
        case .number: value.number != nil && compare(value) == 0
        case .level: false
        }
    }

    /// How a value stands to this one: negative below, 0 equal, positive above; nil where the two
    /// do not compare.
    func compare(_ value: Candidate) -> Int? {
        switch self {
        case .level(let rank):
            let word = value.word ?? Folding.word(Folding.bytes(value.text))
            return Self.levels.firstIndex(of: word).map { $0 - rank }
        case .number(let number, let unit):
            if unit.isEmpty, let found = value.number { return Self.order(found, number) }
            guard let found = Self.number(Folding.bytes(value.text)),
                found.unit == unit || (unit.isEmpty && found.unit == [UInt8(ascii: "%")])
            else { return nil }
            return Self.order(found.value, number)
        case .date(let date):
            guard
                let found = value.date.map({ Array($0.utf8) })
                    ?? Self.date(Folding.bytes(value.text)), found.count >= date.count
            else { return nil }
            let part = found.prefix(date.count)
            if part.elementsEqual(date) { return 0 }
            return part.lexicographicallyPrecedes(date) ? -1 : 1
        }
    }

    private static func order(_ left: Double, _ right: Double) -> Int {
        left < right ? -1 : left > right ? 1 : 0
    }

    /// A number and its unit: `250`, `-0.5`, `99.9%`, `250 ms`. A text with other digits is none.
    private static func number(_ text: [UInt8]) -> (value: Double, unit: [UInt8])? {
        var digits = text.prefix {
            isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        let unit = text.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
        if digits.last == UInt8(ascii: "."), !unit.isEmpty { return nil }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        guard let last = digits.last, isDigit(last), digits.first != UInt8(ascii: "."),
            !unit.contains(where: isDigit), unit.first != UInt8(ascii: ","),
            let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite
        else { return nil }
        return (value, Array(unit))
    }

    /// The date that a text is or, with a time behind it, begins with.
    private static func date(_ text: [UInt8]) -> [UInt8]? {
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= text.count, text[range].allSatisfy(isDigit) else {
                return nil
            }
            return text[range].reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
        }
        let dash = UInt8(ascii: "-")
        guard text.count >= 7, number(0..<4) != nil, text[4] == dash, let month = number(5..<7),
            1...12 ~= month
        else { return nil }
        if text.count == 7 { return text }
        guard text.count >= 10, text[7] == dash, let day = number(8..<10), 1...31 ~= day,
            text.count == 10 || text[10] == UInt8(ascii: "t") || text[10] == UInt8(ascii: " ")
        else { return nil }
        return Array(text.prefix(10))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

internal import SpecVocabulary

/// Dates as people write them. A text is a date only where it is one day and no other: `03/01/2026`
/// may be two, `Q2 2026` and `March 2026` are many, 31 February is none.
struct DateReader {
    private let bytes: [UInt8]
    private let vocabulary: Vocabulary
    private var at = 0

    /// The date that a text says, as `2026-03-01`; nil where it is none. A time or a remark in
    /// brackets may stand behind it. Linear in the text.
    static func date(in text: String, _ vocabulary: Vocabulary) -> String? {
        guard text.utf8.count <= 200, text.utf8.contains(where: \.isDigit) else { return nil }
        var reader = DateReader(bytes: Array(text.utf8), vocabulary: vocabulary)
        return reader.read()
    }

    private init(bytes: [UInt8], vocabulary: Vocabulary) {
        self.bytes = bytes
        self.vocabulary = vocabulary
    }

    private mutating func read() -> String? {
        skipSpace()
        guard let day = beginsWithDigit ? readNumbers() : readMonthFirst(), skipRest() else {
            return nil
        }
        return day.text
    }

    private struct Day {
        var year: Int
        var month: Int
        var day: Int

        /// nil of a day that no calendar has (ISO 8601, Gregorian).
        var text: String? {
            guard (1000...9999).contains(year), (1...12).contains(month), day >= 1 else {
                return nil
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = month == 2 && isLeap ? 29 : Self.lengths[month - 1]
            guard day <= length else { return nil }
            let hyphen = UInt8(ascii: "-")
            let text = [
                digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen,
                digit(month / 10), digit(month), hyphen, digit(day / 10), digit(day),
            ]
            return String(decoding: text, as: UTF8.self)
        }

        private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

        /// The last digit of a number.
        private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    }

    // MARK: forms

    /// `2026-03-01`, `2026/03/01`, `2026年3月1日`, `15/03/2024`, `01.03.2026`, `1. März 2026`.
    private mutating func readNumbers() -> Day? {
        guard let (first, digits) = number() else { return nil }
        if digits == 4 {
            guard
                let month = number(behind: "年").map({ ($0, true) })
                    ?? number(behind: "-/.").map({ ($0, false) })
            else { return nil }
            guard let day = month.1 ? number(behind: "月") : number(behind: "-/.") else {
                return nil
            }
            if month.1 { _ = take("日") }
            return Day(year: first, month: month.0, day: day)
        }
        guard digits <= 2 else { return nil }
        let start = at
        let isPoint = at < bytes.count && bytes[at] == UInt8(ascii: ".")
        guard let second = number(behind: "-/."), let (year, yearDigits) = year(behind: "-/.")
        else {
            at = start
            return readDayFirst(first)
        }
        guard yearDigits == 4 else { return nil }
        if isPoint || first > 12 || first == second {
            return Day(year: year, month: second, day: first)
        }
        return second > 12 ? Day(year: year, month: first, day: second) : nil
    }

    /// `1st March 2026`, `1. März 2026`, `1 de marzo de 2026`, `1-Mar-2026`.
    private mutating func readDayFirst(_ day: Int) -> Day? {
        skipOrdinal()
        skipBetween()
        guard let month = month() else { return nil }
        skipBetween()
        guard let (year, digits) = number(), digits == 4 else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `March 1, 2026`, `Mar. 1st 2026`.
    private mutating func readMonthFirst() -> Day? {
        guard let month = month() else { return nil }
        skipBetween()
        guard let (day, digits) = number(), digits <= 2 else { return nil }
        skipOrdinal()
        skipBetween()
        guard let (year, yearDigits) = number(), yearDigits == 4 else { return nil }
        return Day(year: year, month: month, day: day)
    }

    // MARK: parts

    private var beginsWithDigit: Bool { at < bytes.count && bytes[at].isDigit }

    /// Digits, at most four of them, and how many they are.
    private mutating func number() -> (Int, Int)? {
        let start = at
        var value = 0
        while beginsWithDigit, at - start < 5 {
            value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
            at += 1
        }
        return at == start || at - start > 4 ? nil : (value, at - start)
    }

    private mutating func year(behind marks: String) -> (Int, Int)? {
        guard at < bytes.count, marks.utf8.contains(bytes[at]) else { return nil }
        at += 1
        return number()
    }

    /// One or two digits behind one of some marks, or behind a character that is no ASCII.
    private mutating func number(behind marks: String) -> Int? {
        let start = at
        let isBehind =
            marks.utf8.first.map { $0 >= 0x80 } == true
            ? take(marks) : at < bytes.count && marks.utf8.contains(bytes[at])
        guard isBehind else { return nil }
        if marks.utf8.first.map({ $0 < 0x80 }) == true { at += 1 }
        if let (value, digits) = number(), digits <= 2 { return value }
        at = start
        return nil
    }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[at...].starts(with: text.utf8) else { return false }
        at += text.utf8.count
        return true
    }

    /// A word that names a month, with the point of an abbreviation.
    private mutating func month() -> Int? {
        let end = wordEnd
        guard end > at, let word = vocabulary.word(bytes.span.extracting(at..<end)),
            let month = vocabulary.month(word)
        else { return nil }
        at = end
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
        return month
    }

    private var wordEnd: Int {
        var end = at
        while end < bytes.count, bytes[end].isLetter || bytes[end] >= 0x80 { end += 1 }
        return end
    }

    /// `st`, `er`, `º`, `.` behind a day.
    private mutating func skipOrdinal() {
        let end = wordEnd
        if end - at <= 2 { at = end }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
    }

    /// White space, a comma, a hyphen, and a word of up to three letters that is no month: `of`.
    private mutating func skipBetween() {
        skipMarks()
        let end = wordEnd
        guard end > at, end - at <= 3, end < bytes.count, bytes[end] == 0x20,
            vocabulary.word(bytes.span.extracting(at..<end)).flatMap(vocabulary.month) == nil
        else { return }
        at = end
        skipMarks()
    }

    private mutating func skipMarks() {
        while at < bytes.count,
            bytes[at].isBlank || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "-")
        { at += 1 }
    }

    private mutating func skipSpace() { while at < bytes.count, bytes[at].isBlank { at += 1 } }

    /// Is what follows nothing, a time, or a remark in brackets?
    private mutating func skipRest() -> Bool {
        if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "T") || bytes[at] == UInt8(ascii: " "),
            bytes[at + 1].isDigit
        {
            at += 1
            guard let (hour, digits) = number(), digits <= 2, hour < 25, at < bytes.count,
                bytes[at] == UInt8(ascii: ":")
            else { return false }
            // Minutes, seconds, and the zone as it may be called.
            while at < bytes.count, bytes[at].isDigit || ":.+-, ".utf8.contains(bytes[at]) {
                at += 1
            }
            if wordEnd - at <= 5 { at = wordEnd }
            while at < bytes.count, bytes[at].isDigit || ":+-".utf8.contains(bytes[at]) { at += 1 }
        }
        skipSpace()
        return at == bytes.count || bytes[at] == UInt8(ascii: "(")
            || bytes[at...].starts(with: "（".utf8)
    }
}

extension DateReader {
    /// The roles of metadata that a date may be the value of.
    private static let roles = ["created", "updated", "date", "target-release"]

    /// The date that a metadata value says; nil of roles that are none.
    static func date(in value: String, role: String?, _ vocabulary: Vocabulary) -> String? {
        guard let role, roles.contains(role) else { return nil }
        return date(in: value, vocabulary)
    }
}

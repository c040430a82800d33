/// Days of the calendar, as `2026-03-01` (ISO 8601, Gregorian, UTC). There is no clock here: which
/// day it is, somebody has to say.
public enum Day {
    /// The day of a time in seconds since 1970; nil of one beyond the year 9999.
    public static func text(secondsSince1970 seconds: Int) -> String? {
        guard (0..<253_402_300_800).contains(seconds) else { return nil }
        // Years are counted from March, so that a leap day is the last (Hinnant, "chrono-compatible
        // low-level date algorithms").
        let days = seconds / 86_400 + 719_468
        let era = days / 146_097
        let ofEra = days % 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let number = month < 10 ? month + 3 : month - 9
        return text(year + era * 400 + (number <= 2 ? 1 : 0), number, day)
    }

    /// Is a text a day of the calendar, in the one form?
    public static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        func padded(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

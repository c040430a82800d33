/// Text from plugins and documents, made safe to stand in one line of a report.
enum Sanitized {
    /// Line breaks as `\n`; control characters, and characters that hide or turn text around, as
    /// `\u{…}`.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: mustBeShown) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                result += "\\n"
            } else if scalar == "\t" {
                result += "\\t"
            } else if mustBeShown(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The same for prose of several lines, whose line breaks stay.
    static func prose(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { line(String($0)) }.joined(separator: "\n")
    }

    private static func mustBeShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

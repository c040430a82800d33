internal import LuaSandbox

/// Text from plugins and documents, made safe to stand in one line of a report.
enum Sanitized {
    /// As messages of a sandbox are: line breaks as `\n`, what hides or turns text around as `\u{…}`.
    static func line(_ text: String) -> String { String(sanitising: text.utf8) }

    /// The same for prose of several lines, whose line breaks stay.
    static func prose(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { line(String($0)) }.joined(separator: "\n")
    }
}

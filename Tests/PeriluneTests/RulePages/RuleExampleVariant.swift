/// Other ways to write the document of an example, so that a rule meets its findings everywhere.
enum RuleExampleVariant {
    /// Lines end with CRLF.
    static func crlf(_ text: String) -> String { text.replacing("\n", with: "\r\n") }

    /// An emoji, which is four bytes and one character, stands in front of what is on a line: in a
    /// column of its own, or at the start of a paragraph.
    static func emoji(_ text: String) -> String {
        // Metadata stands in a table of two columns and no other.
        if text.contains("| Field | Value |") { return text }
        return lines(text) { line in
            if isDelimiter(line) { return ["|--" + line] }
            if line.hasPrefix("|") { return ["| 😄 " + line] }
            return isParagraph(line) ? ["😄 " + line] : [line]
        }
    }

    /// The same, but in the first column of a table where there is one.
    static func emojiInCells(_ text: String) -> String {
        if text.contains("| Field | Value |") { return text }
        return lines(text) { line in
            if line.hasPrefix("| ") { return ["| 😄 " + line.dropFirst(2)] }
            return isParagraph(line) ? ["😄 " + line] : [line]
        }
    }

    /// Paragraphs become entries of a list, and rows of tables such with their fields below.
    static func list(_ text: String) -> String {
        var header: [String]?
        return lines(text) { line in
            guard line.hasPrefix("|") else {
                header = nil
                return isParagraph(line) ? ["- " + line] : indentedFence(line)
            }
            if isDelimiter(line) { return [] }
            let cells = line.split(separator: "|").map { $0.trimming { $0 == " " } }
            guard let names = header else {
                header = cells
                return []
            }
            return entry(names, cells)
        }
    }

    /// Paragraphs become cells.
    static func cell(_ text: String) -> String {
        lines(text) { line in
            isParagraph(line) ? ["| Said |", "|------|", "| \(line) |"] : [line]
        }
    }

    /// `- FR-1: Refund a part`, and `  - Priority: P0` below it.
    private static func entry(_ names: [String], _ cells: [String]) -> [String] {
        let hasID = ["ID", "#"].contains(names[0]) && cells.count > 1
        let text = hasID ? "\(cells[0]): \(cells[1])" : cells[0]
        return ["- " + text]
            + zip(names, cells).dropFirst(hasID ? 2 : 1).filter { !$1.isEmpty }
            .map { "  - \($0): \($1)" }
    }

    /// Code is not changed: it follows an entry of a list.
    private static func indentedFence(_ line: String) -> [String] { [line] }

    private static func isDelimiter(_ line: String) -> Bool {
        line.hasPrefix("|-") && line.allSatisfy { "|-: ".contains($0) }
    }

    /// Is it text that stands for itself: no heading, metadata, list, table, code or definition?
    private static func isParagraph(_ line: String) -> Bool {
        guard let first = line.first else { return false }
        if line.hasPrefix("[") { return !line.contains("]: ") }
        return first.isLetter
    }

    /// Each line outside of code becomes some.
    private static func lines(_ text: String, _ change: (String) -> [String]) -> String {
        var isCode = false
        var result: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.trimming({ $0 == " " }).hasPrefix("```") { isCode.toggle() }
            result += isCode || line.hasPrefix(" ") ? [line] : change(line)
        }
        return result.joined(separator: "\n")
    }
}

extension StringProtocol {
    fileprivate func trimming(_ isLeft: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isLeft(first) { text = text.dropFirst() }
        while let last = text.last, isLeft(last) { text = text.dropLast() }
        return String(text)
    }
}

package import SpecModel

/// What may stand at a place without changing what stands around it.
package struct FieldContext {
    /// Does the place lie in a table?
    let isCell: Bool
    /// Is that table raw HTML?
    private let isHTML: Bool
    private let isBlockStart: Bool

    package init(_ spec: Spec, _ range: SourceRange) {
        let around = spec.blocks.last { $0.range.contains(range) && $0.kind != .tableRow }
        let holders = spec.blocks.filter { $0.range.contains(range) }
        isCell = holders.contains { $0.kind == .tableCell || $0.kind == .tableRow }
        isHTML = holders.contains {
            $0.kind == .table && spec.source.bytes[$0.range.start] == UInt8(ascii: "<")
        }
        isBlockStart = around.map { $0.range.start == range.start } ?? false
    }

    /// Markdown source, kept inside of its table cell; a line break there is `<br>`.
    func source(_ text: String) -> String {
        guard isCell, !isHTML else { return text }
        return Self.cell(text)
    }

    /// Plain text as Markdown that reads back as that text.
    package func plain(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        if isHTML { return lines.map { Self.html(String($0)) }.joined(separator: "<br>") }
        var escaped = lines.map { Self.escaped(String($0)) }.joined(separator: "<br>")
        if isBlockStart, !isCell { escaped = Self.escapedStart(escaped) }
        return isCell ? Self.cell(escaped) : escaped
    }

    private static func html(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }

    /// Only a pipe that is not escaped yet ends a cell. A backslash at the end would escape the
    /// pipe that does.
    private static func cell(_ text: String) -> String {
        var result = ""
        var backslashes = 0
        for character in text {
            if character.isNewline {
                result += "<br>"
            } else {
                if character == "|", backslashes.isMultiple(of: 2) { result += "\\" }
                result.append(character)
            }
            backslashes = character == "\\" ? backslashes + 1 : 0
        }
        return backslashes > 0 ? result + " " : result
    }

    private static func escaped(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : nil
            let after = index + 1 < characters.count ? characters[index + 1] : nil
            if needsBackslash(character, before, after) { result += "\\" }
            result.append(character)
        }
        return result
    }

    private static func needsBackslash(
        _ character: Character, _ before: Character?, _ after: Character?
    ) -> Bool {
        switch character {
        case "`", "*", "[", "]": true
        case "\\": after.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? true
        case "_": !(before?.isWordPart ?? false) || !(after?.isWordPart ?? false)
        case "~": before == "~" || after == "~"
        case "<": after.map { $0.isLetter || "/!?".contains($0) } ?? false
        case "&": after.map { $0.isLetter || $0 == "#" } ?? false
        default: false
        }
    }

    /// At the start of a block, `# x`, `- x`, `1. x` and `> x` would open another one.
    private static func escapedStart(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#>+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first.map(\.isWhitespace) ?? true
        else { return text }
        return digits + "\\" + rest
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}

/// Plain text as Markdown that reads back as that text. All of it goes by Unicode scalars: a mark of
/// Markdown is one whatever is drawn over it.
enum MarkdownText {
    private typealias Scalars = String.UnicodeScalarView

    /// With what Markdown would take for markup escaped; a line break is `<br>`.
    static func escaped(_ text: String, isBlockStart: Bool) -> String {
        let escaped = lines(text).map(escapedLine).joined(separator: "<br>")
        return isBlockStart ? escapedStart(escaped) : escaped
    }

    /// With each mark of ASCII escaped, whatever stands around it.
    static func fullyEscaped(_ text: String) -> String {
        lines(text).map { line in
            var result = Scalars()
            for scalar in line.unicodeScalars {
                if scalar.isMark { result.append("\\") }
                result.append(scalar)
            }
            return String(result)
        }.joined(separator: "<br>")
    }

    /// Without the white space at the ends of the text and of its lines, for which Markdown has no
    /// place.
    static func trimmed(_ text: String) -> String {
        var lines = lines(text).map { line in
            var rest = line.utf8[...]
            while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
            while let byte = rest.last, byte == 0x20 || byte == 0x09 { rest.removeLast() }
            return String(Substring(rest))
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.drop(while: \.isEmpty).joined(separator: "\n")
    }

    /// As the text of raw HTML.
    static func html(_ text: String) -> String {
        lines(text).map { line in
            var result = Scalars()
            for scalar in line.unicodeScalars {
                switch scalar {
                case "&": result.append(contentsOf: "&amp;".unicodeScalars)
                case "<": result.append(contentsOf: "&lt;".unicodeScalars)
                case ">": result.append(contentsOf: "&gt;".unicodeScalars)
                default: result.append(scalar)
                }
            }
            return String(result)
        }.joined(separator: "<br>")
    }

    /// Markdown in a cell of a table, where a pipe behind a backslash is one of the text.
    static func cell(_ markdown: String) -> String {
        var result = Scalars()
        var backslashes = 0
        for scalar in lines(markdown).joined(separator: "<br>").unicodeScalars {
            if scalar == "|", backslashes.isMultiple(of: 2) { result.append("\\") }
            result.append(scalar)
            backslashes = scalar == "\\" ? backslashes + 1 : 0
        }
        return String(result)
    }

    /// Where a link leads to, in its brackets.
    static func destination(_ text: String) -> String {
        var result = Scalars()
        for scalar in text.unicodeScalars {
            if scalar == "<" || scalar == ">" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return "<" + String(result) + ">"
    }

    /// Text between the quotation marks of YAML that may hold any character.
    static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default:
                if scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\x" + (digits.count < 2 ? "0" : "") + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// A code span that holds the text; nil where none can.
    static func code(_ text: String) -> String? {
        guard !text.isEmpty, lines(text).count == 1 else { return nil }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let needsBlank = text.utf8.first == 0x60 || text.utf8.last == 0x60
        return needsBlank ? "\(fence) \(text) \(fence)" : fence + text + fence
    }

    /// How often a mark stands side by side, at most.
    static func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for scalar in text.unicodeScalars {
            run = scalar == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Cut where Markdown ends a line: at LF, CRLF and CR.
    static func lines(_ text: String) -> [String] {
        var lines = [""]
        var isBehindCR = false
        for scalar in text.unicodeScalars {
            defer { isBehindCR = scalar == "\r" }
            if scalar == "\n", isBehindCR { continue }
            if scalar == "\n" || scalar == "\r" {
                lines.append("")
            } else {
                lines[lines.count - 1].unicodeScalars.append(scalar)
            }
        }
        return lines
    }

    private static func escapedLine(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = Scalars()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if needsBackslash(scalar, before, after) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private static func needsBackslash(
        _ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        case "`", "*", "[", "]": true
        case "\\": after.map(\.isMark) ?? true
        case "_": !(before?.isWordPart ?? false) || !(after?.isWordPart ?? false)
        case "~": before == "~" || after == "~"
        case "<":
            after.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" || $0 == "?" } ?? false
        case "&": after.map { $0.properties.isAlphabetic || $0 == "#" } ?? false
        default: false
        }
    }

    /// At the start of a block, `# x`, `- x`, `1. x` and `> x` would open another one.
    private static func escapedStart(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return text }
        switch first {
        case "#", ">", "+", "-", "=": return "\\" + text
        default: break
        }
        let digits = scalars.prefix { "0"..."9" ~= $0 }
        let rest = scalars.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first.map(\.properties.isWhitespace) ?? true
        else { return text }
        return String(digits) + "\\" + String(rest)
    }
}

extension Unicode.Scalar {
    /// What a backslash may stand in front of (CommonMark 2.4).
    var isMark: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    fileprivate var isWordPart: Bool {
        properties.isAlphabetic || properties.numericType != nil
    }
}

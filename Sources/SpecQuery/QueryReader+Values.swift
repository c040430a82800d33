// Operators and values.

extension QueryReader {
    mutating func sign() throws(QueryError) -> Filter.Operator {
        skipSpace()
        let start = at
        let isForeign =
            at + 1 < bytes.count && "*^$|".utf8.contains(bytes[at])
            && bytes[at + 1] == UInt8(ascii: "=")
        if isForeign { at += 1 }
        while at < bytes.count, "=!<>~".utf8.contains(bytes[at]) { at += 1 }
        let text = string(start..<at)
        if let sign = Filter.Operator(rawValue: text) { return sign }
        let signs = Filter.Operator.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        if text.isEmpty { throw unexpected("\"]\" or an operator: \(signs)") }
        let meant = [
            "==": "=", "<>": "!=", "=~": "~", "~=": "~", "*=": "~", "=<": "<=", "=>": ">=",
        ]
        let hint = meant[text].map { "; did you mean \"\($0)\"?" } ?? "; expected one of \(signs)"
        throw error(from: start, "unknown operator \"\(Self.shown(text))\"" + hint)
    }

    mutating func value() throws(QueryError) -> String {
        skipSpace()
        if let text = try quoted() { return text }
        let start = at
        while at < bytes.count, Self.isValueByte(bytes[at]) { at += 1 }
        if at == start { throw unexpected("a value; an empty one is \"\"") }
        let text = string(start..<at)
        if Self.isCurly(text) {
            throw error(from: start, "typographic quotes are none here; write \"…\"")
        }
        let end = at
        skipSpace()
        if at < bytes.count, Self.isValueByte(bytes[at]) || bytes[at] == UInt8(ascii: ",") {
            while at < bytes.count, bytes[at] != UInt8(ascii: "]") { at += 1 }
            throw error(from: start, "a value with spaces or commas stands in quotes")
        }
        at = end
        return text
    }

    /// A text in quotes of either sort; nil where none begins here.
    mutating func quoted() throws(QueryError) -> String? {
        skipSpace()
        guard at < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[at]) else {
            return nil
        }
        let start = at
        let quote = bytes[at]
        var text: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != quote {
            text.append(try character())
        }
        guard at < bytes.count else { throw error(from: start, "the quote is never closed") }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func character() throws(QueryError) -> UInt8 {
        let start = at
        at += 1
        guard bytes[start] == UInt8(ascii: "\\") else { return bytes[start] }
        let escapes: [UInt8: UInt8] = [
            UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "\""): UInt8(ascii: "\""),
            UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "n"): UInt8(ascii: "\n"),
            UInt8(ascii: "t"): UInt8(ascii: "\t"),
        ]
        guard at < bytes.count, let meant = escapes[bytes[at]] else {
            throw error(from: start, "a \"\\\" is followed by \", ', \\, n or t")
        }
        at += 1
        return meant
    }
}

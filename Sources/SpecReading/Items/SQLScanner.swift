internal import SpecModel

/// Words, quoted names, brackets and commas of SQL; comments and white space are skipped.
struct SQLScanner {
    let bytes: [UInt8]
    let part: SourceRange
    var at: Int

    init(bytes: [UInt8], part: SourceRange) {
        self.bytes = bytes
        self.part = part
        at = part.start
    }

    /// The next word, quoted name, placeholder or single mark.
    mutating func next() -> SourceRange? {
        skipBlank()
        guard at < part.end else { return nil }
        let start = at
        if isWord(bytes[at]) || bytes[at] == UInt8(ascii: "#") {
            at += 1
            while at < part.end, isWord(bytes[at]) { at += 1 }
        } else if let close = closing(bytes[at]) {
            at += 1
            while at < part.end, bytes[at] != close { at += 1 }
            at = min(part.end, at + 1)
        } else if bytes[at] == UInt8(ascii: "{") {
            while at < part.end, bytes[at] == UInt8(ascii: "{") || isWord(bytes[at]) { at += 1 }
            while at < part.end, bytes[at] == UInt8(ascii: "}") { at += 1 }
            if at == start { at += 1 }
        } else {
            at += 1
        }
        return SourceRange(start, at)
    }

    /// Is a word this keyword, in whatever case?
    func says(_ range: SourceRange, _ keyword: String) -> Bool {
        guard range.count == keyword.utf8.count else { return false }
        var index = range.start
        for letter in keyword.utf8 {
            // The keywords have letters and `_`; of those, only letters have a lower case.
            guard bytes[index] == letter || (letter.isLetter && bytes[index] == letter | 0x20)
            else { return false }
            index += 1
        }
        return true
    }

    /// Is a word one of these keywords?
    func says(_ range: SourceRange, oneOf keywords: SQLKeywords) -> Bool {
        keywords.mayHave(bytes[range.start], range.count)
            && keywords.words.contains { says(range, $0) }
    }

    func isMark(_ range: SourceRange, _ mark: Unicode.Scalar) -> Bool {
        range.count == 1 && bytes[range.start] == UInt8(ascii: mark)
    }

    /// A word, a quoted name or a placeholder; no mark.
    func isName(_ word: SourceRange) -> Bool {
        let first = bytes[word.start]
        return isWord(first) || first == UInt8(ascii: "{")
            || (first == UInt8(ascii: "#") && word.count > 1)
            || (closing(first) != nil && !unquoted(word).isEmpty)
    }

    /// A quoted name without its quotes; one that is not closed has only the first.
    func unquoted(_ word: SourceRange) -> SourceRange {
        guard let close = closing(bytes[word.start]) else { return word }
        let isClosed = word.count >= 2 && bytes[word.end - 1] == close
        return SourceRange(word.start + 1, word.end - (isClosed ? 1 : 0))
    }

    private func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"): byte
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isWord || byte >= 0x80 }

    private mutating func skipBlank() {
        while at < part.end {
            let next = at + 1 < part.end ? bytes[at + 1] : 0
            if bytes[at].isBlank {
                at += 1
            } else if bytes[at] == UInt8(ascii: "-"), next == bytes[at] {
                skipLine()
            } else if bytes[at] == UInt8(ascii: "#"), !isWord(next) {
                // `#rows` is a temporary table of T-SQL, `# rows` a comment of MySQL.
                skipLine()
            } else if bytes[at] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                at += 3
                while at < part.end,
                    bytes[at] != UInt8(ascii: "/") || bytes[at - 1] != UInt8(ascii: "*")
                { at += 1 }
                at = min(part.end, at + 1)
            } else {
                return
            }
        }
    }

    private mutating func skipLine() {
        while at < part.end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    }
}

/// Words of SQL, in capitals.
struct SQLKeywords: ExpressibleByArrayLiteral {
    let words: [String]
    /// A bit for the first letter and the length of each.
    private var marks: UInt64 = 0

    init(arrayLiteral words: String...) {
        self.words = words
        for word in words {
            for first in word.utf8.prefix(1) { marks |= Self.mark(first, word.utf8.count) }
        }
    }

    /// May a word that begins so and is so long be one of them? Most are seen not to be.
    func mayHave(_ first: UInt8, _ count: Int) -> Bool { marks & Self.mark(first, count) != 0 }

    private static func mark(_ first: UInt8, _ count: Int) -> UInt64 {
        1 << UInt64((Int(first | 0x20) &* 11 &+ count) & 63)
    }
}

internal import SpecModel

/// A `CREATE TABLE` statement: its name, its columns, and where they stand.
struct SQLTable {
    var name: SourceRange
    var columns: [SourceRange]
    /// From `CREATE` to the closing bracket or the semicolon.
    var range: SourceRange

    /// The statements in a part of a text. Knows comments and brackets and no dialect.
    static func tables(in bytes: [UInt8], _ part: SourceRange) -> [SQLTable] {
        var scanner = SQLScanner(bytes: bytes, part: part)
        var tables: [SQLTable] = []
        while let word = scanner.next() {
            guard scanner.says(word, "CREATE") else { continue }
            var next = scanner.next()
            while let modifier = next,
                ["TEMPORARY", "TEMP", "UNLOGGED", "GLOBAL", "LOCAL", "OR", "REPLACE"]
                    .contains(where: { scanner.says(modifier, $0) })
            { next = scanner.next() }
            guard let table = next, scanner.says(table, "TABLE"),
                let statement = scanner.table(from: word.start)
            else { continue }
            tables.append(statement)
        }
        return tables
    }
}

/// Words, brackets and commas of SQL; comments and white space are skipped.
private struct SQLScanner {
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
        if isWord(bytes[at]) {
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

    func says(_ range: SourceRange, _ keyword: String) -> Bool {
        range.count == keyword.utf8.count
            && zip(bytes[range.start..<range.end], keyword.utf8).allSatisfy { $0 & 0xDF == $1 }
    }

    func isMark(_ range: SourceRange, _ mark: Unicode.Scalar) -> Bool {
        range.count == 1 && bytes[range.start] == UInt8(ascii: mark)
    }

    /// `[IF NOT EXISTS] name ( column type …, … )` behind `CREATE TABLE`.
    mutating func table(from start: Int) -> SQLTable? {
        guard var name = next() else { return nil }
        if says(name, "IF") {
            _ = next()
            _ = next()
            guard let behind = next() else { return nil }
            name = behind
        }
        guard var mark = next() else { return nil }
        while isMark(mark, "."), let part = next(), let behind = next() {
            name = SourceRange(name.start, part.end)
            mark = behind
        }
        guard isMark(mark, "(") else { return nil }
        var columns: [SourceRange] = []
        var depth = 1
        var isFirst = true
        var end = mark.end
        while depth > 0, let word = next() {
            end = word.end
            if isMark(word, "(") { depth += 1 }
            if isMark(word, ")") { depth -= 1 }
            if depth == 1, isFirst, isColumn(word) { columns.append(unquoted(word)) }
            isFirst = depth == 1 && isMark(word, ",")
        }
        let before = at
        if let semicolon = next(), isMark(semicolon, ";") {
            end = semicolon.end
        } else {
            at = before
        }
        return SQLTable(name: unquoted(name), columns: columns, range: SourceRange(start, end))
    }

    private func isColumn(_ word: SourceRange) -> Bool {
        let first = bytes[word.start]
        guard isWord(first) || closing(first) != nil || first == UInt8(ascii: "{") else {
            return false
        }
        return ![
            "PRIMARY", "FOREIGN", "UNIQUE", "CONSTRAINT", "CHECK", "INDEX", "KEY", "EXCLUDE",
            "LIKE",
        ]
        .contains { says(word, $0) }
    }

    private func unquoted(_ word: SourceRange) -> SourceRange {
        closing(bytes[word.start]) != nil && word.count >= 2
            ? SourceRange(word.start + 1, word.end - 1) : word
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
            if bytes[at].isBlank {
                at += 1
            } else if starts("--") || starts("#") {
                while at < part.end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            } else if starts("/*") {
                at += 2
                while at < part.end, !starts("*/") { at += 1 }
                at = min(part.end, at + 2)
            } else {
                return
            }
        }
    }

    private func starts(_ mark: StaticString) -> Bool {
        at + mark.utf8CodeUnitCount <= part.end
            && mark.description.utf8.elementsEqual(bytes[at..<(at + mark.utf8CodeUnitCount)])
    }
}

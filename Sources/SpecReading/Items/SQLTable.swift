internal import SpecModel

/// A `CREATE TABLE` statement: what it says of a table, and where.
struct SQLTable {
    struct Column {
        /// Without its quotes.
        var name: SourceRange
        /// As far as the column says one: `NUMERIC(10, 2)`, `TIMESTAMP WITH TIME ZONE`.
        var type: SourceRange?
        /// All that stands behind the type: `NOT NULL DEFAULT now()`.
        var constraints: SourceRange?
    }

    var name: SQLName
    var columns: [Column] = []
    /// Constraints of the table as a whole, each from its first word on: `PRIMARY KEY (a, b)`.
    var rules: [SourceRange] = []
    /// From `CREATE` to the closing bracket or the semicolon.
    var range: SourceRange

    /// The statements in a part of a text. Knows comments, quotes and brackets, and no dialect;
    /// one that is cut off says what it has. Linear in the part.
    static func tables(in bytes: [UInt8], _ part: SourceRange) -> [SQLTable] {
        var scanner = SQLScanner(bytes: bytes, part: part)
        var tables: [SQLTable] = []
        while let word = scanner.next() {
            guard scanner.says(word, "CREATE"), scanner.skipToTable(),
                let table = scanner.table(from: word.start)
            else { continue }
            tables.append(table)
        }
        return tables
    }
}

/// A name, which may have quoted parts: `vault."card holders"`.
struct SQLName {
    /// With the quotes of each part, where it has several.
    var range: SourceRange
    /// The parts without their quotes.
    var parts: [SourceRange]
}

extension SQLScanner {
    private static let modifiers: SQLKeywords = [
        "TEMPORARY", "TEMP", "UNLOGGED", "GLOBAL", "LOCAL", "OR", "REPLACE", "EXTERNAL", "FOREIGN",
        "TRANSIENT", "COLUMN", "VIRTUAL",
    ]
    /// What begins a constraint of the whole table where a column's name could stand.
    private static let rules: SQLKeywords = [
        "PRIMARY", "FOREIGN", "UNIQUE", "CONSTRAINT", "EXCLUDE", "LIKE", "FULLTEXT", "SPATIAL",
    ]
    /// What does so only in front of brackets or of a name and brackets: columns have such names
    /// too.
    private static let looseRules: SQLKeywords = ["CHECK", "KEY", "INDEX"]
    /// Types that have brackets behind them.
    private static let sizedTypes: SQLKeywords = [
        "VARCHAR", "CHAR", "CHARACTER", "NVARCHAR", "NCHAR", "VARCHAR2", "VARBINARY", "BINARY",
        "DECIMAL", "NUMERIC", "INT", "BIGINT", "NUMBER", "TIMESTAMP", "ENUM", "BIT",
    ]
    /// What ends a column's type.
    private static let constraints: SQLKeywords = [
        "NOT", "NULL", "PRIMARY", "UNIQUE", "CHECK", "DEFAULT", "REFERENCES", "CONSTRAINT",
        "GENERATED", "AUTO_INCREMENT", "AUTOINCREMENT", "IDENTITY", "COMMENT", "KEY", "ON", "AS",
        "COLLATE",
    ]

    /// `[IF NOT EXISTS] name ( column type …, … )` behind `CREATE TABLE`.
    fileprivate mutating func table(from start: Int) -> SQLTable? {
        guard var first = next() else { return nil }
        if says(first, "IF") {
            _ = next()
            _ = next()
            guard let behind = next() else { return nil }
            first = behind
        }
        guard isName(first), let (name, mark) = dotted(first), isMark(mark, "(") else { return nil }
        var table = SQLTable(name: name, range: SourceRange(start, mark.end))
        var element: Element?
        var depth = 1
        while depth > 0, let word = next() {
            table.range.end = word.end
            if isMark(word, "(") { depth += 1 }
            if isMark(word, ")") { depth -= 1 }
            if depth == 0 || (depth == 1 && isMark(word, ",")) {
                element.map { add($0, to: &table) }
                element = nil
            } else if element == nil {
                element = self.element(word)
            } else {
                extend(&element, with: word, isOuter: depth == 1)
            }
        }
        if depth > 0 { element.map { add($0, to: &table) } }
        let before = at
        if let semicolon = next(), isMark(semicolon, ";") {
            table.range.end = semicolon.end
        } else {
            at = before
        }
        return table
    }

    /// What stands between two commas.
    private enum Element {
        case column(SQLTable.Column)
        case rule(SourceRange)
        case other
    }

    private func element(_ word: SourceRange) -> Element {
        let isRule =
            says(word, oneOf: Self.rules)
            || (says(word, oneOf: Self.looseRules) && hasBrackets(behind: word))
        if isRule { return .rule(word) }
        return isName(word) ? .column(SQLTable.Column(name: unquoted(word))) : .other
    }

    /// Do brackets follow, or a name that is no type and brackets?
    private func hasBrackets(behind word: SourceRange) -> Bool {
        var rest = self
        rest.at = word.end
        guard let first = rest.next() else { return false }
        if isMark(first, "(") { return true }
        guard isName(first), !says(first, oneOf: Self.sizedTypes),
            let second = rest.next()
        else { return false }
        return isMark(second, "(")
    }

    private func extend(_ element: inout Element?, with word: SourceRange, isOuter: Bool) {
        switch element {
        case .rule(let range): element = .rule(SourceRange(range.start, word.end))
        case .column(var column):
            if let start = column.constraints?.start {
                column.constraints = SourceRange(start, word.end)
            } else if isOuter, says(word, oneOf: Self.constraints) {
                column.constraints = word
            } else {
                column.type = SourceRange(column.type?.start ?? word.start, word.end)
            }
            element = .column(column)
        case .other, nil: break
        }
    }

    private func add(_ element: Element, to table: inout SQLTable) {
        switch element {
        case .column(let column): table.columns.append(column)
        case .rule(let range): table.rules.append(range)
        case .other: break
        }
    }

    /// Skips to behind `TABLE`, over the words that may stand in front of it.
    fileprivate mutating func skipToTable() -> Bool {
        while let word = next() {
            if says(word, "TABLE") { return true }
            guard says(word, oneOf: Self.modifiers) else {
                at = word.start
                return false
            }
        }
        return false
    }

    /// A name with its schema in front, and the mark behind it.
    private mutating func dotted(_ first: SourceRange) -> (SQLName, SourceRange)? {
        var name = name(first)
        guard var mark = next() else { return nil }
        while isMark(mark, "."), let part = next(), let behind = next() {
            name.range = SourceRange(first.start, part.end)
            name.parts.append(unquoted(part))
            mark = behind
        }
        return (name, mark)
    }

    private func name(_ word: SourceRange) -> SQLName {
        let bare = unquoted(word)
        return SQLName(range: bare, parts: [bare])
    }
}

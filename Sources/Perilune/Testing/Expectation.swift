internal import SpecModel

/// A finding that a fixture expects, said in an HTML comment, which is no text of the spec:
///
///     | Fee grows | Medium | | <!-- expect risk-owned "nobody owns" -->
///     <!-- expect-next-line goal-measured @3-9 "no number" -->
///     <!-- expect-next-line goal-measured
///       ^^^^^^ -->
///
/// A comment stands on the line that it speaks of (behind the last bar of a row no cell is added), or
/// with `-next-line` above it. What may follow the rule, in any order, is the column, `@3`, or the columns from and
/// up to, `@3-9`, or line and column, `@12:3`, and a part of the message between quotes, which may hold
/// others. Columns are counted in bytes from 1, as `check` prints them. Carets on the comment's last
/// line stand below nothing and above the characters that they mark.
struct Expectation: Equatable {
    var rule: String
    /// Of the finding, from 1.
    var line: Int
    /// In bytes, as findings have them.
    var column: Int?
    /// Of the first byte behind what is marked.
    var endColumn: Int?
    /// A part of the message.
    var part: String
    /// Where it is said.
    var place: SourcePosition

    /// Is it that finding? `plugin` is the one that is tested.
    func isMet(by finding: Finding, of plugin: String) -> Bool {
        (finding.rule == rule || finding.rule == "\(plugin)/\(rule)")
            && finding.location.start.line == line
            && (column ?? finding.location.start.column) == finding.location.start.column
            && (endColumn ?? finding.location.end.column) == finding.location.end.column
            && (part.isEmpty || finding.message.contains(part))
    }

    /// How much it says, so that those that say less leave others what only they can have.
    var precision: Int { (column == nil ? 0 : 2) + (endColumn == nil ? 0 : 1) + part.utf8.count }

    /// As it would be written.
    var description: String {
        var text = rule
        if let column { text += " @\(column)" + (endColumn.map { "-\($0)" } ?? "") }
        return part.isEmpty ? text : text + " \"\(part)\""
    }
}

/// Finds what a document expects.
struct ExpectationReader {
    private(set) var expectations: [Expectation] = []
    /// Comments that begin like one and are none.
    private(set) var problems: [(place: SourcePosition, message: String)] = []

    private static let start = "<!-- expect"
    private static let form =
        "expected <!-- expect RULE @COLUMN \"part of the message\" -->, or expect-next-line"

    private let source: SourceText

    init(_ source: SourceText) {
        self.source = source
        var rest = source.bytes[...]
        while let begin = rest.firstRange(of: Array(Self.start.utf8)) {
            let inside = rest[begin.upperBound...]
            let place = source.position(at: begin.lowerBound)
            guard let end = inside.firstRange(of: Array("-->".utf8)) else {
                problems.append((place, "the comment does not end; " + Self.form))
                return
            }
            let text = String(decoding: inside[..<end.lowerBound], as: UTF8.self)
            read(text, from: place, until: source.position(at: end.lowerBound).line)
            rest = rest[end.upperBound...]
        }
    }

    private mutating func read(_ text: String, from place: SourcePosition, until last: Int) {
        var rest = text[...]
        let isNext = rest.hasPrefix("-next-line")
        if isNext { rest = rest.dropFirst("-next-line".count) }
        // A comment about something that is expected of somebody is none of ours.
        guard rest.first?.isWhitespace == true else { return }
        var expectation = Expectation(
            rule: "", line: isNext ? last + 1 : place.line, part: "", place: place)
        let lines = rest.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if isNext, lines.count > 1, let carets = carets(lines[lines.count - 1], below: last) {
            (expectation.column, expectation.endColumn) = (carets.lowerBound, carets.upperBound)
            rest = lines.dropLast().joined(separator: "\n")[...]
        }
        if let first = rest.firstIndex(of: "\""), let end = rest.lastIndex(of: "\""), first < end {
            expectation.part = String(rest[rest.index(after: first)..<end])
            rest = rest[..<first] + " " + rest[rest.index(after: end)...]
        }
        var words = rest.split(whereSeparator: \.isWhitespace)
        guard let rule = words.first else { return fail(place, "no rule") }
        expectation.rule = String(rule)
        words.removeFirst()
        if let word = words.first {
            guard words.count == 1, word.hasPrefix("@"), expectation.read(word.dropFirst()) else {
                return fail(place, "\"\(words.joined(separator: " "))\"")
            }
        }
        expectations.append(expectation)
    }

    private mutating func fail(_ place: SourcePosition, _ found: String) {
        problems.append((place, "found \(found); \(Self.form)"))
    }

    /// The columns of the line below that carets stand above; nil where there are none, or anything
    /// else.
    private func carets(_ line: Substring, below last: Int) -> Range<Int>? {
        let blank = line.prefix { $0 == " " }
        let carets = line.dropFirst(blank.count).prefix { $0 == "^" }
        guard !carets.isEmpty, last < source.lineStarts.count,
            line.dropFirst(blank.count + carets.count).allSatisfy(\.isWhitespace)
        else { return nil }
        let marked = source.text(source.lineRange(last))
        let before = marked.prefix(blank.count).utf8.count
        return before + 1..<marked.prefix(blank.count + carets.count).utf8.count + 1
    }
}

extension Expectation {
    /// `3`, `3-9`, `12:3` or `12:3-9`.
    fileprivate mutating func read(_ text: Substring) -> Bool {
        var rest = text
        if let colon = rest.firstIndex(of: ":") {
            guard let line = Int(rest[..<colon]), line > 0 else { return false }
            self.line = line
            rest = rest[rest.index(after: colon)...]
        }
        let columns = rest.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(columns.count), let first = columns[0], first > 0 else {
            return false
        }
        column = first
        if columns.count == 2 {
            guard let last = columns[1], last >= first else { return false }
            endColumn = last
        }
        return true
    }
}

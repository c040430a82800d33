internal import SpecModel

/// How alike a section of a template and one of a document are, which bear different titles.
struct SectionLikeness {
    /// What is less alike is another section.
    static let least = 0.6
    private static let leastOfOthers = 0.75
    /// Of columns of two tables that many tables have.
    private static let leastOfColumns = 0.75

    private let tables: TableMatcher
    /// By section of the document, the headers of the tables in it and below it.
    private var headers: [Int: [SpecOutline.Header]] = [:]

    init(_ tables: TableMatcher) {
        self.tables = tables
        for header in tables.headers { headers[header.section, default: []].append(header) }
    }

    /// From 0 to 1: by the words of the titles, or by the columns of tables.
    func score(_ expected: Schema.Section, _ section: Int, _ meaning: HeadingMeaning) -> Double {
        let words = Self.likeness(expected.meaning.key, meaning.key)
        // Of two that the vocabulary takes for different sections nearly all words must be the same.
        if meaning.isOther(than: expected.meaning) {
            return words >= Self.leastOfOthers ? words : 0
        }
        let columns =
            (headers[section] ?? []).prefix(10).flatMap { header in
                expected.tables.prefix(10).map { tables.share(of: $0, in: header) }
            }.max() ?? 0
        return max(words, columns >= Self.leastOfColumns ? columns : 0)
    }

    // MARK: words

    /// Of two titles: twice the words that both have, of all words; words that stand in many titles
    /// count little.
    static func likeness(_ left: String, _ right: String) -> Double {
        var rest = words(right)
        let own = words(left)
        // What is not functional is no other word for what is.
        if own.contains("non") != rest.contains("non") { return 0 }
        let all = (own + rest).reduce(0) { $0 + weight($1) }
        var shared = 0.0
        for word in own {
            guard let place = rest.firstIndex(where: { areAlike($0, word) }) else { continue }
            shared += weight(word) + weight(rest.remove(at: place))
        }
        return all > 0 ? shared / all : 0
    }

    private static let most = 12
    private static let fillers: Set<String> = [
        "a", "an", "and", "for", "in", "of", "on", "our", "the", "to", "with",
    ]
    private static let common: Set<String> = [
        "approach", "consideration", "detail", "note", "overview", "plan", "requirement", "section",
        "strategy", "technical", "test",
    ]

    private static func words(_ key: String) -> [String] {
        key.split(separator: " ").prefix(most).map { stem(String($0)) }
            .filter { !fillers.contains($0) }
    }

    private static func weight(_ word: String) -> Double { common.contains(word) ? 0.25 : 1 }

    /// `tests`, `testing` → `test`.
    private static func stem(_ word: String) -> String {
        for ending in ["ing", "s"] where word.hasSuffix(ending) {
            let rest = word.dropLast(ending.count)
            if rest.utf8.count > 3 { return String(rest) }
        }
        return word
    }

    /// The same word, or a long one with one letter added, dropped or changed.
    private static func areAlike(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        let shorter = min(a.count, b.count)
        guard shorter >= 6, abs(a.count - b.count) <= 1 else { return false }
        var start = 0
        while start < shorter, a[start] == b[start] { start += 1 }
        var end = 0
        while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
        return max(a.count, b.count) - start - end <= 1
    }
}

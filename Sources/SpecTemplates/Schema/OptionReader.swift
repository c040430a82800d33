internal import SpecVocabulary

/// Tells a list of choices, `Draft | In Review`, `[Low/Medium/High]`, from other texts, and whether
/// a value is one of them.
struct OptionReader {
    private let vocabulary: Vocabulary
    /// Bytes of a list of choices, and options in it.
    private static let longest = 400
    private static let most = 20

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The options of a template's value; none where it is no list of choices. Bars always stand
    /// between options, slashes where the vocabulary knows the words as options.
    func options(in value: String) -> [String] {
        guard value.utf8.count <= Self.longest else { return [] }
        var text = value.trimmed
        if text.first == "[", text.last == "]" { text = text.dropFirst().dropLast() }
        let bar = text.contains("|")
        guard bar || vocabulary.isOpenChoice(String(text)) else { return [] }
        let options = text.split(separator: bar ? "|" : "/", omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        let areWords = options.allSatisfy { option in
            !option.isEmpty && option.split(separator: " ").count <= 4
        }
        guard areWords, (2...Self.most).contains(options.count) else { return [] }
        return options.map { String($0) }
    }

    /// Does a value say that there is nothing to choose?
    func isNothing(_ value: String) -> Bool { vocabulary.isNothing(value) }

    /// Is a value one of the options: in the same words, with a remark behind, or as the same level
    /// or status (`Med` for `Medium`)?
    func holds(_ value: String, _ options: [String]) -> Bool {
        let key = Words.normalised(value)
        let level = vocabulary.level(of: value)
        let status = vocabulary.status(of: value)
        return options.contains { option in
            let wanted = Words.normalised(option)
            if key == wanted || key.hasPrefix(wanted + " ") { return true }
            if let level, level == vocabulary.level(of: option) { return true }
            return status != nil && status == vocabulary.status(of: option)
        }
    }
}

extension String {
    /// No longer than a line that somebody reads.
    var cut: String { String(prefix(200)) }

    /// Without white space at both ends.
    var trimmed: Substring {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}

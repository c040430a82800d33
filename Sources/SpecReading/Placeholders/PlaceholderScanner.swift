internal import SpecModel
internal import SpecVocabulary

/// Finds the text that a template left for somebody to fill.
struct PlaceholderScanner {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    var found: [Placeholder] = []
    /// Code blocks and raw HTML, in document order.
    var code: [SourceRange] = []
    var comments: [SourceRange] = []

    init(_ tree: MarkdownTree, _ vocabulary: Vocabulary, _ source: SourceText) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.source = source
    }

    /// All placeholders, in document order, none inside another.
    mutating func scan(from start: Int) -> [Placeholder] {
        for node in tree.nodes {
            switch node.kind {
            case .code:
                code.append(node.range)
                if node.flag { scanDiagram(node) }
            case .html: comments.append(node.range)
            case .paragraph, .heading, .cell: scanText(node)
            default: break
            }
        }
        comments.sort { $0.start < $1.start }
        scanMustaches(from: start)
        found.sort { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
        var end = 0
        found.removeAll { placeholder in
            if placeholder.range.start < end { return true }
            end = placeholder.range.end
            return false
        }
        return found
    }

    mutating func add(_ style: String, _ plain: Range<Int>, _ text: InlineText) {
        let value = tree.value(plain, of: text)
        found.append(Placeholder(style: style, text: value.text, range: value.range))
    }

    // MARK: text

    private mutating func scanText(_ node: MarkdownNode) {
        let text = node.text
        guard !text.isEmpty else { return }
        var index = text.plain.lowerBound
        while index < text.plain.upperBound {
            switch tree.plain[index] {
            case UInt8(ascii: "["):
                if let end = bracketEnd(index, text, isHeading: node.kind == .heading) {
                    add("bracket", index..<end, text)
                    index = end
                    continue
                }
            case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "#"), UInt8(ascii: "X"):
                if let end = tokenEnd(index, text) ?? numberEnd(index, text), !isCode(index, text) {
                    add("token", wordStart(index, text)..<end, text)
                    index = end
                    continue
                }
            default: break
            }
            index += 1
        }
        scanWholeValues(node)
    }

    /// `[Name]`: not a link, a box, a footnote, a callout, a citation or an index.
    private func bracketEnd(_ start: Int, _ text: InlineText, isHeading: Bool) -> Int? {
        let limit = min(text.plain.upperBound, start + 400)
        var end = start + 1
        while end < limit, tree.plain[end] != UInt8(ascii: "]") {
            if tree.plain[end] == UInt8(ascii: "[") { return nil }
            end += 1
        }
        guard end < limit, end > start + 1 else { return nil }
        let inner = (start + 1)..<end
        guard isName(inner), !isEnclosed(inner, text) else { return nil }
        if isCode(start, text) {
            // In code only a template's own heading holds one: `[METHOD] /path`.
            guard isHeading, tree.plain[inner].allSatisfy(\.isCapital) else {
                return nil
            }
        } else if let link = tree.spans[text.spans].first(where: {
            ($0.kind == .link || $0.kind == .image) && $0.plain.contains(start)
        }), link.url >= 0 {
            return nil
        }
        return end + 1
    }

    /// Does the text between the brackets say what belongs there?
    private func isName(_ inner: Range<Int>) -> Bool {
        let first = tree.plain[inner.lowerBound]
        if first == UInt8(ascii: "^") || first == UInt8(ascii: "!") || first == 0x20 {
            return false
        }
        let hasLetters = tree.plain[inner].contains {
            $0.isLetter || $0 >= 0x80
        }
        guard hasLetters else { return false }
        return !(inner.count == 1 && (first | 0x20) == UInt8(ascii: "x"))
    }

    /// `a[i]`, `adr_[topic].md`, `[x](`, `[x][`, `[x]:` at a line's start.
    private func isEnclosed(_ inner: Range<Int>, _ text: InlineText) -> Bool {
        let before = inner.lowerBound - 2
        if before >= text.plain.lowerBound, tree.plain[before].isWord { return true }
        let after = inner.upperBound + 1
        guard after < text.plain.upperBound else { return false }
        let byte = tree.plain[after]
        return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte.isWord
    }

    func isCode(_ place: Int, _ text: InlineText) -> Bool {
        tree.spans[text.spans].contains { $0.kind == .code && $0.plain.contains(place) }
    }

    /// `TBD`, `TODO`, `FIXME`, `#XXXX` as words of their own.
    private func tokenEnd(_ start: Int, _ text: InlineText) -> Int? {
        guard start + 2 < text.plain.upperBound,
            tree.plain[start + 1] & 0x20 == 0, tree.plain[start + 2] & 0x20 == 0,
            start == text.plain.lowerBound || !tree.plain[start - 1].isWord
        else { return nil }
        for token in ["TBD", "TODO", "FIXME", "#XXXX"] {
            let end = start + token.utf8.count
            guard end <= text.plain.upperBound, token.utf8.elementsEqual(tree.plain[start..<end]),
                end == text.plain.upperBound || !tree.plain[end].isWord,
                token == "TBD" || token == "#XXXX" || isNote(start..<end, text)
            else { continue }
            return end
        }
        return nil
    }

    /// Does a TODO stand for something that is missing, and is not a word of a sentence?
    private func isNote(_ token: Range<Int>, _ text: InlineText) -> Bool {
        let whole = tree.trimmed(text.plain)
        let next = token.upperBound < text.plain.upperBound ? tree.plain[token.upperBound] : 0
        return whole.lowerBound == token.lowerBound || whole.upperBound == token.upperBound
            || next == UInt8(ascii: ":")
    }

    /// The start of `RFC-XXXX`, from its first X.
    private func wordStart(_ place: Int, _ text: InlineText) -> Int {
        guard tree.plain[place] == UInt8(ascii: "X") else { return place }
        var start = place
        while start > text.plain.lowerBound,
            tree.plain[start - 1].isWord || tree.plain[start - 1] == UInt8(ascii: "-")
        { start -= 1 }
        return start
    }

    /// `RFC-XXXX`: the number that nobody gave yet. Found at its first X.
    private func numberEnd(_ start: Int, _ text: InlineText) -> Int? {
        var end = start
        while end < text.plain.upperBound, tree.plain[end] == UInt8(ascii: "X") { end += 1 }
        guard end - start >= 4, start - 2 >= text.plain.lowerBound,
            tree.plain[start - 1] == UInt8(ascii: "-"), tree.plain[start - 2].isWord,
            end == text.plain.upperBound || !tree.plain[end].isWord
        else { return nil }
        return end
    }
}

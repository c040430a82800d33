internal import SpecModel
internal import SpecVocabulary

/// Finds the text that a template left for somebody to fill.
struct PlaceholderScanner {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    var found: [Placeholder] = []

    /// Ordinary text is not looked at: what a placeholder may be has one of these bytes.
    struct Marks {
        var bracket = ByteFinder("[")
        /// `TBD`, `TODO`, and the days of all dates.
        var d = ByteFinder("D", behind: SIMD4("BODD".utf8))
        /// `FIXME`, `XXXX`.
        var x = ByteFinder("X", behind: SIMD4("IXXX".utf8))
        var bar = ByteFinder("|")
        var slash = ByteFinder("/")
        private var angle = ByteFinder("<")
        /// None of them stands from `start` up to `next`.
        private var start = 0
        private var next = 0

        /// Does one of them stand in a range of the text?
        @inline(__always)
        mutating func stand(in range: Range<Int>, of plain: Span<UInt8>) -> Bool {
            if range.lowerBound < start || range.upperBound > next {
                search(from: range.lowerBound, in: plain)
            }
            return next < range.upperBound
        }

        private mutating func search(from place: Int, in plain: Span<UInt8>) {
            start = place
            next = min(
                bracket.first(from: place, of: plain), d.first(from: place, of: plain),
                x.first(from: place, of: plain), bar.first(from: place, of: plain),
                slash.first(from: place, of: plain), angle.first(from: place, of: plain))
        }
    }

    init(_ tree: MarkdownTree, _ vocabulary: Vocabulary, _ source: SourceText) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.source = source
    }

    /// All placeholders, in document order, none inside another.
    mutating func scan(from start: Int) -> [Placeholder] {
        let tree = tree
        let plain = tree.plain.span
        var marks = Marks()
        for index in tree.nodes.indices {
            switch tree.nodes[index].kind {
            case .code: scanDiagram(tree.nodes[index])
            case .paragraph, .heading, .cell:
                let text = tree.nodes[index].text
                if marks.stand(in: text.plain, of: plain) {
                    scanText(text, tree.nodes[index].kind, plain, &marks)
                }
            default: break
            }
        }
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

    private mutating func scanText(
        _ text: InlineText, _ kind: MarkdownNode.Kind, _ plain: Span<UInt8>,
        _ marks: inout Marks
    ) {
        if marks.bracket.first(in: text.plain, of: plain) != nil {
            scanBrackets(text, plain, &marks.bracket, isHeading: kind == .heading)
        }
        if marks.d.first(in: text.plain, of: plain) != nil {
            scanTokens(text, plain, third: &marks.d)
        }
        if marks.x.first(in: text.plain, of: plain) != nil {
            scanTokens(text, plain, third: &marks.x)
        }
        scanWholeValues(text, plain, &marks, isParagraph: kind == .paragraph)
    }

    private mutating func scanBrackets(
        _ text: InlineText, _ plain: Span<UInt8>, _ bracket: inout ByteFinder, isHeading: Bool
    ) {
        var place = text.plain.lowerBound
        while place < text.plain.upperBound,
            let start = bracket.first(in: place..<text.plain.upperBound, of: plain)
        {
            place = start + 1
            guard let end = bracketEnd(start, text, isHeading: isHeading) else { continue }
            add("bracket", start..<end, text)
            place = end
        }
    }

    /// `TBD`, `TODO`, `FIXME`, `#XXXX` and `-XXXX`: the third byte of each is a D or an X.
    private mutating func scanTokens(
        _ text: InlineText, _ plain: Span<UInt8>, third: inout ByteFinder
    ) {
        var place = text.plain.lowerBound + 2
        while place < text.plain.upperBound,
            let letter = third.first(in: place..<text.plain.upperBound, of: plain)
        {
            place = letter + 1
            guard let token = token(at: letter - 2, text), !isCode(token.upperBound - 1, text)
            else { continue }
            add("token", token, text)
        }
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
        // `[FR-1]` is somebody's id.
        guard hasLetters, !ItemID.isID(tree.plain[inner]) else { return false }
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

    /// The token that begins with a byte: one of these as a word of its own.
    private func token(at start: Int, _ text: InlineText) -> Range<Int>? {
        switch tree.plain[start] {
        case UInt8(ascii: "T"):
            word("TBD", at: start, text) ?? note("TODO", at: start, text)
        case UInt8(ascii: "F"): note("FIXME", at: start, text)
        case UInt8(ascii: "#"): word("#XXXX", at: start, text)
        case UInt8(ascii: "-"): number(behind: start, text)
        default: nil
        }
    }

    private func word(_ word: String, at start: Int, _ text: InlineText) -> Range<Int>? {
        let range = start..<(start + word.utf8.count)
        guard tree.says(word, at: start, before: text.plain.upperBound),
            start == text.plain.lowerBound || !tree.plain[start - 1].isWord,
            range.upperBound == text.plain.upperBound || !tree.plain[range.upperBound].isWord
        else { return nil }
        return range
    }

    /// A TODO that stands for something that is missing, and is not a word of a sentence.
    private func note(_ note: String, at start: Int, _ text: InlineText) -> Range<Int>? {
        guard let range = word(note, at: start, text) else { return nil }
        let whole = tree.trimmed(text.plain)
        let next = range.upperBound < text.plain.upperBound ? tree.plain[range.upperBound] : 0
        let isNote =
            whole.lowerBound == range.lowerBound || whole.upperBound == range.upperBound
            || next == UInt8(ascii: ":")
        return isNote ? range : nil
    }

    /// `RFC-XXXX`: the number that nobody gave yet, with the word that its hyphen stands behind.
    private func number(behind hyphen: Int, _ text: InlineText) -> Range<Int>? {
        var end = hyphen + 1
        while end < text.plain.upperBound, tree.plain[end] == UInt8(ascii: "X") { end += 1 }
        guard end - hyphen > 4, hyphen > text.plain.lowerBound, tree.plain[hyphen - 1].isWord,
            end == text.plain.upperBound || !tree.plain[end].isWord
        else { return nil }
        var start = hyphen
        while start > text.plain.lowerBound,
            tree.plain[start - 1].isWord || tree.plain[start - 1] == UInt8(ascii: "-")
        { start -= 1 }
        return start..<end
    }
}

extension MarkdownTree {
    /// Does plain text say a word at a place?
    func says(_ word: String, at place: Int, before end: Int) -> Bool {
        let end = min(end, place + word.utf8.count)
        return place <= end && word.utf8.elementsEqual(plain[place..<end])
    }
}

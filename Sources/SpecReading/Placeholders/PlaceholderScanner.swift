internal import SpecModel

/// Finds the text that a template left for somebody to fill.
struct PlaceholderScanner {
    let tree: MarkdownTree
    let vocabulary: Vocabulary
    let source: SourceText
    private var found: [Placeholder] = []
    /// Code blocks and raw HTML, in document order.
    private var code: [SourceRange] = []
    private var comments: [SourceRange] = []

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

    private mutating func add(_ style: String, _ plain: Range<Int>, _ text: InlineText) {
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
            guard isHeading, tree.plain[inner].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
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
        if first == UInt8(ascii: "^") || first == UInt8(ascii: "!") || first == 0x20 { return false }
        let hasLetters = tree.plain[inner].contains {
            ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0x80
        }
        guard hasLetters else { return false }
        return !(inner.count == 1 && (first | 0x20) == UInt8(ascii: "x"))
    }

    /// `a[i]`, `adr_[topic].md`, `[x](`, `[x][`, `[x]:` at a line's start.
    private func isEnclosed(_ inner: Range<Int>, _ text: InlineText) -> Bool {
        let before = inner.lowerBound - 2
        if before >= text.plain.lowerBound, isWord(tree.plain[before]) { return true }
        let after = inner.upperBound + 1
        guard after < text.plain.upperBound else { return false }
        let byte = tree.plain[after]
        return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || isWord(byte)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
            || byte == UInt8(ascii: "_")
    }

    private func isCode(_ place: Int, _ text: InlineText) -> Bool {
        tree.spans[text.spans].contains { $0.kind == .code && $0.plain.contains(place) }
    }

    /// `TBD`, `TODO`, `FIXME`, `#XXXX` as words of their own.
    private func tokenEnd(_ start: Int, _ text: InlineText) -> Int? {
        guard start + 2 < text.plain.upperBound,
            tree.plain[start + 1] & 0x20 == 0, tree.plain[start + 2] & 0x20 == 0,
            start == text.plain.lowerBound || !isWord(tree.plain[start - 1])
        else { return nil }
        for token in ["TBD", "TODO", "FIXME", "#XXXX"] {
            let end = start + token.utf8.count
            guard end <= text.plain.upperBound, token.utf8.elementsEqual(tree.plain[start..<end]),
                end == text.plain.upperBound || !isWord(tree.plain[end]),
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
            isWord(tree.plain[start - 1]) || tree.plain[start - 1] == UInt8(ascii: "-")
        { start -= 1 }
        return start
    }

    /// `RFC-XXXX`: the number that nobody gave yet. Found at its first X.
    private func numberEnd(_ start: Int, _ text: InlineText) -> Int? {
        var end = start
        while end < text.plain.upperBound, tree.plain[end] == UInt8(ascii: "X") { end += 1 }
        guard end - start >= 4, start - 2 >= text.plain.lowerBound,
            tree.plain[start - 1] == UInt8(ascii: "-"), isWord(tree.plain[start - 2]),
            end == text.plain.upperBound || !isWord(tree.plain[end])
        else { return nil }
        return end
    }

    // MARK: whole values

    /// Cells, labels' values and lines that are nothing but a choice, a date or a tag.
    private mutating func scanWholeValues(_ node: MarkdownNode) {
        let labels = node.kind == .paragraph ? tree.labels(in: node.text) : []
        for label in labels {
            scanWhole(label.value, node.text)
            scanOptions(label.value, node.text)
        }
        if labels.isEmpty { scanWhole(tree.trimmed(node.text.plain), node.text) }
    }

    private mutating func scanWhole(_ plain: Range<Int>, _ text: InlineText) {
        guard !plain.isEmpty, plain.count <= 120, mayBeWhole(plain),
            !isCode(plain.lowerBound, text)
        else { return }
        let whole = tree.string(plain)
        if vocabulary.isOpenChoice(whole) {
            add("choice", plain, text)
        } else if ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD"].contains(whole) {
            add("date", plain, text)
        } else if whole.hasPrefix("<"), whole.hasSuffix(">"), !whole.contains("://"),
            !whole.contains("@"), whole.dropFirst().dropLast().allSatisfy({ $0 != "<" && $0 != ">" })
        {
            add("angle", plain, text)
        }
    }

    /// A label's value that is nothing but `[1.0]`, or options between bars: `web | cli | both`.
    private mutating func scanOptions(_ plain: Range<Int>, _ text: InlineText) {
        guard plain.count > 2, plain.count <= 200, !isCode(plain.lowerBound, text) else { return }
        let whole = tree.string(plain)
        let inner = whole.dropFirst().dropLast()
        if whole.hasPrefix("["), whole.hasSuffix("]"), inner.contains("."),
            inner.allSatisfy({ $0.isNumber || $0 == "." })
        {
            add("bracket", plain, text)
            return
        }
        let options = whole.components(between: " | ")
        guard options.count > 2 else { return }
        let isOpen = options.allSatisfy { option in
            !option.isEmpty && option.split(separator: " ").count <= 3
                && option.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        }
        if isOpen { add("choice", plain, text) }
    }

    /// Does a text have the marks that a choice, a date or a tag has?
    private func mayBeWhole(_ plain: Range<Int>) -> Bool {
        tree.plain[plain.lowerBound] == UInt8(ascii: "<")
            || tree.plain[plain].contains {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "Y")
            }
    }

    // MARK: source

    /// `{{NAME}}` anywhere: in a link's destination too, and in code where its name is in capitals.
    private mutating func scanMustaches(from start: Int) {
        let bytes = source.bytes
        var index = start
        var block = 0
        code.append(contentsOf: tree.codeSpanRanges())
        code.sort { $0.start < $1.start }
        let brace = UInt8(ascii: "{")
        while index + 1 < bytes.count {
            guard bytes[index] == brace, bytes[index + 1] == brace else {
                index += 1
                continue
            }
            var end = index + 2
            while end < bytes.count, end - index < 80, isMustache(bytes[end]) { end += 1 }
            guard end + 1 < bytes.count, end > index + 2, bytes[end] == UInt8(ascii: "}"),
                bytes[end + 1] == UInt8(ascii: "}")
            else {
                index += 2
                continue
            }
            let range = SourceRange(index, end + 2)
            while block < code.count, code[block].end <= index { block += 1 }
            let isInCode = block < code.count && code[block].contains(range)
            let isCapital = bytes[(index + 2)..<end].allSatisfy { $0 < 0x61 || $0 > 0x7A }
            let isShell = index > 0 && bytes[index - 1] == UInt8(ascii: "$")
            if !isShell, isCapital || !isInCode, !comments.contains(where: { $0.contains(range) }) {
                found.append(Placeholder(style: "mustache", text: source.text(range), range: range))
            }
            index = range.end
        }
    }

    private func isMustache(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// A line of an untagged code block that is nothing but `[several words]`.
    private mutating func scanDiagram(_ node: MarkdownNode) {
        guard node.info.isEmpty, !node.content.isEmpty else { return }
        let first = source.lineIndex(of: node.content.start)
        let last = source.lineIndex(of: node.content.end)
        for line in first...last {
            var range = source.lineRange(line)
            while range.start < range.end, source.bytes[range.start] <= 0x20 { range.start += 1 }
            while range.end > range.start, source.bytes[range.end - 1] <= 0x20 { range.end -= 1 }
            guard range.count > 4, source.bytes[range.start] == UInt8(ascii: "["),
                source.bytes[range.end - 1] == UInt8(ascii: "]")
            else { continue }
            let inner = source.bytes[(range.start + 1)..<(range.end - 1)]
            guard inner.contains(0x20), !inner.contains(UInt8(ascii: "[")),
                !inner.contains(UInt8(ascii: "]")), !inner.contains(UInt8(ascii: "\"")),
                inner.filter({ $0 == UInt8(ascii: ",") }).count < 3
            else { continue }
            found.append(Placeholder(style: "bracket", text: source.text(range), range: range))
        }
    }
}

extension MarkdownTree {
    /// Where code spans stand in the source.
    fileprivate func codeSpanRanges() -> [SourceRange] {
        var ranges: [SourceRange] = []
        for node in nodes {
            for span in spans[node.text.spans] where span.kind == .code && !span.plain.isEmpty {
                ranges.append(sourceRange(span.plain, of: node.text))
            }
        }
        return ranges
    }
}

extension String {
    /// The parts between a separator, without the white space around them.
    fileprivate func components(between separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }
}

internal import SpecModel
internal import SpecVocabulary

/// Terms and what they mean: `**PAN**: a number`, `PAN – a number`, a term on a line of its own, a
/// heading, a footnote.
extension ItemBuilder {
    /// A term at the start of a line, and where what it means begins.
    private struct TermLine {
        var term: Range<Int>
        var definition: Int
        /// Is it bold, or does a dash stand behind it? A colon stands in many a sentence.
        var isSure: Bool
    }

    func termFields(_ text: InlineText, _ kind: ItemKind) -> [Field] {
        if let label = tree.labels(in: text).first {
            return [
                field("term", kind, label.name), field("definition", kind, label.value),
            ]
        }
        let end = text.plain.upperBound
        if let name = boldStarts(in: text)[text.plain.lowerBound],
            let line = boldTerm(name, before: end)
        {
            return termFields(line, end, text, kind)
        }
        let fields = splitFields(text, kind, "term", "definition")
        return fields.count == 2 ? fields : []
    }

    private func termFields(
        _ line: TermLine, _ end: Int, _ text: InlineText, _ kind: ItemKind
    ) -> [Field] {
        [
            field("term", kind, Piece(line.term, of: text)),
            field("definition", kind, Piece(line.definition..<end, of: text)),
        ]
    }

    // MARK: paragraphs

    /// A paragraph of a glossary: a term a line. Plain ones with a colon count where there are two.
    mutating func addTerms(_ block: Int, _ section: Int, _ kind: ItemKind) {
        let text = tree.nodes[block].text
        let lines = termLines(in: text)
        guard lines.first?.term.lowerBound == tree.trimmed(text.plain).lowerBound else { return }
        guard lines.count > 1 || lines[0].isSure || listsTerms(section) else { return }
        for (index, line) in lines.enumerated() {
            let isLast = index + 1 == lines.count
            let end = isLast ? text.plain.upperBound : lines[index + 1].term.lowerBound
            guard !tree.trimmed(line.definition..<end).isEmpty else { continue }
            var range = tree.nodes[block].range
            if index > 0 {
                range.start = tree.range(of: Piece(line.term.lowerBound..<end, of: text)).start
            }
            if !isLast {
                range.end = tree.range(of: Piece(tree.trimmed(line.definition..<end), of: text)).end
            }
            add(kind, section, range, termFields(line, end, text, kind))
        }
    }

    /// Does more than one paragraph of a section begin with a term?
    private mutating func listsTerms(_ section: Int) -> Bool {
        if let known = listsTerms[section] { return known }
        let found = contents[section].count { isTermLine($0) } > 1
        listsTerms[section] = found
        return found
    }

    private func isTermLine(_ block: Int) -> Bool {
        tree.nodes[block].kind == .paragraph
            && !termLines(in: tree.nodes[block].text).isEmpty
    }

    /// The lines of a paragraph that begin with a term; others go on with the one before.
    private func termLines(in text: InlineText) -> [TermLine] {
        let bold = boldStarts(in: text)
        let isBold = bold[text.plain.lowerBound] != nil
        var lines: [TermLine] = []
        var start = text.plain.lowerBound
        while start < text.plain.upperBound {
            var end = start
            while end < text.plain.upperBound, !isLineBreak(end) { end += 1 }
            let line =
                isBold
                ? bold[start].flatMap { boldTerm($0, before: end) }
                : plainTerm(in: start..<end, text)
            if let line { lines.append(line) }
            start = end + 1
        }
        return lines
    }

    /// The bold texts of a leaf, by where each begins.
    private func boldStarts(in text: InlineText) -> [Int: Range<Int>] {
        var starts: [Int: Range<Int>] = [:]
        for span in tree.spans[text.spans] where span.kind == .strong {
            starts[span.plain.lowerBound] = span.plain
        }
        return starts
    }

    private func isLineBreak(_ place: Int) -> Bool {
        tree.plain[place] == 0x0A || tree.plain[place] == MarkdownTree.hardBreak
    }

    /// `**PAN**: a number`, `**PAN** – a number`, `**PAN** a number`.
    private func boldTerm(_ bold: Range<Int>, before end: Int) -> TermLine? {
        var name = tree.trimmed(bold)
        if !name.isEmpty, let count = tree.colonEnding(name) {
            name = tree.trimmed(name.lowerBound..<(name.upperBound - count))
        }
        var place = bold.upperBound
        while place < end, tree.plain[place].isBlank { place += 1 }
        if let count = markCount(at: place, before: end) {
            place += count
        } else if place + 1 < end, tree.plain[place] == UInt8(ascii: "-"),
            tree.plain[place + 1] == 0x20
        {
            place += 1
        }
        return name.isEmpty || place >= end
            ? nil : TermLine(term: name, definition: place, isSure: true)
    }

    /// `PAN – a number`, `PAN: a number`, of at most four words; and `PAN` above `: a number`.
    private func plainTerm(in line: Range<Int>, _ text: InlineText) -> TermLine? {
        let next = line.upperBound + 1
        if next + 1 < text.plain.upperBound, tree.plain[next] == UInt8(ascii: ":"),
            tree.plain[next + 1] == 0x20, line.count <= 60
        {
            return TermLine(term: line, definition: next + 1, isSure: true)
        }
        guard let mark = separator(in: line) else { return nil }
        let term = tree.trimmed(line.lowerBound..<mark.lowerBound)
        guard !term.isEmpty, term.count <= 60, mark.upperBound < line.upperBound,
            tree.plain[term].split(separator: 0x20).count <= 4
        else { return nil }
        return TermLine(
            term: term, definition: mark.upperBound,
            isSure: tree.colon(at: mark.lowerBound, before: line.upperBound) == nil)
    }

    // MARK: headings

    /// What a heading below a glossary means: the first paragraph behind it, unless the section is
    /// a group of terms or more than a few paragraphs.
    func termFields(of section: Int, _ kind: ItemKind) -> [Field] {
        let blocks = contents[section]
        guard let first = blocks.first,
            blocks.allSatisfy({ tree.nodes[$0].kind == .paragraph && !isTermLine($0) })
        else { return [] }
        return [
            field("term", kind, titles[section]),
            field("definition", kind, Piece(tree.nodes[first].text)),
        ]
    }

    // MARK: footnotes

    /// `[^1]: PAN: a number`, a term on a line of its own, or the footnote's own label as the term:
    /// `[^PAN]: A number`.
    mutating func addFootnote(_ footnote: Int, _ section: Int, _ kind: ItemKind) {
        let first = tree.nodes[footnote].firstChild
        guard first >= 0, tree.nodes[first].kind == .paragraph else { return }
        let text = tree.nodes[first].text
        if let label = label(of: footnote), !startsWith(label.text, text) {
            let fields = [field("term", kind, label), field("definition", kind, Piece(text))]
            return add(kind, section, tree.nodes[footnote].range, fields)
        }
        var index = text.plain.lowerBound
        while index < text.plain.upperBound,
            tree.colon(at: index, before: text.plain.upperBound) == nil
        { index += 1 }
        let lineEnd = tree.plain[text.plain].firstIndex(of: 0x0A) ?? text.plain.upperBound
        index = min(index, lineEnd)
        let colon = tree.colon(at: index, before: text.plain.upperBound) ?? 0
        let term = tree.trimmed(Piece(text.plain.lowerBound..<index, of: text))
        let definition = tree.trimmed(
            Piece((index + colon)..<text.plain.upperBound, of: text))
        guard !term.plain.isEmpty, term.plain.count <= 120, !definition.plain.isEmpty else {
            return
        }
        add(
            kind, section, tree.nodes[footnote].range,
            [field("term", kind, term), field("definition", kind, definition)])
    }

    /// A footnote's label, where it is a word and no number: `note2` is one, too.
    private func label(of footnote: Int) -> SourcedText? {
        let range = tree.nodes[footnote].range
        let bytes = source.bytes[range.start..<range.end]
        guard bytes.starts(with: "[^".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
            !bytes[close - 1].isDigit
        else { return nil }
        let name = SourceRange(range.start + 2, close)
        return SourcedText(source.text(name), name)
    }

    /// Does a text begin with a word, with a colon or a line's end behind it?
    private func startsWith(_ label: String, _ text: InlineText) -> Bool {
        let head = tree.plain[text.plain].prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }
        return head.endIndex < text.plain.upperBound
            && Words.normalised(tree.string(head.indices)) == Words.normalised(label)
    }
}

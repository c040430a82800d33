internal import SpecModel
internal import SpecVocabulary

/// Terms as footnotes: `[^1]: PAN: the number of a card`, or the term on a line of its own.
extension ItemBuilder {
    mutating func addFootnote(_ footnote: Int, _ section: Int, _ kind: ItemKind) {
        let first = tree.nodes[footnote].firstChild
        guard first >= 0, tree.nodes[first].kind == .paragraph else { return }
        let text = tree.nodes[first].text
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
}

package import SpecModel
package import SpecVocabulary

/// Fields from pieces of text: levels, booleans and lists by what the vocabulary says of the kind.
extension ItemBuilder {
    /// The word that a piece is.
    func word(_ piece: Piece) -> WordID? {
        vocabulary.word(tree.plain.span.extracting(piece.plain))
    }

    func isNothing(_ plain: Range<Int>) -> Bool {
        vocabulary.isNothing(tree.plain.span.extracting(tree.trimmed(plain)))
    }

    func field(_ name: String, _ kind: ItemKind, _ piece: Piece) -> Field {
        field(name, kind.traits(of: name), piece)
    }

    /// - Parameter place: where an edit of the field goes; the bytes of the piece where it is nil.
    func field(
        _ name: String, _ traits: FieldTraits, _ piece: Piece, at place: SourceRange? = nil
    ) -> Field {
        let piece = tree.trimmed(piece)
        let range = place ?? tree.range(of: piece)
        // Most fields are texts and nothing else.
        if traits.rawValue == 0 {
            return Field(name: name, value: .text(tree.string(piece.plain)), range: range)
        }
        if traits.contains(.flag) {
            return Field(name: name, value: .boolean(isTicked(piece)), range: range)
        }
        if traits.contains(.list) {
            return Field(name: name, value: .list(parts(of: piece, at: range)), range: range)
        }
        var level: String?
        if traits.contains(.level) {
            let text = tree.plain.span.extracting(piece.plain)
            if !vocabulary.isOpenChoice(text) { level = vocabulary.level(of: text) }
        }
        let text = tree.string(piece.plain)
        let date = traits.contains(.date) ? DateReader.date(in: text, vocabulary) : nil
        return Field(
            name: name, value: .text(text), level: level, date: date, meaning: traits.meaning,
            range: range)
    }

    /// `a; b` and lines as the parts they are, each with its own place.
    private func parts(of piece: Piece, at range: SourceRange) -> [SourcedText] {
        var parts: [SourcedText] = []
        var start = piece.plain.lowerBound
        for place in piece.plain.lowerBound...piece.plain.upperBound {
            let isEnd = place == piece.plain.upperBound
            guard
                isEnd || tree.plain[place] == UInt8(ascii: ";")
                    || tree.plain[place] == MarkdownTree.hardBreak
            else { continue }
            let part = tree.trimmed(start..<place)
            start = place + 1
            if !part.isEmpty { parts.append(tree.value(piece.part(part))) }
        }
        if parts.count < 2, !piece.plain.isEmpty {
            return [SourcedText(tree.string(piece.plain), range)]
        }
        return parts
    }

    private func isTicked(_ piece: Piece) -> Bool {
        let text = tree.plain[piece.plain]
        for place in text.indices {
            let byte = text[place]
            if byte == UInt8(ascii: "["), text[place...].prefix(3).says("[x]") { return true }
            // ✅ ☑ ✓ ✔
            if byte == 0xE2, place + 2 < text.endIndex {
                switch (text[place + 1], text[place + 2]) {
                case (0x9C, 0x85), (0x98, 0x91), (0x9C, 0x93), (0x9C, 0x94): return true
                default: continue
                }
            }
        }
        return text.says("yes") || text.says("true") || text.says("approved")
    }

    // MARK: texts that stand in no leaf: code, and what is put together

    func field(_ name: String, _ kind: ItemKind, _ text: SourcedText) -> Field {
        let traits = kind.traits(of: name)
        if traits.contains(.list) {
            return Field(name: name, value: .list([text]), range: text.range)
        }
        let isOpen = !traits.contains(.level) || vocabulary.isOpenChoice(text.text)
        return Field(
            name: name, value: .text(text.text),
            level: isOpen ? nil : vocabulary.level(of: text.text),
            date: traits.contains(.date) ? DateReader.date(in: text.text, vocabulary) : nil,
            meaning: traits.meaning, range: text.range)
    }
}

extension FieldTraits {
    /// What a text of such a field is meant to be read as.
    package var meaning: Field.Meaning {
        contains(.level) ? .level : contains(.number) ? .number : .text
    }
}

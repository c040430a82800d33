internal import SpecModel
internal import SpecVocabulary

/// Revisions as entries of a list or as headings: `**1.1** (2026-02-01): text`,
/// `2026-02-01 – v1.1 – Ann – text`, `[1.1.0] - 2026-02-01`.
extension ItemBuilder {
    /// What a text says of a revision; nothing where it does not begin with a version or a date
    /// and a version.
    func revisionFields(_ text: InlineText, _ kind: ItemKind) -> [Field] {
        var fields: [Field] = []
        func says(_ name: String) -> Bool { fields.contains { $0.name == name } }
        var rest = parts(of: text)[...]
        while let part = rest.first, !says("version") || !says("date") {
            let version = self.version(in: part.text)
            if let version, !says("version") {
                fields.append(field("version", kind, Piece(version, of: text)))
            } else if DateReader.date(in: tree.string(part.text), vocabulary) != nil, !says("date")
            {
                fields.append(field("date", kind, Piece(part.text, of: text)))
            } else {
                break
            }
            rest.removeFirst()
        }
        guard says("version") else { return [] }
        if rest.count > 1, let author = rest.first, !author.isBehindColon, isPerson(author.text) {
            fields.append(field("author", kind, Piece(author.text, of: text)))
            rest.removeFirst()
        }
        if let first = rest.first {
            let changes = first.text.lowerBound..<text.plain.upperBound
            fields.append(field("changes", kind, Piece(changes, of: text)))
        }
        return fields
    }

    /// `1.1`, `v1.1`, `[1.1.0]`, `Version 2`.
    private func version(in part: Range<Int>) -> Range<Int>? {
        var range = part
        if tree.plain[range].first == UInt8(ascii: "["), tree.plain[range].last == UInt8(ascii: "]")
        {
            range = (range.lowerBound + 1)..<(range.upperBound - 1)
        }
        if let space = tree.plain[range].firstIndex(of: 0x20) {
            let word = Piece(range.lowerBound..<space, of: InlineText())
            guard fieldName(word, vocabulary[.revision]) == "version" else { return nil }
            range = tree.trimmed(space..<range.upperBound)
        }
        let text = tree.plain[range]
        let isDate = DateReader.date(in: tree.string(range), vocabulary) != nil
        return range.count <= 24 && ItemID.isVersion(text) && !isDate ? range : nil
    }
}

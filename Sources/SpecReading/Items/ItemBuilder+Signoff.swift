internal import SpecModel
internal import SpecVocabulary

/// Sign-offs as entries of a list: `- [x] Ann Lee (Engineering Manager) 2026-01-02`,
/// `- [ ] Security: Bob`, `- Product — approved`.
extension ItemBuilder {
    /// What an entry below sign-offs says of one; nothing where it names nobody.
    /// - Parameter task: does a box stand in front of it?
    func signoffFields(_ text: InlineText, _ kind: ItemKind, isTask: Bool) -> [Field] {
        var people: [Part] = []
        var fields: [Field] = []
        func says(_ name: String) -> Bool { fields.contains { $0.name == name } }
        for part in parts(of: text) {
            let (rest, date) = withoutDate(part.text, of: text)
            if let date, !says("date") { fields.append(field("date", kind, date)) }
            if rest.isEmpty { continue }
            if !says("status"), let status = status(in: rest) {
                fields.append(field("status", kind, Piece(status, of: text)))
            } else {
                people.append(Part(text: rest, isBehindColon: part.isBehindColon))
            }
        }
        guard let first = people.first, people.count <= 3 else { return [] }
        let second = people.dropFirst().first
        let isRole = isPosition(first.text)
        let isOther = second.map { isPosition($0.text) } ?? false
        // One of the two says what somebody is; else a role stands in front of a colon only.
        let roleFirst = isRole != isOther ? isRole : second?.isBehindColon ?? isRole
        guard [first, second].allSatisfy({ $0.map { isPerson($0.text) } ?? true }),
            isTask || isRole != isOther && second != nil || says("status") || says("date")
        else { return [] }
        fields.append(field(roleFirst ? "role" : "name", kind, Piece(first.text, of: text)))
        if let second {
            fields.append(field(roleFirst ? "name" : "role", kind, Piece(second.text, of: text)))
        }
        return fields
    }

    /// A part of an entry between its marks.
    struct Part {
        var text: Range<Int>
        var isBehindColon: Bool
    }

    /// The parts of an entry between brackets, colons, commas, bars and dashes with a space.
    func parts(of text: InlineText) -> [Part] {
        let end = text.plain.upperBound
        var parts: [Part] = []
        var start = text.plain.lowerBound
        var isBehindColon = false
        func close(_ place: Int) {
            let part = tree.trimmed(start..<place)
            if !part.isEmpty { parts.append(Part(text: part, isBehindColon: isBehindColon)) }
        }
        var place = start
        while place < end {
            guard let count = mark(at: place, before: end) else {
                place += 1
                continue
            }
            close(place)
            isBehindColon = tree.colon(at: place, before: end) != nil
            place += count
            start = place
        }
        close(end)
        return parts
    }

    /// The length of what parts two parts of an entry. A comma within `January 2, 2026` does not.
    private func mark(at place: Int, before end: Int) -> Int? {
        let byte = tree.plain[place]
        let isSpaced = place + 1 >= end || tree.plain[place + 1].isBlank
        if let count = tree.colon(at: place, before: end) {
            return isSpaced || count > 1 ? count : nil
        }
        if let count = tree.dash(at: place, before: end) { return count }
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), 0x0A, MarkdownTree.hardBreak:
            return 1
        case UInt8(ascii: ","): return isSpaced && !isYear(behind: place, before: end) ? 1 : nil
        case UInt8(ascii: "-"):
            return isSpaced && place > 0 && tree.plain[place - 1].isBlank ? 1 : nil
        default: return nil
        }
    }

    private func isYear(behind comma: Int, before end: Int) -> Bool {
        guard comma > 0, comma + 5 < end, tree.plain[comma - 1].isDigit,
            tree.plain[(comma + 2)..<(comma + 6)].allSatisfy(\.isDigit)
        else { return false }
        return comma + 6 == end || tree.plain[comma + 6] != UInt8(ascii: "-")
    }

    /// A part without the date at its end, and that date.
    private func withoutDate(
        _ part: Range<Int>, of text: InlineText
    ) -> (rest: Range<Int>, date: Piece?) {
        guard tree.plain[part].contains(where: \.isDigit) else { return (part, nil) }
        let starts = part.filter { $0 == part.lowerBound || tree.plain[$0 - 1].isBlank }
        for start in starts.suffix(8) {
            let date = start..<part.upperBound
            if DateReader.date(in: tree.string(date), vocabulary) != nil {
                return (tree.trimmed(part.lowerBound..<start), Piece(date, of: text))
            }
        }
        return (part, nil)
    }

    /// What a short text says the status is: all of it, or its first word as in `approved on`.
    private func status(in part: Range<Int>) -> Range<Int>? {
        func isStatus(_ part: Range<Int>) -> Bool {
            vocabulary.status(of: tree.plain.span.extracting(part)) != nil
        }
        if isStatus(part) { return part }
        guard part.count <= 24, let space = tree.plain[part].firstIndex(of: 0x20) else {
            return nil
        }
        let first = part.lowerBound..<space
        return isStatus(first) ? first : nil
    }

    /// Does a text say what somebody is: `Engineering Manager`?
    private func isPosition(_ part: Range<Int>) -> Bool {
        vocabulary.word(tree.plain.span.extracting(part)).map(vocabulary.isPosition) == true
            || Words.normalised(tree.string(part)).split(separator: " ").contains { word in
                vocabulary.word(word).map(vocabulary.isPosition) == true
            }
    }

    /// May a text be somebody's name or position? A sentence is neither.
    func isPerson(_ part: Range<Int>) -> Bool {
        let words = tree.plain[part].split { $0.isBlank }
        guard words.count <= 5 else { return false }
        return words.count <= 3 && isPosition(part)
            || words.allSatisfy { word in
                guard let first = word.first else { return false }
                return !first.isLetter || first.isCapital
            }
    }
}

internal import SpecModel
internal import SpecVocabulary

/// Ids in front of what they name: `FR-1: text`, `FR-1 (P0): text`, `**FR-1.** text`,
/// `[FR-1] text`, `FR-1) text`, `` `FR-1` text ``.
extension ItemBuilder {
    /// An id at a text's start, and what it names.
    struct LeadingID {
        var id: Range<Int>
        var priority: Range<Int>?
        var text: Range<Int>
        /// Does a mark part the two? An id that is only bold or code may be a word like another:
        /// `**TLS-1.3** everywhere`.
        var isMarked: Bool
    }

    func isID(_ plain: Range<Int>) -> Bool { ItemID.isID(tree.plain[tree.trimmed(plain)]) }

    /// The id that a text begins with; nil where it begins with none. Looks at no more than the
    /// text's first 80 bytes, but at its first mark of emphasis.
    func leadingID(of text: InlineText, mayBeBare: Bool = false) -> LeadingID? {
        let plain = tree.trimmed(text.plain)
        let end = min(plain.upperBound, plain.lowerBound + 80)
        var place = plain.lowerBound
        guard place < end else { return nil }
        let closing = closing(of: tree.plain[place])
        if closing != nil { place += 1 }
        guard place < end, tree.plain[place].isCapital else { return nil }
        var id = place..<place
        while id.upperBound < end, isPartOfID(tree.plain[id.upperBound]) {
            id = place..<(id.upperBound + 1)
        }
        place = id.upperBound
        if tree.plain[place - 1] == UInt8(ascii: ".") { id = id.lowerBound..<(place - 1) }
        guard ItemID.isID(tree.plain[id]) else { return nil }
        var isMarked = place > id.upperBound
        if let closing {
            guard place < end, tree.plain[place] == closing else { return nil }
            place += 1
            isMarked = true
        }
        let priority = isMarked ? nil : bracketed(behind: place, before: end)
        if let priority { place = priority.upperBound + 1 }
        if let count = mark(behind: place, before: plain.upperBound) {
            place += count
            isMarked = true
        }
        let isBare = mayBeBare && isBreak(place, plain)
        guard isMarked ? isBreak(place, plain) : isBare || isEmphasis(id, text) else { return nil }
        let rest = tree.trimmed(place..<plain.upperBound)
        guard isMarked || !rest.isEmpty else { return nil }
        return LeadingID(id: id, priority: priority, text: rest, isMarked: isMarked)
    }

    private func closing(of bracket: UInt8) -> UInt8? {
        switch bracket {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }

    private func isPartOfID(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }

    /// What stands in brackets behind a space: the `P0` of `FR-1 (P0): text`.
    private func bracketed(behind place: Int, before end: Int) -> Range<Int>? {
        var start = place
        while start < end, tree.plain[start] == 0x20 { start += 1 }
        guard start < end, tree.plain[start] == UInt8(ascii: "("),
            let close = tree.plain[start..<end].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (start + 1)..<close
    }

    /// The length of what parts an id from its text: a colon, a dash, a bar or a closing bracket.
    private func mark(behind place: Int, before end: Int) -> Int? {
        if let count = tree.colon(at: place, before: end) { return count }
        if place < end, tree.plain[place] == UInt8(ascii: ")") { return 1 }
        var start = place
        while start < end, tree.plain[start] == 0x20 { start += 1 }
        guard start > place, start < end else { return nil }
        if let count = tree.dash(at: start, before: end) { return start + count - place }
        let isMark =
            tree.plain[start] == UInt8(ascii: "-") || tree.plain[start] == UInt8(ascii: "|")
            || tree.plain[start] == UInt8(ascii: ":")
        return isMark ? start + 1 - place : nil
    }

    private func isBreak(_ place: Int, _ plain: Range<Int>) -> Bool {
        place >= plain.upperBound || tree.plain[place].isBlank
            || tree.plain[place] == MarkdownTree.hardBreak
            || (place >= 3 && tree.plain[(place - 3)..<place].elementsEqual("：".utf8))
    }

    /// Is a text's id all that its first bold text or code says?
    private func isEmphasis(_ id: Range<Int>, _ text: InlineText) -> Bool {
        tree.spans[text.spans].contains {
            ($0.kind == .strong || $0.kind == .code) && tree.trimmed($0.plain) == id
        }
    }

    /// The id in front of a section's title. One without a mark, as `FR-1 Login`, counts where a
    /// heading beside it begins with such an id too.
    func leadingID(ofTitle section: Int) -> LeadingID? {
        guard let known = leadingID(of: titleText(section), mayBeBare: true) else { return nil }
        if known.isMarked { return known }
        let level = sections[section].level
        let parent = sections[section].parent
        let next = sections[(section + 1)...].prefix(16).firstIndex { $0.level <= level }
        let last = sections[..<section].suffix(16).lastIndex { $0.level <= level }
        let isOne = [next, last].contains { other in
            guard let other, sections[other].parent == parent,
                let id = leadingID(of: titleText(other), mayBeBare: true)?.id
            else { return false }
            return areAlike(id, known.id)
        }
        return isOne ? known : nil
    }

    /// A section's title as a leaf.
    func titleText(_ section: Int) -> InlineText {
        var text = titles[section].leaf
        text.plain = titles[section].plain
        return text
    }

    /// Do ids begin with the same letters: `FR-1` and `FR-12`?
    private func areAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        tree.plain[first].prefix(while: \.isLetter).elementsEqual(
            tree.plain[second].prefix(while: \.isLetter))
    }

    /// The id in front of an entry's text. One without a mark counts where the entry beside it
    /// begins with such an id too; `P95 latency` is none beside `P99 latency`.
    func leadingID(ofEntry entry: Int, _ text: InlineText) -> LeadingID? {
        guard let id = leadingID(of: text, mayBeBare: true) else { return nil }
        if id.isMarked { return id }
        guard isEmphasis(id.id, text) || tree.plain[id.id].contains(UInt8(ascii: "-")) else {
            return nil
        }
        let isOne = entryBeside(entry).flatMap(entryText)
            .flatMap { leadingID(of: $0, mayBeBare: true) }
            .map { areAlike($0.id, id.id) }
        return isOne == true ? id : nil
    }

    /// The next entry of a list, and of the last one the one before it.
    private func entryBeside(_ entry: Int) -> Int? {
        if tree.nodes[entry].next >= 0 { return tree.nodes[entry].next }
        return tree.children(of: tree.nodes[entry].parent)
            .first { tree.nodes[$0].next == entry }
    }

    /// The field that the text behind an id is: a quality's first field is its category.
    func textField(of kind: ItemKind) -> String { kind.id == .quality ? "text" : kind.mainField }

    /// The fields of a text behind an id, or all of it where none stands there.
    func identifiedFields(
        _ text: InlineText, _ kind: ItemKind, _ known: LeadingID?
    ) -> [Field] {
        let main = textField(of: kind)
        guard kind.hasField("id"), let known else { return [wholeField(main, kind, text)] }
        var fields = [
            field("id", kind, Piece(known.id, of: text)),
            field(main, kind, Piece(known.text, of: text)),
        ]
        guard let priority = known.priority else { return fields }
        fields.append(field("priority", kind, Piece(priority, of: text)))
        // `FR-3 (draft): text` is no id.
        return kind.hasField("priority") && fields.last?.level != nil
            ? fields : [wholeField(main, kind, text)]
    }
}

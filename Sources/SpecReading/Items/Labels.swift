internal import SpecModel
internal import SpecVocabulary

/// One `**Name:** value` within a leaf.
struct Label {
    var name: Piece
    /// Trimmed; empty where the value stands in the next block.
    var value: Piece

    var hasValue: Bool { !value.plain.isEmpty }
}

extension MarkdownTree {
    /// The labels of a leaf: bold at the start of a line or behind `|` or `·`, with a colon inside
    /// or behind the bold. Each value reaches to the next label.
    func labels(in text: InlineText) -> [Label] {
        var labels: [Label] = []
        func endLast(at end: Int) {
            guard let last = labels.indices.last else { return }
            let start = labels[last].value.plain.lowerBound
            let value = trimmed(start..<max(start, end))
            // What says nothing stands behind its own label, not in front of the next one.
            labels[last].value.plain = value.isEmpty ? start..<start : value
        }
        for span in text.spans where spans[span].kind == .strong && !spans[span].plain.isEmpty {
            let strong = spans[span].plain
            guard let start = labelStart(strong.lowerBound, in: text),
                let (name, valueStart) = labelName(strong, in: text)
            else { continue }
            endLast(at: start)
            // White space at the end of bold text may be cut off from the leaf.
            let end = text.plain.upperBound
            let value = Piece(min(valueStart, end)..<end, of: text)
            labels.append(Label(name: Piece(name, of: text), value: value))
        }
        endLast(at: text.plain.upperBound)
        return labels
    }

    /// Where a label's line or part of a line begins; nil where text stands in front of it.
    private func labelStart(_ place: Int, in text: InlineText) -> Int? {
        var index = place
        while index > text.plain.lowerBound {
            let byte = plain[index - 1]
            if byte == 0x20 {
                index -= 1
            } else if byte == 0x0A || byte == MarkdownTree.hardBreak {
                return index
            } else if byte == UInt8(ascii: "|") {
                return index - 1
            } else if byte == 0xB7, index - 2 >= text.plain.lowerBound, plain[index - 2] == 0xC2 {
                return index - 2
            } else {
                return nil
            }
        }
        return index
    }

    /// The label's name without its colon, and where its value begins.
    private func labelName(_ strong: Range<Int>, in text: InlineText) -> (Range<Int>, Int)? {
        let name = trimmed(strong)
        guard !name.isEmpty else { return nil }
        if let count = colonEnding(name) {
            return (trimmed(name.lowerBound..<(name.upperBound - count)), strong.upperBound)
        }
        var index = strong.upperBound
        while index < text.plain.upperBound, plain[index] == 0x20 { index += 1 }
        guard let count = colon(at: index, before: text.plain.upperBound) else { return nil }
        return (name, index + count)
    }

    /// The length of a colon, ASCII or full width, at a place.
    func colon(at index: Int, before end: Int) -> Int? {
        guard index < end else { return nil }
        if plain[index] == UInt8(ascii: ":") { return 1 }
        return index + 2 < end && plain[index] == 0xEF && plain[index + 1] == 0xBC
            && plain[index + 2] == 0x9A ? 3 : nil
    }

    /// The length of a colon at the end of a text that is not empty.
    func colonEnding(_ range: Range<Int>) -> Int? {
        if plain[range.upperBound - 1] == UInt8(ascii: ":") { return 1 }
        guard range.count >= 3 else { return nil }
        return colon(at: range.upperBound - 3, before: range.upperBound) == 3 ? 3 : nil
    }
}

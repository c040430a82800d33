internal import SpecModel
internal import SpecVocabulary

extension MarkdownTree {
    /// The labels of a leaf without markup: `Name: value` at the start of a line or behind `|` or
    /// `·`. None where the leaf begins with anything else; a line without a name goes on with the
    /// value in front of it. Linear in the leaf.
    /// - Parameter isName: Is a range of plain text the name of a label?
    func plainLabels(in text: InlineText, isName: (Range<Int>) -> Bool) -> [Label] {
        var labels: [Label] = []
        var start = text.plain.lowerBound
        var separator = start
        while start < text.plain.upperBound {
            if let (name, value) = plainName(at: start, in: text), isName(name) {
                if let last = labels.indices.last {
                    let from = labels[last].value.plain.lowerBound
                    labels[last].value.plain = trimmed(from..<max(from, separator))
                }
                labels.append(
                    Label(
                        name: Piece(name, of: text),
                        value: Piece(value..<text.plain.upperBound, of: text)))
            } else if labels.isEmpty {
                return []
            }
            guard let next = nextPart(from: start, before: text.plain.upperBound) else { break }
            (separator, start) = (next.lowerBound, next.upperBound)
        }
        if let last = labels.indices.last { labels[last].value = trimmed(labels[last].value) }
        return labels
    }

    /// Up to 48 bytes in front of a colon that white space or the text's end follows.
    func plainName(at start: Int, in text: InlineText) -> (Range<Int>, Int)? {
        let limit = min(text.plain.upperBound, start + 49)
        var index = start
        while index < limit {
            switch plain[index] {
            case 0x0A, MarkdownTree.hardBreak, UInt8(ascii: "|"): return nil
            case UInt8(ascii: ":"), 0xEF:
                guard let count = colon(at: index, before: text.plain.upperBound) else { break }
                let end = index + count
                let isEnd = count == 3 || end == text.plain.upperBound || plain[end].isBlank
                let name = trimmed(start..<index)
                return isEnd && !name.isEmpty ? (name, end) : nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The next line break, `|` or `·`.
    private func nextPart(from start: Int, before end: Int) -> Range<Int>? {
        var index = start
        while index < end {
            let byte = plain[index]
            if byte == 0x0A || byte == MarkdownTree.hardBreak || byte == UInt8(ascii: "|") {
                return index..<(index + 1)
            }
            if byte == 0xC2, index + 1 < end, plain[index + 1] == 0xB7 {
                return index..<(index + 2)
            }
            index += 1
        }
        return nil
    }
}

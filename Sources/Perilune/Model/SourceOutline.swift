internal import SpecModel

/// Where the lines of a document begin, of which only places in it are known, and some texts at those.
struct SourceOutline {
    /// A line that is known, where it begins, and the last byte that is known to be in it.
    private struct Line {
        var start: Int
        var last: Int
    }

    private var lines: [Int: Line] = [1: Line(start: 0, last: 0)]
    private var texts: [(text: String, range: SourceRange)] = []

    /// Takes note of what a place says, without its markup.
    mutating func note(_ text: String, at range: SourceRange) {
        if !text.isEmpty { texts.append((text, range)) }
    }

    /// Takes note of a place; why it cannot be one, beside those that are known.
    mutating func note(_ place: SourcePosition) -> String? {
        let start = place.offset - (place.column - 1)
        guard start >= 0 else { return "column \(place.column) lies before the file" }
        var line = lines[place.line] ?? Line(start: start, last: place.offset)
        guard line.start == start else {
            return "line \(place.line) begins at offset \(start), and elsewhere at \(line.start)"
        }
        line.last = max(line.last, place.offset)
        lines[place.line] = line
        return nil
    }

    /// A text that has those lines, of blanks but for the texts that are known and have room on their
    /// lines. Lines of which nothing is known are empty, as late as can be. nil where no text has them.
    func text(path: String) -> SourceText? {
        let known = lines.sorted { $0.key < $1.key }
        let isInOrder = zip(known, known.dropFirst()).allSatisfy { line, next in
            next.value.start - (next.key - line.key) >= line.value.last
        }
        guard isInOrder, let end = known.last?.value.last else { return nil }
        var bytes = Array(repeating: UInt8(ascii: " "), count: end)
        for (line, next) in zip(known, known.dropFirst()) {
            // The ends of those in between stand right before the next that is known.
            let first = next.value.start - (next.key - line.key)
            for place in first..<next.value.start { bytes[place] = UInt8(ascii: "\n") }
        }
        for (text, range) in texts where text.utf8.count <= range.count {
            let place = range.start..<range.start + text.utf8.count
            let isFree = bytes[range.start..<range.end].allSatisfy { $0 == UInt8(ascii: " ") }
            if isFree, !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
                bytes.replaceSubrange(place, with: text.utf8)
            }
        }
        return SourceText(path: path, bytes: bytes)
    }
}

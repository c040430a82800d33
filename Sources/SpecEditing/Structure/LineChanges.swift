internal import SpecModel

/// Whole lines put in and taken out, so that the document's blank lines and its end stay as they are.
struct LineChanges {
    let layout: Layout

    private var source: SourceText { layout.spec.source }

    /// Takes lines out.
    func removal(of extent: Extent) -> SourceRange {
        var range = extent.lines
        let isLast = layout.blanksEnd(from: range.end) == source.bytes.count
        let line = source.lineIndex(of: range.start)
        switch extent.form {
        case .row, .yaml: break
        case .section:
            if isLast, range.start > 0 {
                range.start = layout.blanksStart(before: line)
                range.end = source.bytes.count
            }
        case .entry, .lines:
            let isApart = line == 0 || source.isBlankLine(line - 1)
            if isLast, isApart, range.start > 0 {
                range.start = layout.blanksStart(before: line)
            } else if isApart {
                range.end = layout.blanksEnd(from: range.end)
            }
        }
        return endless(range)
    }

    /// A last line without an ending gives its neighbour's away, so that the document ends as it did.
    private func endless(_ range: SourceRange) -> SourceRange {
        guard range.end == source.bytes.count, range.start > 0, !endsWithBreak(source.bytes.count)
        else { return range }
        return SourceRange(source.lineEnd(at: range.start - 1), range.end)
    }

    /// Puts text in, as lines of their own, at an offset where a line begins or at the document's end.
    /// - Parameters:
    ///   - text: without a line ending at its end.
    ///   - blanks: how many blank lines stand between it and its neighbours.
    /// - Returns: what stands in front of the text and behind it.
    func frame(at offset: Int, before: Bool, after: Bool) -> (lead: String, tail: String) {
        let ending = source.lineEnding(at: max(0, offset - 1))
        let line = source.lineIndex(of: offset)
        let hasBlankBefore =
            offset == 0
            || offset == source.lineStarts[line] && line > 0 && source.isBlankLine(line - 1)
        if offset == source.bytes.count, offset > 0, !endsWithBreak(offset) {
            return (ending + (before ? ending : ""), "")
        }
        let isEnd = layout.blanksEnd(from: offset) == source.bytes.count
        let hasBlankAfter = isEnd || source.isBlankLine(line)
        return (
            before && !hasBlankBefore ? ending : "",
            ending + (after && !hasBlankAfter ? ending : "")
        )
    }

    private func endsWithBreak(_ offset: Int) -> Bool {
        offset > 0 && (source.bytes[offset - 1] == 0x0A || source.bytes[offset - 1] == 0x0D)
    }
}

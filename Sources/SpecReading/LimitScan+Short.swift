internal import SpecModel

extension LimitScan {
    /// Is a document far below every limit, as nearly all are? Seen by the lengths of its lines: each
    /// run between blank lines is short, and lines so long have not cells or links enough.
    static func isShort(_ source: SourceText, from start: Int) -> Bool {
        let text = source.bytes.span
        let starts = source.lineStarts
        var (lines, bytes, longest) = (0, 0, 0)
        for line in start..<starts.count {
            let begin = starts[line]
            let end = line + 1 < starts.count ? starts[line + 1] : text.count
            let length = end - begin
            if length <= 1 || (length == 2 && text[begin] == UInt8(ascii: "\r")) {
                (lines, bytes) = (0, 0)
                continue
            }
            lines += 1
            bytes += length
            longest = max(longest, length)
            if lines > short.lines || length > short.line || bytes > short.bytes { return false }
            // A marker is a byte, or two with the white space around it.
            if length > LineCount.fewMarkers, !text[begin].isLetter,
                text[begin] != UInt8(ascii: "|"),
                containers(SourceRange(begin, end), of: text).markers > LineCount.fewMarkers
            {
                return false
            }
        }
        // A delimiter row has a column for two of its bytes, and a link three bytes.
        return starts.count * (longest / 2 + 1) <= ReadingLimits.cellsLeftOut
            && text.count / 3 * short.bytes <= ReadingLimits.bytesOfLinks
    }
}

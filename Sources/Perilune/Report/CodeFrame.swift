internal import Printable
internal import SpecModel

/// The line of a finding with a mark below it; of a range of several lines, the first.
enum CodeFrame {
    /// Scalars of a line that are shown.
    private static let width = 100

    static func text(_ location: Location, in source: SourceText, style: Style) -> String {
        let index = location.start.line - 1
        guard index >= 0, index < source.lineStarts.count else { return "" }
        let range = source.lineRange(index)
        let start = min(max(location.start.offset, range.start), range.end)
        let end = min(max(location.end.offset, start), range.end)
        let parts = String.printable(
            [
                SourceRange(range.start, start), SourceRange(start, end),
                SourceRange(end, range.end),
            ].map { source.text($0).replacing("\t", with: " ") })
        let (before, marked, after) = (parts[0], parts[1], parts[2])
        if before.isEmpty, marked.isEmpty, after.isEmpty { return "" }

        // A long line is shown around the mark.
        let lead = before.count > width * 2 / 3 ? "…" + before.suffix(width / 3) : before
        let rest = max(0, width - lead.count)
        var line = lead + marked.prefix(rest)
        if marked.count >= rest {
            line += marked.count + after.count > rest ? "…" : ""
        } else {
            line += after.prefix(rest - marked.count)
            line += after.count > rest - marked.count ? "…" : ""
        }
        let number = String(location.start.line)
        let margin = String(repeating: " ", count: number.count)
        // The mark stands below what it marks, however wide a terminal shows that.
        let columns = String(marked.prefix(rest)).displayWidth
        let mark = String(repeating: "^", count: max(1, columns))
        let lines = location.lastLine - location.start.line
        let more = lines > 0 ? " and \(FindingsReport.counted(lines, "more line"))" : ""
        return style.dim("  \(number) | ") + line + "\n" + style.dim("  \(margin) | ")
            + String(repeating: " ", count: lead.displayWidth) + style.error(mark)
            + (more.isEmpty ? "" : style.dim(more)) + "\n"
    }
}

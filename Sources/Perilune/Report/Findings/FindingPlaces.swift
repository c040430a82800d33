internal import SpecModel

/// What a column counts.
enum ColumnUnit {
    /// Unicode code points.
    case characters
    /// UTF-16 code units.
    case utf16
}

/// A range of a text as editors and CI systems count it: lines and columns from 1, the end
/// exclusive. A byte order mark, which they do not show, is not counted.
struct CharacterRange {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ location: Location, in source: SourceText, _ unit: ColumnUnit) {
        startLine = location.start.line
        startColumn = source.column(of: location.start, in: unit)
        endLine = location.end.line
        endColumn = source.column(of: location.end, in: unit)
    }
}

extension Location {
    /// The last line that something is marked of: the one before where the end is the first place
    /// of a line.
    var lastLine: Int {
        end.column == 1 ? max(start.line, end.line - 1) : end.line
    }
}

extension SourceText {
    /// Linear in the length of the line.
    fileprivate func column(of position: SourcePosition, in unit: ColumnUnit) -> Int {
        let end = min(position.offset, bytes.count)
        var start = min(position.offset - position.column + 1, end)
        if position.line == 1, bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        if end < position.offset { return position.column }
        if bytes[start..<end].allSatisfy({ $0 < 0x80 }) { return end - start + 1 }
        let before = text(SourceRange(start, end))
        return 1
            + (unit == .utf16 ? before.utf16.count : before.unicodeScalars.count)
    }
}

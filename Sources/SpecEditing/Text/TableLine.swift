internal import SpecModel

/// One line of a table with pipes, cut as GFM 4.10 says: at each pipe that no backslash precedes, in
/// code spans too.
struct TableLine {
    struct Cell {
        /// What is between the pipes.
        var outer: SourceRange
        /// That without the white space at its ends; of an empty cell, the place for a text.
        var content: SourceRange
    }

    private(set) var cells: [Cell] = []
    /// Of the row, without what its container puts in front of it.
    let range: SourceRange
    let hasFirstPipe: Bool
    let hasLastPipe: Bool

    init(_ source: SourceText, _ row: SourceRange) {
        let bytes = source.bytes
        var start = row.start
        var end = row.end
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        range = SourceRange(start, end)
        hasFirstPipe = start < end && bytes[start] == Self.pipe
        var pipes: [Int] = []
        var place = start
        while place < end {
            let isEscaped = place > start && bytes[place - 1] == UInt8(ascii: "\\")
            if bytes[place] == Self.pipe, !isEscaped { pipes.append(place) }
            place += 1
        }
        hasLastPipe = pipes.last == end - 1 && !(hasFirstPipe && pipes.count == 1)
        var from = hasFirstPipe ? start + 1 : start
        let cuts = hasFirstPipe ? pipes.dropFirst() : pipes[...]
        for pipe in cuts {
            cells.append(Self.cell(from, pipe, bytes))
            from = pipe + 1
        }
        if !hasLastPipe { cells.append(Self.cell(from, end, bytes)) }
    }

    /// Does it stand below a table's header: `|:--|--:|`?
    func isDelimiter(in source: SourceText) -> Bool {
        !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.content.count > 0
                    && source.bytes[cell.content.start..<cell.content.end].allSatisfy {
                        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
                    }
            }
    }

    private static func cell(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Cell {
        var content = SourceRange(start, end)
        while content.start < content.end, isBlank(bytes[content.start]) { content.start += 1 }
        while content.end > content.start, isBlank(bytes[content.end - 1]) { content.end -= 1 }
        if content.isEmpty { content = SourceRange(end, end) }
        return Cell(outer: SourceRange(start, end), content: content)
    }

    private static let pipe = UInt8(ascii: "|")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

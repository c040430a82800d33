internal import SpecModel

/// Counts what few bytes of a document make much of, however it is spread: cells that short rows
/// leave out, which reading adds, and definitions of links, which cmark copies to each use.
struct GrowthScan {
    /// Cells of all tables.
    private(set) var cells = 0
    /// The longest definition of a link.
    private(set) var longestDefinition = SourceRange(0, 0)
    /// Columns of the table that the run of lines holds; 0 where it holds none.
    private var columns = 0
    /// Where the last line began that might define a link.
    private var definition: Int?

    /// Takes a line in.
    /// - Parameter rest: the line behind its containers.
    @inline(__always)
    mutating func add(_ rest: Range<Int>, of text: Span<UInt8>) {
        guard let place = rest.first else { return }
        switch text[place] {
        case UInt8(ascii: "|"), UInt8(ascii: ":"): addColumns(rest, of: text)
        case UInt8(ascii: "["):
            endDefinition(at: place, of: text)
            definition = place
        default: break
        }
        cells += columns
    }

    /// A blank line or a fence: no table and no definition goes on behind it.
    @inline(__always)
    mutating func endRun(at end: Int, of text: Span<UInt8>) {
        columns = 0
        if definition != nil { endDefinition(at: end, of: text) }
    }

    /// The line below a table's header has a bar more or less than the table has columns.
    private mutating func addColumns(_ rest: Range<Int>, of text: Span<UInt8>) {
        var bars = 0
        for place in rest {
            switch text[place] {
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0...0x20: break
            default: return
            }
        }
        columns = max(columns, bars + 1)
    }

    /// `[label]: destination "title"`, whose title may span lines; it may stand in a footnote.
    private mutating func endDefinition(at end: Int, of text: Span<UInt8>) {
        guard let start = definition else { return }
        definition = nil
        guard end - start > longestDefinition.count else { return }
        var place = start
        while place < end, text[place] == UInt8(ascii: "["),
            let close = labelEnd(place..<end, of: text)
        {
            let rest = LimitScan.containers(SourceRange(close + 2, end), of: text).rest
            place = rest.lowerBound
        }
        guard place > start else { return }
        while place < end, !text[place].isBlank { place += 1 }
        let destinationEnd = place
        while place < end, text[place].isBlank || text[place] == UInt8(ascii: ">") { place += 1 }
        let hasTitle = place < end && [0x22, 0x27, UInt8(ascii: "(")].contains(text[place])
        let found = SourceRange(start, hasTitle ? end : destinationEnd)
        if found.count > longestDefinition.count { longestDefinition = found }
    }

    /// Where the bracket of `]:` stands that ends a label.
    private func labelEnd(_ range: Range<Int>, of text: Span<UInt8>) -> Int? {
        var place = range.lowerBound
        while place + 1 < range.upperBound {
            if text[place] == UInt8(ascii: "]") {
                return text[place + 1] == UInt8(ascii: ":") ? place : nil
            }
            place += text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}

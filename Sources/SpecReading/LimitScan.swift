internal import SpecModel

/// Goes over a document's lines and says what `ReadingLimits` has against them.
///
/// Paragraphs and tables are runs of lines between blank lines and fences. One that is too short
/// to be beyond any limit is not looked at byte by byte.
struct LimitScan {
    private var fence: (marker: UInt8, count: Int)?
    /// Since the last blank line: the first line, and how many bytes there are.
    private var first = 0
    private var bytes = 0
    /// What these lines have, once they are no short run any more.
    private var counts: RunCounts?
    /// What the document makes much of.
    private var growth = GrowthScan()

    /// A run of so many lines of so many bytes each, and so many in all, has nothing too much of.
    static let short = (lines: 64, line: 256, bytes: 2048)

    /// What is too much, and in which line; nil where nothing is.
    mutating func excess(
        in source: SourceText, from start: Int
    ) -> (message: String, line: Int)? {
        if Self.isShort(source, from: start) { return nil }
        let text = source.bytes.span
        let mostCells = ReadingLimits.cellsLeftOut + text.count
        for line in start..<source.lineStarts.count {
            let range = source.lineRange(line)
            let (markers, rest) = Self.containers(range, of: text)
            if isFence(rest, of: text) || fence != nil {
                growth.endRun(at: range.start, of: text)
                continue
            }
            if rest.isEmpty, markers == 0 {
                endRun()
                growth.endRun(at: range.start, of: text)
                continue
            }
            growth.add(rest, of: text)
            if growth.cells > mostCells { return ("tables of more than \(mostCells) cells", line) }
            if bytes == 0 { first = line }
            bytes += range.count
            if counts == nil {
                if isShort(line, range, markers) { continue }
                counts = countsOfRun(before: line, source, text)
            }
            let count = LineCount(rest, of: text, bytes: range.count, markers: markers)
            counts?.add(count)
            if let message = counts?.excess(with: count) { return (message, line) }
        }
        growth.endRun(at: text.count, of: text)
        return excessOfLinks(in: source, from: start)
    }

    /// A definition that is too long for as many links as there may be.
    private func excessOfLinks(
        in source: SourceText, from start: Int
    ) -> (message: String, line: Int)? {
        let definition = growth.longestDefinition
        let bytes = max(ReadingLimits.bytesOfLinks, 4 * source.bytes.count)
        let most = bytes / max(1, definition.count)
        // A link has three bytes at least.
        guard source.bytes.count / 3 > most else { return nil }
        var scan = LimitScan()
        guard scan.closingBrackets(in: source, from: start) > most else { return nil }
        return (
            "more than \(most) links beside a definition of \(definition.count) bytes",
            source.lineIndex(of: definition.start)
        )
    }

    /// How many square brackets close outside of fences.
    private mutating func closingBrackets(in source: SourceText, from start: Int) -> Int {
        let text = source.bytes.span
        var count = 0
        for line in start..<source.lineStarts.count {
            let rest = Self.containers(source.lineRange(line), of: text).rest
            if isFence(rest, of: text) || fence != nil { continue }
            for place in rest where text[place] == UInt8(ascii: "]") { count += 1 }
        }
        return count
    }

    private mutating func endRun() {
        bytes = 0
        counts = nil
    }

    private func isShort(_ line: Int, _ range: SourceRange, _ markers: Int) -> Bool {
        line - first < Self.short.lines && range.count <= Self.short.line
            && bytes <= Self.short.bytes && markers <= LineCount.fewMarkers
    }

    private func countsOfRun(
        before line: Int, _ source: SourceText, _ text: Span<UInt8>
    ) -> RunCounts {
        var counts = RunCounts()
        for earlier in first..<line {
            let range = source.lineRange(earlier)
            let (markers, rest) = Self.containers(range, of: text)
            counts.add(LineCount(rest, of: text, bytes: range.count, markers: markers))
        }
        return counts
    }

    /// How many quotes, bullets and numbers a line begins with, and what stands behind them.
    static func containers(
        _ line: SourceRange, of text: Span<UInt8>
    ) -> (markers: Int, rest: Range<Int>) {
        var index = line.start
        var markers = 0
        while index < line.end {
            switch text[index] {
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                markers += 1
                index += 1
            case 0x30...0x39:
                guard let end = endOfNumber(index..<line.end, of: text) else {
                    return (markers, index..<line.end)
                }
                markers += 1
                index = end
            case 0...0x20: index += 1
            default: return (markers, index..<line.end)
            }
        }
        return (markers, index..<line.end)
    }

    /// The end of `12. ` or `12) `.
    private static func endOfNumber(_ rest: Range<Int>, of text: Span<UInt8>) -> Int? {
        var index = rest.lowerBound
        while index < rest.upperBound, index - rest.lowerBound < 9, text[index].isDigit {
            index += 1
        }
        guard index + 1 < rest.upperBound,
            text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"),
            text[index + 1].isBlank
        else { return nil }
        return index + 1
    }

    /// Does a line open or close a fence?
    @inline(__always)
    private mutating func isFence(_ rest: Range<Int>, of text: Span<UInt8>) -> Bool {
        guard let place = rest.first else { return false }
        let marker = text[place]
        return (marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~"))
            && isFence(of: marker, rest, text)
    }

    private mutating func isFence(
        of marker: UInt8, _ rest: Range<Int>, _ text: Span<UInt8>
    ) -> Bool {
        let place = rest.lowerBound
        let end = rest.first { text[$0] != marker } ?? rest.upperBound
        let count = end - place
        guard count >= 3 else { return false }
        let info = end..<rest.upperBound
        if let open = fence {
            guard open.marker == marker, count >= open.count,
                info.allSatisfy({ text[$0].isBlank })
            else { return false }
            fence = nil
        } else {
            guard text.first(marker, in: info) == nil else { return false }
            fence = (marker, count)
        }
        endRun()
        return true
    }
}

internal import SpecModel

/// What the reader takes on. cmark-gfm 0.29.0.gfm.6 is super-linear on some inputs: 9 KB of one
/// table can cost a second and two million nodes. One pass over the bytes refuses them; the limits
/// stand at 4 to 260 times what 2,339 real documents hold.
struct ReadingLimits {
    static let bytes = 16 << 20
    /// Containers inside one another.
    static let depth = 100
    /// Footnotes times blocks: each footnote is looked for among the blocks around it.
    static let footnoteSteps = 50_000_000

    /// What is too much, and where; nil where the document can be read.
    static func excess(in source: SourceText, from start: Int) -> (message: String, line: Int)? {
        var scan = LimitScan(source: source)
        return scan.run(from: source.lineIndex(of: start))
    }
}

private struct LimitScan {
    let source: SourceText
    var fence: (marker: UInt8, count: Int)?
    /// Since the last blank line.
    var run = Run()

    struct Run {
        var bytes = 0
        var lines = 0
        var delimiterLines = 0
        var brackets = 0
        var tildes = 0
        var stars = 0
        var columns = 0

        /// Leaves what came since, of all that a paragraph counts.
        mutating func subtract(_ before: Run) {
            bytes -= before.bytes
            brackets -= before.brackets
            tildes -= before.tildes
            stars -= before.stars
        }
    }

    mutating func run(from first: Int) -> (message: String, line: Int)? {
        for line in first..<source.lineStarts.count {
            let range = source.lineRange(line)
            if let message = excess(in: source.bytes[range.start..<range.end]) {
                return (message, line)
            }
        }
        return nil
    }

    private mutating func excess(in line: ArraySlice<UInt8>) -> String? {
        var index = line.startIndex
        var markers = 0
        // Containers: quotes, bullets, numbers, white space.
        scan: while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                markers += 1
                index += 1
            case 0x30...0x39:
                guard let end = endOfNumber(line, index) else { break scan }
                markers += 1
                index = end
            case 0...0x20: index += 1
            default: break scan
            }
        }
        let rest = line[index...]
        if isFence(rest) { return nil }
        if fence != nil { return nil }
        if rest.isEmpty, markers == 0 {
            run = Run()
            return nil
        }
        return excess(line, rest, markers)
    }

    /// The end of `12. ` or `12) `.
    private func endOfNumber(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < line.endIndex, index - start < 9, line[index].isDigit {
            index += 1
        }
        guard index + 1 < line.endIndex,
            line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")"),
            line[index + 1].isBlank
        else { return nil }
        return index + 1
    }

    private mutating func isFence(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let marker = rest.first, marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~")
        else { return false }
        let count = rest.prefix { $0 == marker }.count
        guard count >= 3 else { return false }
        if let open = fence {
            guard open.marker == marker, count >= open.count,
                rest.dropFirst(count).allSatisfy(\.isBlank)
            else { return false }
            fence = nil
        } else {
            guard !rest.dropFirst(count).contains(marker) else { return false }
            fence = (marker, count)
        }
        run = Run()
        return true
    }

    private mutating func excess(
        _ line: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, _ markers: Int
    ) -> String? {
        var pipes = 0
        let before = run
        var token = 0
        var longest = 0
        var isDelimiter = true
        for byte in rest {
            switch byte {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "["), UInt8(ascii: "]"): run.brackets += 1
            case UInt8(ascii: "~"): run.tildes += 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"): run.stars += 1
            default: break
            }
            if byte != UInt8(ascii: "|"), byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":"),
                byte > 0x20
            {
                isDelimiter = false
            }
            token = byte.isBlank ? 0 : token + 1
            longest = max(longest, token)
        }
        run.bytes += line.count
        run.lines += 1
        run.columns = max(run.columns, pipes + 1)
        if isDelimiter, !rest.isEmpty { run.delimiterLines += 1 }
        // The rows of a table are no paragraph: each of its lines has the limits to itself.
        if run.delimiterLines > 0 { run.subtract(before) }
        if markers > 64, !isDelimiter || markers > 1024 {
            return "\(markers) nested block quotes or lists on one line, more than 64"
        }
        if pipes > 256 { return "\(pipes) table columns, more than 256" }
        if run.columns > 2, run.columns * run.lines > 200_000 {
            return "a table of more than 200,000 cells"
        }
        if run.delimiterLines > 64 { return "more than 64 table delimiter rows in one paragraph" }
        if run.brackets > 4096 {
            return "more than 4,096 square brackets in one paragraph"
        }
        if run.tildes > 2048 { return "more than 2,048 tildes in one paragraph" }
        if run.stars > 8192 {
            return "more than 8,192 emphasis marks in one paragraph"
        }
        if longest > 8192 { return "a word of more than 8,192 bytes" }
        if run.delimiterLines == 0, run.lines > 8192 {
            return "a paragraph of more than 8,192 lines"
        }
        if run.bytes > 65_536 { return "a paragraph of more than 65,536 bytes" }
        return nil
    }
}

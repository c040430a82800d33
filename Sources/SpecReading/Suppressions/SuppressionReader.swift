internal import SpecModel

/// Reads the comments of a document that are meant for the checks, and finds out which lines and
/// items they are about. Linear in the document, with a logarithm for each comment.
struct SuppressionReader {
    private let spec: Spec
    private var found: [Suppression] = []
    /// Of a comment, by its place in `found`: the end of the run of such comments that it is in,
    /// each alone on its lines, with blank lines or none in between.
    private var runs: [Int: Int] = [:]
    /// The blank lines that were walked last, so that comments in front of the same ones share them.
    private var blankLines = 0..<0

    /// - Parameter comments: in any order.
    static func read(_ comments: [SourceRange], of spec: Spec) -> [Suppression] {
        if comments.isEmpty { return [] }
        var reader = SuppressionReader(spec: spec)
        var last = -1
        var count = 0
        for range in comments.sorted(by: { $0.start < $1.start }) where range.start > last {
            last = range.start
            if let suppression = Suppression(range, in: spec.source) {
                reader.found.append(suppression)
                count += suppression.weight
            }
            if count > Suppression.limit { break }
        }
        reader.findLines()
        if reader.found.contains(where: { $0.kind == .item }) {
            let finder = SuppressionItems(reader.found, in: spec)
            for index in reader.found.indices where reader.found[index].kind == .item {
                finder.fill(&reader.found[index])
            }
        }
        return reader.found
    }

    private init(spec: Spec) { self.spec = spec }

    // MARK: lines

    private mutating func findLines() {
        let source = spec.source
        for index in found.indices.reversed() {
            let range = found[index].range
            let lines = source.lineIndex(of: range.start)...source.lineIndex(of: range.end)
            switch found[index].kind {
            case .line:
                found[index].scope = SourceRange(
                    source.lineStarts[lines.lowerBound], source.lineRange(lines.upperBound).end)
            case .nextLine:
                let line = lineBehind(index, lines.upperBound)
                if line < source.lineStarts.count {
                    found[index].scope = SourceRange(
                        source.lineStarts[line], source.lineRange(line).end)
                }
            case .file: found[index].scope = SourceRange(0, source.bytes.count)
            case .disable: found[index].scope = SourceRange(range.start, source.bytes.count)
            case .enable, .item, nil: break
            }
            if isAlone(range) { runs[index] = lineBehind(index, lines.upperBound) }
        }
    }

    /// The first line behind a comment that is neither blank nor of comments that are alone; those
    /// behind it were asked before.
    private mutating func lineBehind(_ index: Int, _ last: Int) -> Int {
        var line = last + 1
        let next = index + 1
        let start = found.indices.contains(next) ? found[next].range.start : .max
        while line < spec.source.lineStarts.count, isBlank(line) {
            line = blankLines.contains(line) ? blankLines.upperBound : line + 1
        }
        blankLines = last + 1..<line
        guard line < spec.source.lineStarts.count, let end = runs[next],
            spec.source.lineIndex(of: start) == line
        else { return line }
        return end
    }

    private func isBlank(_ line: Int) -> Bool {
        spec.source.isBlank(spec.source.lineRange(line))
    }

    private func isAlone(_ range: SourceRange) -> Bool {
        let first = spec.source.lineRange(spec.source.lineIndex(of: range.start))
        let last = spec.source.lineRange(spec.source.lineIndex(of: range.end))
        return spec.source.isBlank(SourceRange(first.start, range.start))
            && spec.source.isBlank(SourceRange(range.end, max(range.end, last.end)))
    }
}

extension SourceText {
    /// Is there nothing but white space, and marks of quotes?
    func isBlank(_ range: SourceRange) -> Bool {
        bytes[range.start..<range.end].allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
    }
}

/// The bytes of one document, and where its lines begin.
public struct SourceText: Sendable, Equatable {
    /// The path as it is printed: relative to the working folder, with `/`.
    public let path: String
    /// The file as stored: byte order mark, line endings and all.
    public let bytes: [UInt8]
    /// Offset of the first byte of each line; never empty.
    public let lineStarts: [Int]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = Self.lineStarts(of: bytes)
    }

    /// The position of an offset in `0...bytes.count`. Logarithmic in the number of lines.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        let line = lineIndex(of: offset)
        return SourcePosition(
            line: line + 1, column: offset - lineStarts[line] + 1, offset: offset)
    }

    /// The index, from 0, of the line that holds an offset.
    public func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line (counted from 0) without its line ending.
    @inlinable @inline(__always)
    public func lineRange(_ index: Int) -> SourceRange {
        let start = lineStarts[index]
        guard index + 1 < lineStarts.count else { return SourceRange(start, bytes.count) }
        var end = lineStarts[index + 1] - 1
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceRange(start, end)
    }

    /// The text at a range; bytes that are not UTF-8 read as U+FFFD.
    public func text(_ range: SourceRange) -> String {
        String(decoding: bytes[range.start..<max(range.start, range.end)], as: UTF8.self)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 24)
        let text = bytes.span
        var place = 0
        while text.count &- place >= 8 {
            var marks = text.eight(at: place).marksOfLowest
            while marks != 0 {
                let end = place &+ marks.trailingZeroBitCount / 8
                if isLineEnd(end, in: text) { starts.append(end + 1) }
                marks &= marks &- 1
            }
            place &+= 8
        }
        while place < text.count {
            if isLineEnd(place, in: text) { starts.append(place + 1) }
            place += 1
        }
        return starts
    }

    /// Does a line begin behind this byte? It does behind each LF, and behind a CR in front of none.
    @inline(__always)
    private static func isLineEnd(_ place: Int, in text: Span<UInt8>) -> Bool {
        switch text[place] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"):
            place + 1 == text.count || text[place + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}

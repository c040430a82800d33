/// A half-open range of UTF-8 byte offsets in one source text.
public struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset just after the last byte.
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var isEmpty: Bool { start >= end }
    public var count: Int { max(0, end - start) }

    public func contains(_ other: SourceRange) -> Bool {
        start <= other.start && other.end <= end
    }
}

/// A place in a source text as people and tools name it.
public struct SourcePosition: Hashable, Sendable, Comparable {
    /// Counted from 1; CRLF, CR and LF each end one line.
    public var line: Int
    /// Counted from 1, in UTF-8 bytes.
    public var column: Int
    /// Counted from 0, in UTF-8 bytes.
    public var offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

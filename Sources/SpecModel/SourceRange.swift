/// A half-open range of UTF-8 byte offsets in one source text. Offsets are stored in four bytes;
/// one that does not fit, below 0 or above 4 GiB, becomes the nearest that does.
public struct SourceRange: Hashable, Sendable {
    @usableFromInline var first: UInt32
    @usableFromInline var limit: UInt32

    /// Offset of the first byte.
    @inlinable public var start: Int {
        get { Int(first) }
        set { first = UInt32(clamping: newValue) }
    }

    /// Offset just after the last byte.
    @inlinable public var end: Int {
        get { Int(limit) }
        set { limit = UInt32(clamping: newValue) }
    }

    @inlinable
    public init(_ start: Int, _ end: Int) {
        first = UInt32(clamping: start)
        limit = UInt32(clamping: end)
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

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

/// A place in a source text as people and tools name it. Numbers are stored in four bytes, as those of
/// ranges are.
public struct SourcePosition: Hashable, Sendable, Comparable {
    private var storedLine: UInt32
    private var storedColumn: UInt32
    private var storedOffset: UInt32

    /// Counted from 1; CRLF, CR and LF each end one line.
    public var line: Int {
        get { Int(storedLine) }
        set { storedLine = UInt32(clamping: newValue) }
    }

    /// Counted from 1, in UTF-8 bytes.
    public var column: Int {
        get { Int(storedColumn) }
        set { storedColumn = UInt32(clamping: newValue) }
    }

    /// Counted from 0, in UTF-8 bytes.
    public var offset: Int {
        get { Int(storedOffset) }
        set { storedOffset = UInt32(clamping: newValue) }
    }

    public init(line: Int, column: Int, offset: Int) {
        storedLine = UInt32(clamping: line)
        storedColumn = UInt32(clamping: column)
        storedOffset = UInt32(clamping: offset)
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

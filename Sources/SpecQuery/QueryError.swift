/// What is wrong with a selector, and where.
public struct QueryError: Error, Sendable, Equatable {
    /// In lower case: what was found, what was expected, the nearest known name.
    public var message: String
    /// The bytes of the selector, in UTF-8, that it is about; empty at the end of it.
    public var range: Range<Int>

    public init(message: String, range: Range<Int>) {
        self.message = message
        self.range = range
    }

    /// Counted from 1, in UTF-8 bytes.
    public var column: Int { range.lowerBound + 1 }
}

/// What links can lead to in a document: headings in document order, then tags with an `id` or a
/// `name`. One run of bytes, because every document has them and few rules ask.
public struct Anchors: Sendable, Equatable {
    /// What GitHub makes of each heading, and what the tags say: UTF-8, a zero byte behind each name.
    public var names: [UInt8]
    /// The heading, or the tag, of each name.
    public var ranges: [SourceRange]

    public init(names: [UInt8] = [], ranges: [SourceRange] = []) {
        self.names = names
        self.ranges = ranges
    }
}

/// The plain texts of a document's headings, in document order. One run of bytes: every document has
/// them, and only who looks for what links lead to asks for them.
public struct Headings: Sendable, Equatable {
    /// UTF-8, a zero byte behind each text; no text holds one.
    public var texts: [UInt8]
    /// The heading of each text.
    public var ranges: [SourceRange]

    public init(texts: [UInt8] = [], ranges: [SourceRange] = []) {
        self.texts = texts
        self.ranges = ranges
    }
}

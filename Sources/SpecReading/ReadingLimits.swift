internal import SpecModel

/// What the reader takes on. cmark-gfm 0.29.0.gfm.6 is super-linear on some inputs: 9 KB of one
/// table can cost a second and two million nodes. One pass over the bytes refuses them; the limits
/// stand at 4 to 260 times what 2,339 real documents hold.
public struct ReadingLimits: Sendable, Equatable {
    /// Bytes of one document.
    public let document: Int

    /// What `document` may be. cmark ends the process over a text of a GiB, to which tabs may add; a
    /// frame has 4 GiB, a document several bytes in it for each of its own; files of up to 256 MiB are
    /// read at all.
    public static let documentRange = 1 << 10...256 << 20

    /// - Parameter document: bytes; what is more than there may be is the most.
    public init(document: Int = 16 << 20) {
        self.document = min(document, Self.documentRange.upperBound)
    }

    /// `16 MiB`, as a configuration has it.
    var documentText: String {
        for (unit, bytes) in [("MiB", 1 << 20), ("KiB", 1 << 10)]
        where document.isMultiple(of: bytes) { return "\(document / bytes) \(unit)" }
        return "\(document) bytes"
    }

    /// Containers inside one another.
    static let depth = 100
    /// Cells of all tables beyond one a byte: those that short rows leave out are added.
    static let cellsLeftOut = 200_000
    /// The longest definition of a link times the links: cmark copies it to each that uses it. Of a
    /// document that is larger than a quarter of this, four for each of its bytes.
    static let bytesOfLinks = 64 << 20

    /// What is too much, and where; nil where the document can be read.
    static func excess(in source: SourceText, from start: Int) -> (message: String, line: Int)? {
        var scan = LimitScan()
        return scan.excess(in: source, from: source.lineIndex(of: start))
    }
}

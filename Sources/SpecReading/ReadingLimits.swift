internal import SpecModel

/// What the reader takes on. cmark-gfm 0.29.0.gfm.6 is super-linear on some inputs: 9 KB of one
/// table can cost a second and two million nodes. One pass over the bytes refuses them; the limits
/// stand at 4 to 260 times what 2,339 real documents hold.
struct ReadingLimits {
    static let bytes = 16 << 20
    /// Containers inside one another.
    static let depth = 100
    /// Cells of all tables beyond one a byte: those that short rows leave out are added.
    static let cellsLeftOut = 200_000
    /// The longest definition of a link times the links: cmark copies it to each that uses it.
    static let bytesOfLinks = 64 << 20

    /// What is too much, and where; nil where the document can be read.
    static func excess(in source: SourceText, from start: Int) -> (message: String, line: Int)? {
        var scan = LimitScan()
        return scan.excess(in: source, from: source.lineIndex(of: start))
    }
}

internal import SpecModel

/// A part of a leaf's plain text. It is looked at as bytes; only what becomes a value is copied.
struct Piece: Sendable {
    var plain: Range<Int>
    var leaf: InlineText

    init(_ plain: Range<Int>, of leaf: InlineText) {
        self.plain = plain
        self.leaf = leaf
    }

    /// All of a leaf.
    init(_ leaf: InlineText) { self.init(leaf.plain, of: leaf) }

    func part(_ plain: Range<Int>) -> Piece { Piece(plain, of: leaf) }
}

extension MarkdownTree {
    func value(_ piece: Piece) -> SourcedText { value(piece.plain, of: piece.leaf) }

    func range(of piece: Piece) -> SourceRange { sourceRange(piece.plain, of: piece.leaf) }

    /// Without the white space around it.
    func trimmed(_ piece: Piece) -> Piece { piece.part(trimmed(piece.plain)) }

    /// The length of an en or em dash at a place.
    func dash(at index: Int, before end: Int) -> Int? {
        index + 2 < end && plain[index] == 0xE2 && plain[index + 1] == 0x80
            && (plain[index + 2] == 0x93 || plain[index + 2] == 0x94) ? 3 : nil
    }
}

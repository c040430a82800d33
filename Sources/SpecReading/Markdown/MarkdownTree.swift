internal import SpecModel

/// A document's Markdown as flat arrays: nodes in document order, and for each leaf its plain text
/// with a map back to the bytes it came from.
struct MarkdownTree: Sendable {
    var nodes: [MarkdownNode] = []
    /// The plain text of all leaves, one after the other. A soft line break is LF, a hard one or a
    /// `<br>` is `MarkdownTree.hardBreak`.
    var plain: [UInt8] = []
    var segments: [TextSegment] = []
    var spans: [TextSpan] = []
    /// What is not in the tree because it would cost too much, and where it begins.
    var excess: (what: String, place: Int)?
    /// Destinations of links and images.
    var urls: [String] = []

    /// Vertical tab: a line break that is part of the value.
    static let hardBreak: UInt8 = 0x0B

    /// The children of a node, in order.
    func children(of index: Int) -> MarkdownChildren {
        MarkdownChildren(tree: self, first: nodes[index].firstChild)
    }
}

/// A block. Indices point into `MarkdownTree.nodes`; -1 is none.
struct MarkdownNode: Sendable {
    enum Kind: Sendable {
        case document, paragraph, heading, quote, list, item, code, html, rule
        case table, row, cell, footnote
    }

    var kind: Kind
    var range: SourceRange
    var parent: Int
    var firstChild = -1
    var next = -1
    /// Of a heading: 1 to 6.
    var level = 0
    /// Of a list.
    var isOrdered = false
    /// Of a list item: the state of its box.
    var task: Bool?
    /// Of a row: is it the header? Of a code block: is it fenced?
    var flag = false
    /// Of a fence: the info string.
    var info = ""
    /// Of a paragraph, heading or cell.
    var text = InlineText()
    /// Of a code block: its lines without fences.
    var content = SourceRange(0, 0)
}

/// A leaf's plain text: ranges of the tree's arrays.
struct InlineText: Sendable {
    var plain = 0..<0
    var segments = 0..<0
    var spans = 0..<0
    /// The leaf's bytes in the source, markup included.
    var range = SourceRange(0, 0)

    var isEmpty: Bool { plain.isEmpty }
}

/// A run of plain bytes and the source bytes that say them.
struct TextSegment: Sendable {
    var plain: Int
    var count: Int
    var source: Int
    var sourceCount: Int
    /// Are they the same bytes? Else an escape, an entity or a line break stands in the source.
    var isVerbatim: Bool
}

/// A range of plain text that markup says something about.
struct TextSpan: Sendable {
    enum Kind: Sendable { case strong, emphasis, code, strike, link, image }

    var kind: Kind
    var plain: Range<Int>
    /// Of a link or an image: index in `MarkdownTree.urls`, else -1.
    var url = -1
}

/// The children of one node.
struct MarkdownChildren: Sequence, IteratorProtocol {
    let tree: MarkdownTree
    var first: Int

    mutating func next() -> Int? {
        guard first >= 0 else { return nil }
        defer { first = tree.nodes[first].next }
        return first
    }
}

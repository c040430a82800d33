internal import SpecModel

/// A document's Markdown as flat arrays: nodes in document order, and for each leaf its plain text
/// with a map back to the bytes it came from.
struct MarkdownTree: Sendable {
    var nodes: [MarkdownNode] = []
    /// Do the nodes stand in document order, all of them? Not where footnotes went back to their
    /// places or tables took that of raw HTML.
    var isInOrder = true
    /// The plain text of all leaves, one after the other. A soft line break is LF, a hard one or a
    /// `<br>` is `MarkdownTree.hardBreak`.
    var plain: [UInt8] = []
    var segments: [TextSegment] = []
    var spans: [TextSpan] = []
    /// What is not in the tree because it would cost too much, and where it begins.
    var excess: (what: String, place: Int)?
    /// Destinations of links and images.
    var urls: [String] = []
    /// Info strings of fences.
    var infos: [String] = []
    /// The headings, as they were met.
    var headings: [Int] = []
    /// The fenced code blocks, in document order.
    var fences: [Int] = []
    /// How many list items have an empty box, and a checked one.
    var tasks = (open: 0, done: 0)
    /// Of code blocks in containers: the bytes in front of each line of code.
    var codePrefixes: [Int: [Int]] = [:]
    /// Comments that are meant for the checks, in no order.
    var comments: [SourceRange] = []

    /// Vertical tab: a line break that is part of the value.
    static let hardBreak: UInt8 = 0x0B

    /// Makes room for what a text of so many bytes usually has.
    mutating func reserve(forTextOf count: Int) {
        plain.reserveCapacity(count)
        nodes.reserveCapacity(count / 24)
        segments.reserveCapacity(count / 24)
        spans.reserveCapacity(count / 128)
    }

    /// The children of a node, in order.
    func children(of index: Int) -> MarkdownChildren {
        MarkdownChildren(nodes: nodes, first: nodes[index].firstChild)
    }

    /// The first child of a kind.
    func firstChild(of index: Int, _ kind: MarkdownNode.Kind) -> Int? {
        var child = nodes[index].firstChild
        while child >= 0 {
            if nodes[child].kind == kind { return child }
            child = nodes[child].next
        }
        return nil
    }

    /// The info string of a fence; empty of all other blocks.
    func info(of index: Int) -> String {
        let info = nodes[index].info
        return info < 0 ? "" : infos[info]
    }
}

/// A block. Indices point into `MarkdownTree.nodes`; -1 is none.
struct MarkdownNode: Sendable {
    enum Kind: UInt8, Sendable {
        case document, paragraph, heading, quote, list, item, code, html, rule
        case table, row, cell, footnote
    }

    var kind: Kind
    /// Of a list.
    var isOrdered = false
    /// Of a list item: the state of its box.
    var task: Bool?
    /// Of a row: is it the header? Of a code block: is it fenced?
    var flag = false
    var range: SourceRange
    @Compact var parent: Int
    @Compact var firstChild = -1
    @Compact var next = -1
    /// Of a heading: 1 to 6.
    @Compact var level = 0
    /// Of a fence: index in `MarkdownTree.infos`, else -1.
    @Compact var info = -1
    /// Of a paragraph, heading or cell.
    var text = InlineText()
    /// Of a code block: its lines without fences.
    var content = SourceRange(0, 0)
}

/// A leaf's plain text: ranges of the tree's arrays.
struct InlineText: Sendable {
    @Compact private var firstPlain = 0
    @Compact private var endPlain = 0
    @Compact private var firstSegment = 0
    @Compact private var endSegment = 0
    @Compact private var firstSpan = 0
    @Compact private var endSpan = 0
    /// The leaf's bytes in the source, markup included.
    var range = SourceRange(0, 0)

    init() {}

    init(plain: Range<Int>, segments: Range<Int>, spans: Range<Int>, range: SourceRange) {
        self.range = range
        self.plain = plain
        self.segments = segments
        self.spans = spans
    }

    var plain: Range<Int> {
        get { firstPlain..<endPlain }
        set { (firstPlain, endPlain) = (newValue.lowerBound, newValue.upperBound) }
    }

    var segments: Range<Int> {
        get { firstSegment..<endSegment }
        set { (firstSegment, endSegment) = (newValue.lowerBound, newValue.upperBound) }
    }

    var spans: Range<Int> {
        get { firstSpan..<endSpan }
        set { (firstSpan, endSpan) = (newValue.lowerBound, newValue.upperBound) }
    }

    var isEmpty: Bool { firstPlain == endPlain }
}

/// A run of plain bytes and the source bytes that say them.
struct TextSegment: Sendable {
    @Compact var plain: Int
    @Compact var count: Int
    @Compact var source: Int
    @Compact var sourceCount: Int
    /// Are they the same bytes? Else an escape, an entity or a line break stands in the source.
    var isVerbatim: Bool
}

/// A range of plain text that markup says something about.
struct TextSpan: Sendable {
    enum Kind: UInt8, Sendable { case strong, emphasis, code, strike, link, image }

    var kind: Kind
    @Compact private var firstPlain: Int
    @Compact private var endPlain: Int
    /// Its bytes in the source with its markup.
    var range: SourceRange
    /// Of a link or an image: index in `MarkdownTree.urls`, else -1.
    @Compact var url: Int

    init(kind: Kind, plain: Range<Int>, range: SourceRange, url: Int = -1) {
        self.kind = kind
        firstPlain = plain.lowerBound
        endPlain = plain.upperBound
        self.range = range
        self.url = url
    }

    var plain: Range<Int> {
        get { firstPlain..<endPlain }
        set { (firstPlain, endPlain) = (newValue.lowerBound, newValue.upperBound) }
    }
}

/// The children of one node.
struct MarkdownChildren: Sequence, IteratorProtocol {
    let nodes: [MarkdownNode]
    var first: Int

    mutating func next() -> Int? {
        guard first >= 0 else { return nil }
        defer { first = nodes[first].next }
        return first
    }
}

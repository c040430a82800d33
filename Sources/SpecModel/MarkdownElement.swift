/// A piece of Markdown as a tree of blocks and inlines without positions: what writers of other
/// formats walk.
public struct MarkdownElement: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case document, paragraph, heading, quote, list, item, code, html, rule
        case table, row, cell, footnote
        case text, emphasis, strong, strike, link, image
        case softBreak = "soft-break"
        case hardBreak = "hard-break"
        case codeSpan = "code-span"
        case footnoteReference = "footnote-reference"
    }

    public enum Alignment: String, Sendable {
        case none, left, center, right
    }

    public var kind: Kind
    /// Of text, code, a code span and raw HTML what they say; of an image its description, of a
    /// footnote and a reference to one the label.
    public var text = ""
    /// Blocks or inlines inside; rows of a table, the first of which is its header.
    public var children: [MarkdownElement] = []
    /// The destination of a link or an image.
    public var url: String?
    /// Of fenced code, the first word behind the fence.
    public var language: String?
    /// Of a heading: 1 to 6.
    public var level: Int?
    /// Of an ordered list: its first number.
    public var start: Int?
    /// Of a list item with a box.
    public var isDone: Bool?
    /// Of a table: one for each column.
    public var alignments: [Alignment] = []

    public init(_ kind: Kind, text: String = "", children: [MarkdownElement] = []) {
        self.kind = kind
        self.text = text
        self.children = children
    }
}

/// Why a text is not read as Markdown: it would make too much of few bytes.
public struct MarkdownRefusal: Error, Equatable {
    /// "with a table of more than 20,000 cells".
    public var message: String

    public init(_ message: String) { self.message = message }
}

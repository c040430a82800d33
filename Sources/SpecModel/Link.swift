/// A link or an image in a document's text.
public struct Link: Sendable, Equatable {
    public enum Style: String, Sendable, CaseIterable {
        /// `[text](target)`.
        case inline
        /// `[text][label]`, `[label]`.
        case reference
        /// `<https://example.org>`.
        case autolink
        /// `![text](target)`, `![text][label]`.
        case image
    }

    public var style: Style
    /// The words that a reader sees, of an image those that stand for it; in one line.
    public var text: String
    /// The destination without escapes; empty where there is none.
    public var target: String
    /// With its markup.
    public var range: SourceRange
    /// Is the `file` there that it leads to? nil where nobody looked.
    public var exists: Bool?

    public init(style: Style, text: String, target: String, range: SourceRange) {
        self.style = style
        self.text = text
        self.target = target
        self.range = range
    }
}

/// A comment in which an author tells the checks to be silent:
/// `<!-- perilune-disable-next-line risk-register/risk-mitigated until=2026-12-31 -- accepted -->`.
/// Whether there is such a rule, and such a day, is not known here.
public struct Suppression: Sendable, Equatable {
    /// What stands behind `perilune-`.
    public enum Kind: String, Sendable, CaseIterable {
        /// From here on, up to an `enable`.
        case disable
        case enable
        /// The lines that the comment stands on.
        case line = "disable-line"
        /// The next line that is neither blank nor such a comment.
        case nextLine = "disable-next-line"
        /// The document, wherever the comment stands.
        case file = "disable-file"
        /// The items of the table or list below a comment that stands alone, or the item that begins
        /// there, else the item around the comment: its table row, its list entry with all that is in
        /// it, or its section.
        case item = "disable-item"
    }

    /// So many comments of a document are read, and rules that they name, whichever are more; and the
    /// comment that is one too many.
    public static let limit = 10_000
    /// So many rules one comment may name.
    public static let ruleLimit = 64
    /// So many keys of items it carries.
    public static let itemLimit = 8

    /// What stands behind `perilune-`, known or not.
    public var word: SourcedText
    /// The rules and plugins that are named, as they are written; none for all rules.
    public var rules: [SourcedText] = []
    /// What stands behind `until=`.
    public var until: SourcedText?
    /// Why; in one line of up to 1,000 characters, empty where nobody says.
    public var reason = ""
    /// The comment with its marks.
    public var range: SourceRange
    /// Does it end, with `-->`?
    public var isClosed: Bool
    /// Does it name more rules than it may?
    public var isTooLong = false
    /// What it is about, the place behind its last byte included; nil of an `enable`, and where
    /// there is no such line or item.
    public var scope: SourceRange?
    /// The keys of the items that it is about, whatever place of them is at hand; of a table or a list
    /// none, for all that there is of their items stands in its scope.
    public var items: [String] = []

    public init(word: SourcedText, range: SourceRange, isClosed: Bool) {
        self.word = word
        self.range = range
        self.isClosed = isClosed
    }

    /// What it counts for among the comments of its document.
    public var weight: Int { max(1, rules.count) }

    /// Nil of a word that is none.
    public var kind: Kind? { Kind(rawValue: word.text) }
}

/// One block of the Markdown tree.
public struct Block: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case paragraph, heading, quote, list, code, table, html, rule, footnote
        case listItem = "list-item"
        case tableRow = "table-row"
        case tableCell = "table-cell"
    }

    public var kind: Kind
    /// From the first byte of its own marker to the last byte of its text.
    public var range: SourceRange
    /// Index in `Spec.blocks`.
    public var parent: Int?
    /// Index in `Spec.sections`.
    public var section: Int?

    public init(kind: Kind, range: SourceRange, parent: Int?, section: Int?) {
        self.kind = kind
        self.range = range
        self.parent = parent
        self.section = section
    }
}

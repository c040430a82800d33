public import SpecModel

/// A finding that a comment in its document suppresses.
public struct SuppressedFinding: Sendable, Equatable {
    public var finding: Finding
    /// Why, in one line, safe to print; empty where the comment does not say.
    public var reason: String
    /// The comment.
    public var comment: Location

    public init(finding: Finding, reason: String, comment: Location) {
        self.finding = finding
        self.reason = reason
        self.comment = comment
    }
}

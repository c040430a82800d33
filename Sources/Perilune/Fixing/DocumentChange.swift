public import SpecModel

/// A document that is other than it was.
public struct DocumentChange: Sendable, Equatable {
    public var path: String
    /// What it was.
    public var old: [UInt8]
    /// What it is.
    public var new: [UInt8]
    /// What makes the one of the other, in document order.
    public var edits: [Edit]

    /// As `diff -u` shows it.
    /// - Parameter shown: the path to name it by.
    public func diff(_ shown: String) -> [UInt8] {
        EditsReport.diff(SourceText(path: shown, bytes: old), edits) ?? []
    }

    /// Of those that are other than they were, in their order.
    static func all(_ revisions: [Revision], _ paths: [String]) -> [DocumentChange] {
        zip(revisions, paths).filter(\.0.isChanged).map { revision, path in
            DocumentChange(
                path: path, old: revision.original, new: revision.bytes,
                edits: revision.edits(of: path))
        }
    }
}

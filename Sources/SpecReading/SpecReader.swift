public import SpecModel

/// Reads documents into the typed model. Pure: bytes in, spec out; it does no I/O and cannot fail.
public struct SpecReader: Sendable {
    public init() {}

    /// Reads one document. What cannot be read (binary, not UTF-8, too large) is a spec with a
    /// finding.
    /// - Complexity: linear in `bytes` for documents within the reader's limits.
    public func read(_ bytes: [UInt8], path: String) -> Spec {
        Spec(source: SourceText(path: path, bytes: bytes))
    }
}

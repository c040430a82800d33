internal import SpecModel

/// An output that is not what an export makes.
public struct Drift: Sendable, Equatable {
    public var path: String
    /// Nil where there is no such file.
    public var found: [UInt8]?
    /// Nil where nothing makes it.
    public var made: [UInt8]?

    public init(path: String, found: [UInt8]?, made: [UInt8]?) {
        self.path = path
        self.found = found
        self.made = made
    }

    /// In a line: `is other than what is made`.
    public var message: String {
        guard let found else { return "is missing" }
        guard let made else { return "is made by no export any more" }
        if isText { return "is other than what is made" }
        return "is other than what is made: \(found.count) bytes, and \(made.count) would be"
    }

    /// As `diff -u` shows it, from what is there to what is made; empty where that is no text.
    public var diff: [UInt8] {
        guard isText, made != nil || found != nil else { return [] }
        let source = SourceText(path: path, bytes: found ?? [])
        return EditsReport.diff(source, LineEdits.edits(from: source, to: made ?? [])) ?? []
    }

    private var isText: Bool {
        [found, made].allSatisfy { bytes in
            guard let bytes else { return true }
            return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        }
    }
}

public import SpecModel

/// What reading itself reports, under the name `reading/…`.
public enum ReadingRule: String, Sendable, CaseIterable {
    /// Front matter that is no YAML.
    case frontMatter = "front-matter"
    /// A document with a NUL byte.
    case notText = "not-text"
    /// Bytes that are not UTF-8.
    case notUTF8 = "not-utf8"
    /// Nesting or constructs over the reader's limits.
    case tooComplex = "too-complex"
    /// A document over the reader's limit of bytes.
    case tooLarge = "too-large"

    /// What stands in front of their names, as that of a plugin does.
    public static let plugin = "reading"

    /// `reading/not-utf8`.
    public var name: String { "\(Self.plugin)/\(rawValue)" }

    /// What its findings count as: front matter is left out, the rest stands for what is lost.
    public var severity: Severity { self == .frontMatter ? .warning : .error }

    /// What it reports, in a line.
    public var summary: String {
        switch self {
        case .frontMatter: "front matter is YAML; what is not is left unread"
        case .notText: "a spec is a Markdown document, not a binary file"
        case .notUTF8: "a spec is UTF-8 from its first byte to its last"
        case .tooComplex: "a spec stays within the depth and size that can be read in time"
        case .tooLarge:
            "a spec stays within limits.reading.document, or \(ReadingLimits().documentText)"
        }
    }
}

/// What a command line says about which documents are meant.
public struct Inputs: Sendable, Equatable {
    /// Files, folders, patterns, and `-` for standard input.
    public var paths: [String]
    /// Files and folders by their very names, from a list; nil where no list was given, and empty
    /// where it names nothing.
    public var listed: [String]?

    public init(paths: [String] = [], listed: [String]? = nil) {
        self.paths = paths
        self.listed = listed
    }

    /// Does it leave the choice to the configuration?
    public var isEverything: Bool { paths.isEmpty && listed == nil }

    /// Is standard input one of the documents?
    public var hasStandardInput: Bool { paths.contains("-") }

    /// Is there anything beside standard input?
    public var hasOthers: Bool { paths.count > 1 || listed?.isEmpty == false }
}

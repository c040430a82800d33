/// What is wrong with an invocation: a path, a name, a configuration, a file that will not open.
///
/// Shown as `perilune.yml:4:3: unknown key "cheks"; did you mean "checks"?`.
public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// In lower case: what was found, what was expected, what to do.
    public var message: String
    /// The file it is about.
    public var path: String?
    /// Counted from 1.
    public var line: Int?
    /// Counted from 1, in UTF-8 bytes.
    public var column: Int?

    public init(_ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.message = message
        self.path = path
        self.line = line
        self.column = column
    }

    /// Order of places, file by file; what has none comes first.
    static func precedes(_ left: Problem, _ right: Problem) -> Bool {
        let (first, second) = (left.path ?? "", right.path ?? "")
        if first != second { return Path.precedes(first, second) }
        return (left.line ?? 0, left.column ?? 0) < (right.line ?? 0, right.column ?? 0)
    }

    public var description: String {
        guard let path else { return message }
        var place = path
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        return "\(place): \(message)"
    }
}

/// Everything that is wrong with an invocation, in the order in which it was found; never empty.
public struct Problems: Error, Sendable, Equatable {
    /// Never empty.
    public var all: [Problem]

    public init(_ all: [Problem]) {
        self.all = all
    }

    public init(_ problem: Problem) {
        self.all = [problem]
    }
}

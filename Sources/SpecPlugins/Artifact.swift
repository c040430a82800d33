/// The files that an export made.
public struct Artifact: Sendable, Equatable {
    public struct File: Sendable, Equatable {
        /// Below the folder of outputs, with `/`; one that a declaration names, or that the plugin was
        /// granted to write.
        public var name: String
        public var bytes: [UInt8]
        /// Is it UTF-8?
        public var isText: Bool

        public init(name: String, bytes: [UInt8], isText: Bool) {
            self.name = name
            self.bytes = bytes
            self.isText = isText
        }
    }

    /// Those that the declarations name without a `*`, written or not, and those that were written for
    /// one with it or beside them; sorted by the bytes of their names.
    public let files: [File]

    /// What is to be done in trackers, ticket by ticket.
    public let plan: [PlannedTicket]

    /// Those of all files, one behind the other.
    public var bytes: [UInt8] { files.flatMap(\.bytes) }

    /// The most files that one export makes.
    public static let mostFiles = 10_000

    /// - Parameters:
    ///   - written: by name; a file is there once.
    ///   - writable: names that may be written beside those that are declared, whatever bytes they have.
    /// - Returns: nil where that is nothing that an export with these declarations can have written.
    public init?(
        _ written: [(name: String, bytes: [UInt8])], _ declared: [OutputDeclaration],
        beside writable: WritableNames = .none, plan: [PlannedTicket] = []
    ) {
        guard written.count <= Self.mostFiles else { return nil }
        var files: [File] = []
        var seen: Set<String> = []
        for (name, bytes) in written {
            let output = declared.of(name)
            let isText = String(validating: bytes, as: UTF8.self) != nil
            guard OutputDeclaration.problem(withName: name) == nil,
                output != nil || writable.cover(name), seen.insert(name.lowercased()).inserted,
                isText || output?.isText != true
            else { return nil }
            files.append(File(name: name, bytes: bytes, isText: output?.isText ?? isText))
        }
        for output in declared
        where !output.isFamily && seen.insert(output.name.lowercased()).inserted {
            files.append(File(name: output.name, bytes: [], isText: output.isText))
        }
        // A file cannot be the folder of another one.
        let folders = files.flatMap { file in
            file.name.utf8.indices.filter { file.name.utf8[$0] == UInt8(ascii: "/") }
                .map { file.name[..<$0].lowercased() }
        }
        guard seen.isDisjoint(with: folders) else { return nil }
        self.plan = plan
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

/// A file that an export makes, or a family of them.
public struct OutputDeclaration: Sendable, Equatable {
    /// Below the folder of outputs, with `/`. A `*` stands for what is known when the export runs,
    /// within a name.
    public var name: String
    /// Must it be UTF-8?
    public var isText: Bool

    public init(name: String, isText: Bool = true) {
        self.name = name
        self.isText = isText
    }

    /// Does it stand for as many files as there are?
    public var isFamily: Bool { name.utf8.contains(UInt8(ascii: "*")) }

    /// Is a file of this name one of it?
    public func covers(_ file: String) -> Bool {
        let (pattern, name) = (Array(name.utf8), Array(file.utf8))
        let (star, slash) = (UInt8(ascii: "*"), UInt8(ascii: "/"))
        // There is one `*` at most.
        guard let place = pattern.firstIndex(of: star) else { return pattern == name }
        let (head, tail) = (pattern[..<place], pattern[(place + 1)...])
        return name.count > head.count + tail.count && name.starts(with: head)
            && name.reversed().starts(with: tail.reversed())
            && !name[head.count..<(name.count - tail.count)].contains(slash)
    }

    /// Bytes of the name of an output.
    static let longestName = 200

    /// What is wrong with a name, to follow "the output "…""; nil where nothing is. What is left is one
    /// file on every system, whatever case it folds.
    static func problem(withName name: String) -> String? {
        if name.utf8.count > longestName { return "is longer than \(longestName) bytes" }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        for part in parts {
            let isPlain = part.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
            let edges = [UInt8(ascii: "."), UInt8(ascii: "-")]
            if part.isEmpty || !isPlain || edges.contains(part.utf8.first ?? 0)
                || part.utf8.last == UInt8(ascii: ".")
            {
                return
                    "is no name of a file; expected letters, digits, \".\", \"_\" and \"-\", with "
                    + "\"/\" between folders"
            }
            if reserved.contains(part.prefix { $0 != "." }.uppercased()) {
                return "has a name that Windows keeps for a device"
            }
        }
        return nil
    }

    private static let reserved: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}

extension [OutputDeclaration] {
    /// The one that a file is of: the one that names it, else the first family that covers it.
    fileprivate func of(_ file: String) -> OutputDeclaration? {
        first { $0.name == file } ?? first { $0.covers(file) }
    }
}

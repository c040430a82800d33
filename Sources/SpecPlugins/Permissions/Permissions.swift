internal import Globs

/// What a plugin may have beside specs: what its `plugin.yml` asks for, or what a workspace grants.
/// There is nothing else that could be had: no network, no process, no clock.
public struct Permissions: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Reads files; patterns of paths below the workspace's folder.
        case read
        /// Writes files that an export does not declare; patterns of paths below the folder of outputs.
        case write
        /// Reads variables of the environment; their names.
        case env
    }

    /// Sorted by their bytes, each once.
    private var entries: [Kind: [String]] = [:]

    /// None.
    public init() {}

    public init(read: [String] = [], write: [String] = [], env: [String] = []) {
        self[.read] = read
        self[.write] = write
        self[.env] = env
    }

    /// The patterns or names of a kind: sorted by their bytes, each once.
    public subscript(kind: Kind) -> [String] {
        get { entries[kind] ?? [] }
        set {
            let sorted = newValue.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            var unique: [String] = []
            for entry in sorted where unique.last.map({ !$0.isSame(as: entry) }) ?? true {
                unique.append(entry)
            }
            entries[kind] = unique.isEmpty ? nil : unique
        }
    }

    public var read: [String] { self[.read] }
    public var write: [String] { self[.write] }
    public var env: [String] { self[.env] }

    public var isEmpty: Bool { entries.isEmpty }

    /// What these have and others do not: what somebody has to look at when a plugin asks for other
    /// things than it did. Patterns are told by their text, so one that matches less counts, too.
    public func widening(over other: Permissions) -> Permissions {
        var wider = Permissions()
        for kind in Kind.allCases {
            wider[kind] = self[kind].filter { entry in
                !other[kind].contains { $0.isSame(as: entry) }
            }
        }
        return wider
    }

    /// As one line of JSON, the same for the same permissions: `{"env": ["TEAM"], "read": ["*.csv"]}`;
    /// kinds that have nothing are left out.
    public var json: String {
        let kinds = Kind.allCases.map(\.rawValue).sorted().compactMap(Kind.init)
        let members = kinds.filter { !self[$0].isEmpty }.map { kind in
            "\"\(kind.rawValue)\": [\(self[kind].map(\.inJSON).joined(separator: ", "))]"
        }
        return "{\(members.joined(separator: ", "))}"
    }
}

extension Permissions: Equatable {
    /// By bytes: equal strings may name two files.
    public static func == (left: Permissions, right: Permissions) -> Bool {
        Kind.allCases.allSatisfy { kind in
            left[kind].elementsEqual(right[kind]) { $0.isSame(as: $1) }
        }
    }
}

extension Permissions {
    /// What both have, for people to see. Of two patterns that overlap the one that is plainly the
    /// narrower is shown, else the other's: what a plugin gets is what matches one of each.
    func narrowed(by granted: Permissions) -> Permissions {
        var both = Permissions()
        both[.env] = env.filter { name in granted.env.contains { $0.isSame(as: name) } }
        for kind in [Kind.read, .write] {
            both[kind] = self[kind].flatMap { asked in
                granted[kind].compactMap { given in
                    guard Glob(asked).overlaps(Glob(given)) else { return nil }
                    return Glob.isPattern(asked) ? given : asked
                }
            }
        }
        return both
    }

    /// Does a pattern of a kind match a path? As in a shell, names that begin with a dot are matched
    /// only where the pattern has the dot.
    func match(_ path: String, _ kind: Kind) -> Bool {
        self[kind].contains { Glob($0, hidesDots: true).matches(path) }
    }

    /// Does something of these go together with an entry of somebody else's: the same name, a pattern
    /// that can match the same path?
    package func meet(_ entry: String, _ kind: Kind) -> Bool {
        if kind == .env { return env.contains { $0.isSame(as: entry) } }
        let glob = Glob(entry)
        return self[kind].contains { Glob($0).overlaps(glob) }
    }
}

extension String {
    /// Has it the same bytes?
    fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// Of a text without control characters. Between scalars, for an accent may follow a quote.
    fileprivate var inJSON: String {
        var json = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\\" || scalar == "\"" { json.append("\\") }
            json.append(scalar)
        }
        return "\"\(String(json))\""
    }
}

/// A pattern of paths: `*` and `?` within a part, `[a-z]` and `[!a-z]`, and `**` as a part of its
/// own for any number of parts. At the end `**` stands for at least one.
///
/// Matching takes at most the product of both lengths: there is no pattern that blows up.
package struct Glob: Sendable, Equatable {
    let parts: [Part]
    /// Are names that begin with a dot matched only by what says the dot?
    let hidesDots: Bool

    enum Part: Sendable, Equatable {
        case anyParts
        case name([Token])
    }

    enum Token: Sendable, Equatable {
        case one(Unicode.Scalar)
        case any
        case anyRun
        case set([ClosedRange<Unicode.Scalar>], negated: Bool)
    }

    /// Reads a pattern; any text is one.
    /// - Parameter hidesDots: as in a shell, is a name that begins with a dot matched only where the
    ///   pattern has the dot?
    package init(_ pattern: String, hidesDots: Bool = false) {
        self.hidesDots = hidesDots
        var parts: [Part] = []
        for part in pattern.unicodeScalars.split(separator: "/") {
            if part.elementsEqual("**".unicodeScalars) {
                if parts.last != .anyParts { parts.append(.anyParts) }
            } else if !part.elementsEqual(".".unicodeScalars) {
                parts.append(.name(Self.tokens(Array(part))))
            }
        }
        self.parts = parts
    }

    /// Does a text hold anything that is not taken literally?
    package static func isPattern(_ text: String) -> Bool {
        text.unicodeScalars.contains { "*?[".unicodeScalars.contains($0) }
    }

    /// The leading parts of a pattern that are taken literally: the folder to start from.
    package static func base(_ pattern: String) -> String {
        let literal = split(pattern).dropLast().prefix { !isPattern($0) && !$0.contains("\\") }
        let joined = literal.joined(separator: "/")
        let isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// Does it match the whole of a path?
    package func matches(_ path: String) -> Bool {
        matches(Self.split(path)[...])
    }

    /// Does it match the whole of a path, part by part?
    package func matches(_ path: ArraySlice<String>) -> Bool {
        // The usual two fingers: on a mismatch, the last `**` takes one part more.
        let names = path.map { Array($0.unicodeScalars) }
        var at = 0
        var part = 0
        var retry: (part: Int, at: Int)?
        while at < names.count {
            if part < parts.count, parts[part] == .anyParts {
                if part == parts.count - 1 { return !names[at...].contains(where: isHidden) }
                retry = (part, at)
                part += 1
            } else if part < parts.count, case .name(let tokens) = parts[part],
                matches(tokens, names[at])
            {
                part += 1
                at += 1
            } else if let last = retry, !isHidden(names[last.at]) {
                retry = (last.part, last.at + 1)
                part = last.part + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return part == parts.count
    }

    /// The parts of a path. Between scalars: a `Character` may hold a `/` and the accent after it.
    private static func split(_ path: String) -> [String] {
        path.unicodeScalars.split(separator: "/").map { String($0) }
    }

    /// Is it a name that only a pattern with the dot matches?
    func isHidden(_ name: [Unicode.Scalar]) -> Bool { hidesDots && name.first == "." }

    /// Does a part of a pattern match a name?
    func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
        if isHidden(name), tokens.first != .one(".") { return false }
        return Self.matches(tokens, name)
    }

    private static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
        var at = 0
        var token = 0
        var retry: (token: Int, at: Int)?
        while at < name.count {
            if token < tokens.count, tokens[token] == .anyRun {
                retry = (token, at)
                token += 1
            } else if token < tokens.count, matches(tokens[token], name[at]) {
                token += 1
                at += 1
            } else if let last = retry {
                retry = (last.token, last.at + 1)
                token = last.token + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        while token < tokens.count, tokens[token] == .anyRun { token += 1 }
        return token == tokens.count
    }

    private static func matches(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
        switch token {
        case .one(let wanted): wanted == scalar
        case .any: true
        case .anyRun: false
        case .set(let ranges, let negated):
            ranges.contains { $0.contains(scalar) } != negated
        }
    }

    private static func tokens(_ pattern: [Unicode.Scalar]) -> [Token] {
        var tokens: [Token] = []
        var at = 0
        while at < pattern.count {
            switch pattern[at] {
            case "*":
                if tokens.last != .anyRun { tokens.append(.anyRun) }
            case "?":
                tokens.append(.any)
            case "[":
                if let (set, end) = set(pattern, from: at + 1) {
                    tokens.append(set)
                    at = end
                } else {
                    tokens.append(.one("["))
                }
            case "\\" where at + 1 < pattern.count:
                at += 1
                tokens.append(.one(pattern[at]))
            default:
                tokens.append(.one(pattern[at]))
            }
            at += 1
        }
        return tokens
    }

    /// A set and the index of its `]`; nil where it is never closed, for then `[` is a letter.
    private static func set(_ pattern: [Unicode.Scalar], from start: Int) -> (Token, Int)? {
        var at = start
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let negated = at < pattern.count && (pattern[at] == "!" || pattern[at] == "^")
        if negated { at += 1 }
        let first = at
        while at < pattern.count {
            if pattern[at] == "]", at > first { return (.set(ranges, negated: negated), at) }
            if pattern[at] == "\\", at + 1 < pattern.count { at += 1 }
            let low = pattern[at]
            if at + 2 < pattern.count, pattern[at + 1] == "-", pattern[at + 2] != "]" {
                let high = pattern[at + 2]
                if low <= high { ranges.append(low...high) }
                at += 3
            } else {
                ranges.append(low...low)
                at += 1
            }
        }
        return nil
    }
}

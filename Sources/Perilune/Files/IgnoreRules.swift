internal import Globs

/// The rules of one `.gitignore`, as gitignore(5) describes them.
package struct IgnoreRules: Sendable {
    private let rules: [Rule]

    private struct Rule: Sendable {
        var glob: Glob
        var isNegated: Bool
        var foldersOnly: Bool
    }

    package init(_ bytes: [UInt8]) {
        var text = String(decoding: bytes, as: UTF8.self)[...]
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        rules = text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" })
            .compactMap { Self.rule(Array($0)) }
    }

    /// Whether the rules say something about a path, and what: true to ignore it. `path` holds the
    /// parts below the folder of the `.gitignore`. The last rule that matches wins.
    package func verdict(_ path: ArraySlice<String>, isFolder: Bool) -> Bool? {
        for rule in rules.reversed() where isFolder || !rule.foldersOnly {
            if rule.glob.matches(path) { return !rule.isNegated }
        }
        return nil
    }

    private static func rule(_ line: [Unicode.Scalar]) -> Rule? {
        var line = line[...]
        if line.first == "#" { return nil }
        let isNegated = line.first == "!"
        if isNegated { line.removeFirst() }
        // White space at the end counts only where it is escaped.
        while line.last == " " || line.last == "\t" {
            let backslashes = line.dropLast().reversed().prefix { $0 == "\\" }.count
            if backslashes % 2 == 1 { break }
            line.removeLast()
        }
        let foldersOnly = line.last == "/"
        if foldersOnly { line.removeLast() }
        if line.isEmpty { return nil }
        let pattern = String(String.UnicodeScalarView(line))
        // To git an empty part is a name that no file has.
        if pattern.contains("//") { return nil }
        // Without a slash before its end, a pattern holds at any depth.
        let anchored = line.contains("/")
        return Rule(
            glob: Glob(anchored ? pattern : "**/" + pattern), isNegated: isNegated,
            foldersOnly: foldersOnly)
    }
}

internal import Printable
package import Yaml

/// Permissions as a `plugin.yml` asks for them, or a `perilune.yml` grants them, with the places of all
/// that they name.
package struct PlacedPermissions: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package var kind: Permissions.Kind
        package var text: String
        package var mark: YamlMark
    }

    /// In the order of the document.
    package var entries: [Entry] = []

    /// None.
    package init() {}

    package var permissions: Permissions {
        var permissions = Permissions()
        for kind in Permissions.Kind.allCases {
            permissions[kind] = entries.filter { $0.kind == kind }.map(\.text)
        }
        return permissions
    }
}

extension PlacedPermissions {
    /// Entries of one kind, and bytes of one of them.
    private static let most = 100
    private static let longest = 200

    /// What programs ask for elsewhere and nobody can have here.
    private static let never = [
        "net", "network", "http", "run", "exec", "process", "subprocess", "shell", "time", "clock",
        "ffi", "all",
    ]

    /// Reads a mapping from kinds to a pattern or a name, or lists of them.
    /// - Parameter name: what messages call it, `permissions`.
    package init(_ node: YamlNode, _ name: String) throws(YamlError) {
        if case .sequence(let elements) = node.value, elements.isEmpty { return }
        for pair in try node.mapping(name) {
            guard let kind = Permissions.Kind(rawValue: pair.key) else {
                throw Self.unknown(pair)
            }
            var nodes = [pair.value]
            if case .sequence(let elements) = pair.value.value { nodes = elements }
            guard nodes.count <= Self.most else {
                throw YamlError(
                    message: "\"\(pair.key)\" has \(nodes.count) entries; expected "
                        + "\(Self.most) at most", mark: pair.keyStart)
            }
            for node in nodes where !node.isNull {
                let text = try node.string(pair.key)
                if let problem = Self.problem(with: text, kind) {
                    throw YamlError(
                        message:
                            "\"\(pair.key)\" has \"\(String(text.unicodeScalars.prefix(80)))\", "
                            + "which \(problem)", mark: node.start)
                }
                entries.append(Entry(kind: kind, text: text, mark: node.start))
            }
        }
    }

    private static func unknown(_ pair: YamlPair) -> YamlError {
        let known = Permissions.Kind.allCases.map(\.rawValue)
        guard never.contains(pair.key), nearestName(to: pair.key, among: known) == nil else {
            return YamlError(
                message: "unknown permission \"\(pair.key)\""
                    + suggestion(for: pair.key, among: known), mark: pair.keyStart)
        }
        return YamlError(
            message: "there is no permission \"\(pair.key)\": a plugin can be given \"read\", "
                + "\"write\" and \"env\", and nothing else", mark: pair.keyStart)
    }

    /// What is wrong with an entry, to follow "which"; nil where nothing is.
    private static func problem(with text: String, _ kind: Permissions.Kind) -> String? {
        if text.isEmpty { return "is empty" }
        if text.utf8.count > longest { return "is longer than \(longest) bytes" }
        return kind == .env ? problem(withName: text) : problem(withPattern: text)
    }

    private static func problem(withName name: String) -> String? {
        name.isVariable
            ? nil
            : "is no name of a variable; expected letters, digits and \"_\", no digit in front"
    }

    private static func problem(withPattern pattern: String) -> String? {
        if pattern.unicodeScalars.contains(where: \.isUnprintable) {
            return "has a character that is not shown"
        }
        if pattern.utf8.contains(UInt8(ascii: "\\")) { return "has a \"\\\"; write \"/\"" }
        let parts = pattern.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        )
        .map { String(decoding: $0, as: UTF8.self) }
        if parts.count > 1, parts[0].isEmpty {
            return "is absolute; expected a pattern below the workspace's folder"
        }
        if pattern.isDrivePath {
            return "is on a drive; expected a pattern below the workspace's folder"
        }
        for part in parts {
            if part == ".." {
                return "has a \"..\"; expected a pattern below the workspace's folder"
            }
            if part.isEmpty || part == "." { return "has an empty part or a \".\"; leave it out" }
            if part.lowercased() == ".git" { return "is inside of .git, which no plugin sees" }
        }
        return nil
    }
}

extension String {
    /// Is it a name that a variable of the environment can have (POSIX.1-2024, 3.216)?
    package var isVariable: Bool {
        guard let first = utf8.first, !(48...57).contains(first) else { return false }
        return utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "_")
        }
    }

    /// `C:` and what follows.
    fileprivate var isDrivePath: Bool {
        let bytes = Array(utf8.prefix(2))
        return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
            && ((65...90).contains(bytes[0]) || (97...122).contains(bytes[0]))
    }
}

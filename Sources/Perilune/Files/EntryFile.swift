internal import Yaml

/// A file of `.perilune/` as it stands in a repository: JSON, an entry a line, so that two branches
/// that change it merge.
///
/// ```json
/// {"schema_version": 1, "links": [
/// {"uid": "docs/checkout.md#FR-1", …},
/// …
/// ]}
/// ```
struct EntryFile {
    /// Below the workspace's root.
    let path: String
    /// How the list of entries is called.
    let list: String
    /// What mends a file that is wrong.
    let advice: String
    private let root: String
    /// As seen from the current folder.
    let shown: String

    private static let limit = 64 << 20
    private static let end = "]}"

    init(_ path: String, list: String, advice: String, of workspace: Workspace) {
        self.path = path
        self.list = list
        self.advice = advice
        root = workspace.root
        let folder = workspace.configuration.path.map(Path.parent) ?? "."
        shown = folder == "." ? path : Path.join(folder, path)
    }

    private var head: String { "{\"schema_version\": 1, \"\(list)\": [" }

    /// Reads the entries in their order; nil where there is no file.
    func read<Entry>(
        _ entry: (YamlNode) throws(YamlError) -> Entry
    ) throws(Problem) -> [Entry]? {
        guard Files.status(shown) != nil else { return nil }
        let bytes = try Files.read(shown, limit: Self.limit)
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for index in lines.indices where lines[index].last == UInt8(ascii: "\r") {
            lines[index].removeLast()
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.first.map({ $0.elementsEqual(head.utf8) }) == true else {
            throw problem("expected \(head)", line: 1)
        }
        guard lines.count > 1, lines.last?.elementsEqual(Self.end.utf8) == true else {
            throw problem("expected \(Self.end) at the end", line: lines.count)
        }
        var entries: [Entry] = []
        for (index, line) in lines.enumerated().dropFirst().dropLast() {
            let isLast = index == lines.count - 2
            guard isLast == (line.last != UInt8(ascii: ",")) else {
                throw problem(
                    isLast
                        ? "expected no \",\" behind the last entry" : "expected \",\" at its end",
                    line: index + 1)
            }
            do throws(YamlError) {
                entries.append(try entry(try Self.node(Array(isLast ? line : line.dropLast()))))
            } catch {
                throw problem(error.message, line: index + 1, column: error.mark.column)
            }
        }
        return entries
    }

    /// Writes entries, a line each; the file is whole or as it was.
    func write(_ entries: [[UInt8]]) throws(Problem) {
        var bytes = Array((head + "\n").utf8)
        for (index, entry) in entries.enumerated() {
            bytes += entry + Array((index == entries.count - 1 ? "\n" : ",\n").utf8)
        }
        try Files.write(bytes + Array((Self.end + "\n").utf8), to: path, below: root)
    }

    /// JSON's objects of one line are YAML's.
    static func node(_ line: [UInt8]) throws(YamlError) -> YamlNode {
        guard let node = try YamlNode.parse(line) else {
            throw YamlError.atStart("the line is empty")
        }
        return node
    }

    func problem(_ message: String, line: Int, column: Int = 1) -> Problem {
        Problem("\(message); \(advice)", path: shown, line: line, column: column)
    }
}

extension YamlError {
    /// At the start of a text.
    static func atStart(_ message: String) -> YamlError {
        YamlError(message: message, mark: YamlMark(line: 1, column: 1, offset: 0))
    }
}

extension YamlNode {
    /// The value of a key that must be there.
    func required(_ key: String) throws(YamlError) -> YamlNode {
        guard let value = self[key] else { throw YamlError.atStart("\"\(key)\" is missing") }
        return value
    }
}

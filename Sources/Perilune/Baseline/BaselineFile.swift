internal import SpecPlugins
internal import Yaml

/// A baseline as it stands in a repository: JSON, an entry a line, sorted, so that two branches that
/// change it merge.
///
/// ```json
/// {"schema_version": 1, "known": [
/// {"path": "docs/checkout.md", "rule": "risks/owner", "key": "risk:0192694f5f", "count": 1},
/// …
/// ]}
/// ```
public struct BaselineFile: Sendable {
    /// Below the workspace's root.
    public static let path = ".perilune/baseline.json"

    private static let limit = 64 << 20
    /// Of an entry's count: more findings than any run reports of one rule.
    private static let mostOfOne = 1_000_000
    private static let head = "{\"schema_version\": 1, \"known\": ["
    private static let end = "]}"

    private let root: String
    /// As seen from the current folder.
    private let file: String

    public init(of workspace: Workspace) {
        root = workspace.root
        let folder = workspace.configuration.path.map(Path.parent) ?? "."
        file = folder == "." ? Self.path : Path.join(folder, Self.path)
    }

    /// The baseline; nil where there is none.
    public func read() throws(Problem) -> Baseline? {
        guard Files.status(file) != nil else { return nil }
        let bytes = try Files.read(file, limit: Self.limit)
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for index in lines.indices where lines[index].last == UInt8(ascii: "\r") {
            lines[index].removeLast()
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.first.map({ $0.elementsEqual(Self.head.utf8) }) == true else {
            throw problem("expected \(Self.head)", line: 1)
        }
        guard lines.count > 1, lines.last?.elementsEqual(Self.end.utf8) == true else {
            throw problem("expected \(Self.end) at the end", line: lines.count)
        }
        var counts: [Baseline.Entry: Int] = [:]
        for (index, line) in lines.enumerated().dropFirst().dropLast() {
            let isLast = index == lines.count - 2
            guard isLast == (line.last != UInt8(ascii: ",")) else {
                throw problem(
                    isLast
                        ? "expected no \",\" behind the last entry" : "expected \",\" at its end",
                    line: index + 1)
            }
            do throws(YamlError) {
                let (entry, count) = try Self.entry(Array(isLast ? line : line.dropLast()))
                guard counts.updateValue(count, forKey: entry) == nil else {
                    throw YamlError(
                        message: "the entry stands above already",
                        mark: YamlMark(line: 1, column: 1, offset: 0))
                }
            } catch {
                throw problem(error.message, line: index + 1, column: error.mark.column)
            }
        }
        return Baseline(counts)
    }

    /// Writes a baseline, whole or not at all.
    public func write(_ baseline: Baseline) throws(Problem) {
        var text = Self.head + "\n"
        let entries = baseline.sorted
        for (index, (entry, count)) in entries.enumerated() {
            var writer = JSONWriter()
            writer.object { writer in
                writer.key("path")
                writer.string(entry.path)
                writer.key("rule")
                writer.string(entry.rule)
                writer.key("key")
                writer.string(entry.key)
                writer.key("count")
                writer.integer(count)
            }
            text += String(decoding: writer.bytes, as: UTF8.self)
            text += index == entries.count - 1 ? "\n" : ",\n"
        }
        try Files.write(Array((text + Self.end + "\n").utf8), to: Self.path, below: root)
    }

    /// JSON's objects of one line are YAML's.
    private static func entry(_ line: [UInt8]) throws(YamlError) -> (Baseline.Entry, Int) {
        let start = YamlMark(line: 1, column: 1, offset: 0)
        guard let node = try YamlNode.parse(line) else {
            throw YamlError(message: "the line is empty", mark: start)
        }
        let keys = ["path", "rule", "key", "count"]
        for pair in try node.mapping("an entry") where !keys.contains(pair.key) {
            throw pair.unknown(among: keys)
        }
        func required(_ key: String) throws(YamlError) -> YamlNode {
            guard let value = node[key] else {
                throw YamlError(message: "\"\(key)\" is missing", mark: start)
            }
            return value
        }
        let entry = Baseline.Entry(
            path: try required("path").string("path"), rule: try required("rule").string("rule"),
            key: try required("key").string("key"))
        let number = try required("count")
        let count = try number.integer("count")
        guard (1...mostOfOne).contains(count) else {
            throw number.expected("a number from 1 to \(mostOfOne)", "count")
        }
        return (entry, count)
    }

    private func problem(_ message: String, line: Int, column: Int = 1) -> Problem {
        Problem(
            message + "; delete the file and make it anew with perilune check --baseline",
            path: file, line: line, column: column)
    }
}

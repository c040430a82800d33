internal import SpecPlugins
internal import Yaml

/// A baseline as it stands in a repository, sorted:
/// `{"path": "docs/checkout.md", "rule": "risks/owner", "key": "risk:0192694f5f", "count": 1}`.
public struct BaselineFile: Sendable {
    /// Below the workspace's root.
    public static let path = ".perilune/baseline.json"

    /// Of an entry's count: more findings than any run reports of one rule.
    private static let mostOfOne = 1_000_000

    private let file: EntryFile

    public init(of workspace: Workspace) {
        file = EntryFile(
            Self.path, list: "known",
            advice: "delete the file and make it anew with perilune check --baseline", of: workspace
        )
    }

    /// The baseline; nil where there is none.
    public func read() throws(Problem) -> Baseline? {
        var counts: [Baseline.Entry: Int] = [:]
        let entries: [Void]? = try file.read { node throws(YamlError) in
            let (entry, count) = try Self.entry(node)
            guard counts.updateValue(count, forKey: entry) == nil else {
                throw YamlError.atStart("the entry stands above already")
            }
        }
        return entries == nil ? nil : Baseline(counts)
    }

    /// Writes a baseline, whole or not at all.
    public func write(_ baseline: Baseline) throws(Problem) {
        try file.write(
            baseline.sorted.map { entry, count in
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
                return writer.bytes
            })
    }

    private static func entry(_ node: YamlNode) throws(YamlError) -> (Baseline.Entry, Int) {
        let keys = ["path", "rule", "key", "count"]
        for pair in try node.mapping("an entry") where !keys.contains(pair.key) {
            throw pair.unknown(among: keys)
        }
        let entry = Baseline.Entry(
            path: try node.required("path").string("path"),
            rule: try node.required("rule").string("rule"),
            key: try node.required("key").string("key"))
        let number = try node.required("count")
        let count = try number.integer("count")
        guard (1...mostOfOne).contains(count) else {
            throw number.expected("a number from 1 to \(mostOfOne)", "count")
        }
        return (entry, count)
    }
}

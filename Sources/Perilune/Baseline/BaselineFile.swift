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
        let isThere = try file.read { reader throws(Problem) in
            let (entry, count) = try Self.entry(reader)
            guard counts.updateValue(count, forKey: entry) == nil else {
                throw reader.problem("the entry stands above already")
            }
        }
        return isThere ? Baseline(counts) : nil
    }

    /// Writes a baseline, whole or not at all.
    public func write(_ baseline: Baseline) throws(Problem) {
        try file.write(baseline.sorted) { known, writer in
            writer.member("path", known.entry.path)
            writer.member("rule", known.entry.rule)
            writer.member("key", known.entry.key)
            writer.member("count", known.count)
        }
    }

    private static func entry(_ reader: JSONReader) throws(Problem) -> (Baseline.Entry, Int) {
        var entry = Baseline.Entry(path: "", rule: "", key: "")
        var count = 0
        let members = ["path", "rule", "key", "count"]
        try reader.object(required: members) { key throws(Problem) in
            switch key {
            case "path": entry.path = try reader.string()
            case "rule": entry.rule = try reader.string()
            case "key": entry.key = try reader.string()
            case "count": count = try reader.integer(in: 1...mostOfOne)
            default: throw reader.unknown(key, among: members)
            }
            return true
        }
        return (entry, count)
    }
}

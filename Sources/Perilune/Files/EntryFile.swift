/// A file that the product keeps in a repository: JSON, written with an entry a line, so that two
/// branches that change it merge; read however it is laid out.
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
    private static let version = 1

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - folder: the same, as seen from the current one.
    init(_ path: String, list: String, advice: String, root: String, folder: String) {
        self.path = path
        self.list = list
        self.advice = advice
        self.root = root
        shown = folder == "." ? path : Path.join(folder, path)
    }

    init(_ path: String, list: String, advice: String, of workspace: Workspace) {
        self.init(
            path, list: list, advice: advice, root: workspace.root,
            folder: workspace.configuration.path.map(Path.parent) ?? ".")
    }

    /// Reads the entries in their order.
    /// - Parameters:
    ///   - head: reads a member beside the list, or says with false that nobody knows it.
    ///   - entry: reads one.
    /// - Returns: is there such a file?
    func read(
        head: (String, JSONReader) throws(Problem) -> Bool = { _, _ in false },
        _ entry: (JSONReader) throws(Problem) -> Void
    ) throws(Problem) -> Bool {
        guard Files.status(shown) != nil else { return false }
        let bytes = try Files.read(shown, limit: Self.limit)
        do throws(Problem) {
            let reader = try JSONReader(bytes, name: shown)
            try reader.object(required: ["schema_version", list]) { key throws(Problem) in
                switch key {
                case "schema_version":
                    let version = try reader.integer(in: 1...Int.max)
                    guard version == Self.version else {
                        throw reader.problem(
                            "is \(version), which a later perilune writes; this one reads "
                                + "\(Self.version): update it")
                    }
                case list: try reader.array { () throws(Problem) in try entry(reader) }
                default:
                    guard try head(key, reader) else {
                        throw reader.unknown(key, among: ["schema_version", list])
                    }
                }
                return true
            }
            try reader.finish()
        } catch {
            var problem = error
            problem.message += "; \(advice)"
            throw problem
        }
        return true
    }

    /// Writes entries, a line each; the file is whole or as it was.
    /// - Parameters:
    ///   - head: members in front of the list, as JSON.
    ///   - members: writes the members of one.
    func write<Entry>(
        _ entries: some Sequence<Entry>, head: [(name: String, json: String)] = [],
        _ members: (Entry, inout JSONWriter) -> Void
    ) throws(Problem) {
        let lines = entries.map { entry in
            var writer = JSONWriter()
            writer.object { members(entry, &$0) }
            return writer.bytes
        }
        let body = Array(lines.joined(separator: ",\n".utf8))
        let heads = [("schema_version", "\(Self.version)")] + head.map { ($0.name, $0.json) }
        let start =
            "{" + heads.map { "\"\($0.0)\": \($0.1), " }.joined() + "\"\(list)\": [\n"
        let end = lines.isEmpty ? "]}\n" : "\n]}\n"
        try Files.write(Array(start.utf8) + body + Array(end.utf8), to: path, below: root)
    }
}

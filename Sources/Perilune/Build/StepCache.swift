internal import SpecPlugins

/// What steps of pipelines were made from when they last went well, and what they wrote: below
/// `.perilune/cache/` of a workspace, a file for each step. Whatever is wrong with it, a step is then
/// run; two runs at once take turns in what is remembered.
public struct StepCache: Sendable {
    private static let folder = CacheFolder.path
    private static let limit = 64 << 20

    /// The workspace's folder.
    private let root: String

    public init(of workspace: Workspace) { root = workspace.root }

    /// A step that went well.
    public struct Entry: Sendable, Equatable {
        /// The digest of what it was made from.
        public var inputs: String
        /// By path below the workspace's folder, the digests of what it wrote.
        public var outputs: [String: String]
        /// What was asked of the disk about files that specs link.
        public var links: [LinkedFile]

        /// - Parameter outputs: by path, the bytes.
        public init(
            inputs: String, outputs: [(path: String, bytes: [UInt8])] = [], links: [LinkedFile] = []
        ) {
            self.inputs = inputs
            self.outputs = Dictionary(
                outputs.map { ($0.path, SHA256.hexadecimal($0.bytes)) }, uniquingKeysWith: { $1 })
            self.links = links
        }
    }

    /// Went the step well with the same inputs, and is all that it wrote as it wrote it?
    public func holds(_ step: String, inputs: String) -> Bool {
        guard let entry = read(step), entry.inputs == inputs else { return false }
        let files = LinkedFiles(root: root)
        let areLinked = entry.links.allSatisfy { files.state(of: $0.path) == $0.exists }
        return areLinked
            && entry.outputs.allSatisfy { path, digest in
                let bytes = try? Files.bytes(of: path, below: root, limit: 1 << 30)
                return bytes.map(SHA256.hexadecimal) == digest
            }
    }

    /// Remembers a step; nothing where that cannot be written.
    public func remember(_ step: String, _ entry: Entry) {
        CacheFolder(root: root).prepare()
        try? Files.write(Self.json(entry, step), to: Self.file(of: step), below: root)
    }

    /// Forgets a step: what it wrote last is not known any more.
    public func forget(_ step: String) {
        Files.remove(Self.file(of: step), below: root)
    }

    private static func file(of step: String) -> String {
        "\(folder)/steps/\(SHA256.hexadecimal(Array(step.utf8))).json"
    }

    private func read(_ step: String) -> Entry? {
        guard
            let bytes = try? Files.bytes(of: Self.file(of: step), below: root, limit: Self.limit)
        else { return nil }
        return try? Self.entry(bytes, step)
    }

    private static func json(_ entry: Entry, _ step: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.member("step", step)
            writer.member("inputs", entry.inputs)
            writer.object("outputs", .block) { writer in
                for (path, digest) in entry.outputs.sorted(by: { Path.precedes($0.key, $1.key) }) {
                    writer.member(path, digest)
                }
            }
            writer.array("links", .block) { writer in
                for link in entry.links {
                    writer.object { writer in
                        writer.member("path", link.path)
                        writer.key("exists")
                        if let exists = link.exists {
                            writer.boolean(exists)
                        } else {
                            writer.null()
                        }
                    }
                }
            }
        }
        return writer.finish()
    }

    private static func entry(_ json: [UInt8], _ step: String) throws(Problem) -> Entry? {
        let reader = try JSONReader(json, name: "cache")
        var entry = Entry(inputs: "")
        var name = ""
        try reader.object(
            required: ["schema_version", "step", "inputs", "outputs", "links"]
        ) { key throws(Problem) in
            switch key {
            case "schema_version": _ = try reader.integer(in: 1...1)
            case "step": name = try reader.string()
            case "inputs": entry.inputs = try reader.string()
            case "outputs":
                try reader.object { path throws(Problem) in
                    entry.outputs[path] = try reader.string()
                    return true
                }
            case "links":
                try reader.array { () throws(Problem) in
                    var link = LinkedFile(path: "", exists: nil)
                    try reader.object(required: ["path", "exists"]) { key throws(Problem) in
                        switch key {
                        case "path": link.path = try reader.string()
                        case "exists":
                            link.exists = try reader.isNull() ? nil : try reader.boolean()
                        default: return false
                        }
                        return true
                    }
                    entry.links.append(link)
                }
            default: return false
            }
            return true
        }
        try reader.finish()
        return name == step ? entry : nil
    }
}

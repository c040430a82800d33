/// What a folder of outputs holds that exports wrote there: which of them, and what.
struct OutputManifest: Equatable {
    /// In the folder. A name that begins with a dot is no output's.
    static let name = ".perilune-manifest.json"
    private static let limit = 64 << 20

    struct Entry: Equatable {
        /// Below the folder.
        var path: String
        /// The export that wrote it.
        var export: String
        /// Of its bytes.
        var sha256: String
    }

    /// By path.
    private(set) var entries: [String: Entry] = [:]

    init(_ entries: [Entry] = []) {
        for entry in entries { add(entry) }
    }

    mutating func add(_ entry: Entry) { entries[entry.path] = entry }

    mutating func remove(_ path: String) { entries[path] = nil }

    /// Sorted by the bytes of their paths.
    var sorted: [Entry] { entries.values.sorted { Path.precedes($0.path, $1.path) } }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.array("outputs", .block) { writer in
                for entry in sorted {
                    writer.object { writer in
                        writer.member("path", entry.path)
                        writer.member("export", entry.export)
                        writer.member("sha256", entry.sha256)
                    }
                }
            }
        }
        return writer.finish()
    }

    /// - Throws: where it is none that Perilune wrote; nothing is pruned by such a one.
    init(json: [UInt8], path: String) throws(Problem) {
        let reader = try JSONReader(json, name: path)
        var entries: [Entry] = []
        try reader.object(required: ["schema_version", "outputs"]) { key throws(Problem) in
            switch key {
            case "schema_version": _ = try reader.integer(in: 1...1)
            case "outputs":
                try reader.array { () throws(Problem) in entries.append(try Self.entry(reader)) }
            default: return false
            }
            return true
        }
        try reader.finish()
        self.init(entries)
    }

    private static func entry(_ reader: JSONReader) throws(Problem) -> Entry {
        var entry = Entry(path: "", export: "", sha256: "")
        try reader.object(required: ["path", "export", "sha256"]) { key throws(Problem) in
            switch key {
            case "path":
                entry.path = try reader.string()
                // Whoever edited it may not lead us elsewhere.
                if let problem = OutputName.problem(with: entry.path) {
                    throw reader.problem("\"\(entry.path)\" \(problem)")
                }
            case "export": entry.export = try reader.string()
            case "sha256": entry.sha256 = try reader.string()
            default: return false
            }
            return true
        }
        return entry
    }

    /// The one of a folder; an empty one where there is none.
    static func read(_ folder: String) throws(Problem) -> OutputManifest {
        guard let bytes = try Files.bytes(of: name, below: folder, limit: limit) else {
            return OutputManifest()
        }
        return try OutputManifest(json: bytes, path: Path.join(folder, name))
    }
}

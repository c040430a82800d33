internal import PluginPackages

/// `perilune.lock`: which bytes the shared plugins of a workspace are, sorted by name, one a line.
struct LockFile {
    /// Below the workspace's root.
    static let path = "perilune.lock"

    private let file: EntryFile

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - folder: the same, as seen from the current one.
    init(root: String, folder: String) {
        file = EntryFile(
            Self.path, list: "plugins",
            advice:
                "take the file from git, or make it anew: rm \(Self.path) && perilune plugin install",
            root: root, folder: folder)
    }

    /// As seen from the current folder.
    var shown: String { file.shown }
    var isThere: Bool { Files.status(file.shown) != nil }

    /// What it holds.
    struct Content: Equatable {
        /// By name.
        var packages: [String: LockedPackage] = [:]
        /// The digest of the workspace's own plugins that are granted something (`GrantedSet`); nil where
        /// there are none.
        var granted: String?
    }

    /// What it holds; nothing where it is not there. What is wrong with it is never taken for nothing.
    func read() throws(Problem) -> Content {
        var content = Content()
        let head = { (member: String, reader: JSONReader) throws(Problem) in
            guard member == Self.granted else { return false }
            let digest = try reader.string()
            guard digest.utf8.count == 64, ObjectID(digest) != nil else {
                throw reader.problem("expected 64 hexadecimal digits, found \"\(digest)\"")
            }
            content.granted = digest
            return true
        }
        _ = try file.read(head: head) { reader throws(Problem) in
            let package = try LockedPackage(reader)
            guard content.packages.updateValue(package, forKey: package.name) == nil else {
                throw reader.problem("\"\(package.name)\" stands above already")
            }
        }
        return content
    }

    /// Writes it, whole or not at all.
    func write(_ content: Content) throws(Problem) {
        let sorted = content.packages.values.sorted { Path.precedes($0.name, $1.name) }
        // Hexadecimal digits need no escape.
        let head = content.granted.map { [(name: Self.granted, json: "\"\($0)\"")] } ?? []
        try file.write(sorted, head: head) { package, writer in package.write(to: &writer) }
    }

    private static let granted = "granted"
}

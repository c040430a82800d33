/// `.perilune/cache/` of a workspace: what may be lost at any time. git ignores what is in it.
public struct CacheFolder: Sendable {
    /// Below the workspace's root.
    static let path = ".perilune/cache"

    private static let ignored = path + "/.gitignore"
    private static let ignoring = Array("*\n".utf8)

    /// Of the workspace, absolute.
    let root: String

    public init(of workspace: Workspace) { root = workspace.root }

    init(root: String) { self.root = root }

    /// Has git pass over it.
    /// - Returns: can anything be written there?
    @discardableResult
    func prepare() -> Bool {
        let known = try? Files.bytes(of: Self.ignored, below: root, limit: 1 << 10)
        if known == Self.ignoring { return true }
        return (try? Files.write(Self.ignoring, to: Self.ignored, below: root)) != nil
    }

    /// How much there was.
    public struct Removed: Sendable, CustomStringConvertible {
        public var files = 0
        public var bytes = 0

        /// `12 files, 3.4 MB`.
        public var description: String {
            "\(files) \(files == 1 ? "file" : "files"), \(size)"
        }

        private var size: String {
            guard bytes >= 1000 else { return "\(bytes) bytes" }
            let (unit, name) = bytes < 1_000_000 ? (1000, "KB") : (1_000_000, "MB")
            let tenths = bytes * 10 / unit
            return "\(tenths / 10).\(tenths % 10) \(name)"
        }
    }

    /// Removes it, with all that is in it, and `.perilune/` where nothing is left there. Symbolic links
    /// are removed and not followed.
    /// - Returns: nil where there was none.
    /// - Throws: where something is left.
    public func remove() throws(Problem) -> Removed? {
        guard Files.isThere(Self.path, below: root) else { return nil }
        var removed = Removed()
        try Files.removeTree(Self.path, below: root) { size in
            removed.files += 1
            removed.bytes += size
        }
        return removed
    }
}

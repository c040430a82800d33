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

    /// What it holds, by name; nothing where it is not there. What is wrong with it is never taken for
    /// nothing.
    func read() throws(Problem) -> [String: LockedPackage] {
        var packages: [String: LockedPackage] = [:]
        _ = try file.read { reader throws(Problem) in
            let package = try LockedPackage(reader)
            guard packages.updateValue(package, forKey: package.name) == nil else {
                throw reader.problem("\"\(package.name)\" stands above already")
            }
        }
        return packages
    }

    /// Writes packages, whole or not at all; none take the file away.
    func write(_ packages: some Sequence<LockedPackage>) throws(Problem) {
        let sorted = packages.sorted { Path.precedes($0.name, $1.name) }
        try file.write(sorted) { package, writer in package.write(to: &writer) }
    }
}

internal import PluginPackages
internal import SpecPlugins

/// `.perilune/vendor/`: shared plugins as files of the repository, to be reviewed with it, and to be had
/// without git or a cache.
struct VendorFolder {
    /// Below the workspace's root.
    static let path = ".perilune/vendor"

    private let root: String
    private let shown: String

    /// - Parameters:
    ///   - root: of the workspace, absolute.
    ///   - folder: the same, as seen from the current one.
    init(root: String, folder: String) {
        self.root = root
        shown = folder == "." ? Self.path : Path.join(folder, Self.path)
    }

    /// As seen from the current folder.
    func shown(_ name: String) -> String { Path.join(shown, name) }

    private func folder(_ name: String) -> String {
        Path.join(root, "\(Self.path)/\(name)")
    }

    /// The plugins that are there, sorted.
    func names() throws(Problem) -> [String] {
        let folder = Path.join(root, Self.path)
        guard Files.status(folder)?.kind == .folder else { return [] }
        return try Files.entries(folder).named.map(\.name).filter { !$0.hasPrefix(".") }
            .sorted(by: Path.precedes)
    }

    func has(_ name: String) -> Bool { Files.status(folder(name)) != nil }

    /// The files of a plugin, of whatever bytes; nil where it is not there.
    func files(_ name: String) throws(Problem) -> [PluginFiles.File]? {
        guard has(name) else { return nil }
        var files: [PluginFiles.File] = []
        var rest = PackageLimits.bytes
        do throws(Problem) {
            try read(name, "", 0, &files, &rest)
        } catch {
            throw Problem(
                "the plugin \"\(name)\" in \"\(shown(name))\": \(error.description); "
                    + "perilune plugin vendor writes it anew")
        }
        return files
    }

    private func read(
        _ name: String, _ path: String, _ depth: Int, _ files: inout [PluginFiles.File],
        _ rest: inout Int
    ) throws(Problem) {
        guard depth < PackageLimits.depth else {
            throw Problem("\"\(path)\" is more than \(PackageLimits.depth) folders deep")
        }
        for entry in try Files.entries(Path.join(folder(name), path)).named {
            let inner = path.isEmpty ? entry.name : path + "/" + entry.name
            guard files.count < PackageLimits.files else {
                throw Problem("it holds more than \(PackageLimits.files) files")
            }
            switch entry.kind {
            case _ where entry.isLink: throw Problem("\"\(inner)\" is a symbolic link")
            case .folder: try read(name, inner, depth + 1, &files, &rest)
            case .file:
                let bytes = try Files.read(Path.join(folder(name), inner), limit: rest)
                rest -= bytes.count
                files.append(PluginFiles.File(path: inner, bytes: bytes))
            default: throw Problem("\"\(inner)\" is no file")
            }
        }
    }

    /// Writes a plugin; what else lies in its folder goes. git is told to leave its line ends alone.
    func write(_ name: String, _ tree: PackageTree) throws(Problem) {
        try Files.write(
            Array("# Line ends count: perilune.lock has the digest of every byte.\n* -text\n".utf8),
            to: "\(Self.path)/.gitattributes", below: root)
        let wanted = Set(tree.files.map { Array($0.path.utf8) })
        for file in try files(name) ?? [] where !wanted.contains(Array(file.path.utf8)) {
            Files.remove("\(Self.path)/\(name)/\(file.path)", below: root)
        }
        for file in tree.files {
            try Files.write(file.bytes, to: "\(Self.path)/\(name)/\(file.path)", below: root)
        }
    }

    /// Takes a plugin away, and the folders that it leaves empty.
    func remove(_ name: String) throws(Problem) {
        for file in try files(name) ?? [] {
            Files.remove("\(Self.path)/\(name)/\(file.path)", below: root)
        }
        if try names().isEmpty { Files.remove("\(Self.path)/.gitattributes", below: root) }
    }
}

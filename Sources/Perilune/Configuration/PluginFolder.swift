internal import SpecPlugins

/// Reads the files of a plugin that stands in the repository.
enum PluginFolder {
    static let fileLimit = 2_000
    static let byteLimit = 16 << 20

    /// `folder` can be opened, `shown` is what messages call it. Only `plugin.yml`, `*.lua` and what is
    /// wanted beside them are read, at any depth; names that begin with a dot are passed over.
    /// Nothing behind a symbolic link that leaves the folder is read. A folder that reads like the root of a
    /// plugin in none is refused: messages, lists and build steps tell such plugins by their roots.
    static func read(
        _ folder: String, name: String, shown: String,
        wanting isWanted: (String) -> Bool = { _ in false }
    ) throws(Problem) -> PluginFiles {
        guard Files.status(folder)?.kind == .folder, let root = Files.real(folder) else {
            throw Problem("the plugin \"\(name)\" has no folder \"\(shown)\"")
        }
        if Path.parts(shown).contains(where: PluginFiles.readsLikeNoFolder) {
            throw Problem(
                "the folder \"\(shown)\" reads like a plugin that is in no folder; rename it")
        }
        var reader = Reader(root: root, shown: shown, name: name)
        try reader.enter("", visited: [], isWanted)
        let files = reader.files.sorted { Path.precedes($0.path, $1.path) }
        var plugin = PluginFiles(
            name: name, root: shown, files: files.filter { !PluginFiles.isTemplate($0.path) })
        plugin.templates = files.filter { PluginFiles.isTemplate($0.path) }
        return plugin
    }

    private struct Reader {
        let root: String
        let shown: String
        let name: String
        var files: [PluginFiles.File] = []
        var count = 0
        var bytes = 0

        mutating func enter(
            _ path: String, visited: [Files.Identity], _ isWanted: (String) -> Bool
        ) throws(Problem) {
            let folder = Path.join(root, path)
            guard let status = Files.status(folder), !visited.contains(status.identity) else {
                return
            }
            for entry in try Files.entries(folder).named where !entry.name.hasPrefix(".") {
                count += 1
                if count > fileLimit {
                    throw refusal("holds more than \(fileLimit) files")
                }
                let inner = path.isEmpty ? entry.name : path + "/" + entry.name
                let full = Path.join(root, inner)
                if entry.isLink, !staysInside(full) {
                    throw refusal("\"\(inner)\" is a symbolic link that leaves the folder")
                }
                switch entry.isLink ? Files.status(full)?.kind ?? .other : entry.kind {
                case .folder:
                    try enter(inner, visited: visited + [status.identity], isWanted)
                case .file where PluginFiles.isPart(inner) || isWanted(inner):
                    try add(inner, full)
                default:
                    continue
                }
            }
        }

        private mutating func add(_ path: String, _ full: String) throws(Problem) {
            let limit = byteLimit - bytes
            let content: [UInt8]
            do throws(Problem) {
                content = try Files.read(full, limit: limit)
            } catch {
                throw refusal("\"\(path)\" \(error.message)")
            }
            bytes += content.count
            if bytes > byteLimit { throw refusal("holds more than \(byteLimit >> 20) MiB") }
            files.append(PluginFiles.File(path: path, bytes: content))
        }

        private func staysInside(_ path: String) -> Bool {
            guard let real = Files.real(path) else { return false }
            return real.utf8.starts(with: (root + "/").utf8)
        }

        private func refusal(_ message: String) -> Problem {
            Problem("the plugin \"\(name)\" in \"\(shown)\": \(message)")
        }
    }
}

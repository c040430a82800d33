internal import SpecPlugins

/// A plugin to begin with: a manifest, one rule, a test that it passes, and a page about it.
public enum PluginScaffold {
    /// Writes it into a folder, which is made; nothing that is there is touched. A plugin that stands in
    /// no repository and below no `perilune.yml` is to be one's own: it gets what that needs, too.
    /// - Returns: the files, as seen from the current folder.
    public static func write(to folder: String) throws(Problem) -> [String] {
        let home = Path.join(try Files.currentFolder(), folder)
        let name = Path.name(home)
        guard name.isKebabCase else {
            throw Problem(
                "a plugin cannot be called \"\(name)\"; name a folder of lower-case letters, digits "
                    + "and \"-\"")
        }
        let files = try files(name, place: placeOf(home))
        let paths = files.map { Path.join(folder, $0.path) }
        if let there = paths.first(where: { Files.status($0) != nil || Files.isLink($0) }) {
            throw Problem("is there already; name another folder", path: there)
        }
        // Folders on the way are made below the current one only.
        let isBelow = Path.staysBelow(folder)
        let root = isBelow ? "." : Path.join(folder, "..")
        for file in files {
            let path = isBelow ? Path.join(folder, file.path) : "\(name)/\(file.path)"
            try Files.write(file.bytes, to: path, below: root)
        }
        return paths
    }

    /// Where a folder stands in a repository, or below a `perilune.yml`; nil where neither is.
    private static func placeOf(_ home: String) -> String? {
        var folder = home
        while folder != "/" {
            folder = Path.parent(folder)
            let marks = [".git", Configuration.fileName].map { Path.join(folder, $0) }
            if marks.contains(where: { Files.status($0) != nil }) {
                return Path.relative(home, to: folder)
            }
        }
        return nil
    }

    private static func files(
        _ name: String, place: String?
    ) throws(Problem) -> [(path: String, bytes: [UInt8])] {
        let plugin = ScaffoldFiles(name: name, place: place)
        var files = plugin.all.map { (path: $0.path, bytes: Array($0.text.utf8)) }
        guard place == nil else { return files }
        do {
            let workspace = try Workspace(Configuration(), root: "/", loadsPlugins: false)
            files += try AuthorFiles.all(for: workspace).map { ($0.path, $0.bytes) }
        } catch {
            throw Problem("what editors have to know cannot be told: \(error)")
        }
        return files
    }
}

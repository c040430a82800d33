internal import SpecPlugins

extension GitRepository {
    /// The files of a commit as git has stored them: no attribute of the repository (`ident`, `eol`,
    /// `export-subst`, `export-ignore`, filters) has any say.
    package struct Tree: Sendable, Equatable {
        /// The name of the tree object.
        package var id: ObjectID
        package var tree: PackageTree
    }

    /// Reads what a commit of the mirror has in a folder. Names, modes and sizes are looked at before
    /// any content is read.
    /// - Parameter subdir: with `/`, below the root of the repository; empty for the root. What is
    ///   outside of it does not matter.
    package func tree(
        _ commit: ObjectID, subdir: String = ""
    ) throws(PackageError) -> Tree {
        try Self.checkSubdir(subdir)
        let mirror = try mirror()
        let name = subdir.isEmpty ? "\(commit.text)^{tree}" : "\(commit.text):\(subdir)"
        switch try look(up: [name], mirror).first {
        case .there(let id, "tree"):
            let entries = try list(id, mirror)
            return Tree(id: id, tree: PackageTree(checked: try read(entries, mirror)))
        case .there:
            throw PackageError(
                .missing, "\"\(subdir)\" is a file in \"\(url.text)\"; expected a folder")
        default:
            throw PackageError(
                .missing,
                "\"\(url.text)\" has no folder \"\(subdir)\" at commit \(commit.text.prefix(12))")
        }
    }

    /// Holds a folder of a repository, as it is written, against what one may be called.
    package static func checkSubdir(_ subdir: String) throws(PackageError) {
        if subdir.isEmpty { return }
        let parts = subdir.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
        guard isPlain, subdir.utf8.count <= PackageLimits.path,
            subdir.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else {
            throw PackageError(
                .source,
                "\"\(subdir.prefix(PackageLimits.path))\" is no folder below a repository's root; "
                    + "expected names joined by \"/\", without \".\" and \"..\"")
        }
    }

    private struct Entry {
        var id: ObjectID
        var path: String
        var size: Int
    }

    /// The files below a tree, each looked at as it is listed.
    private func list(
        _ tree: ObjectID, _ mirror: MirrorFolder
    ) throws(PackageError) -> [Entry] {
        // Folders are listed too, so that depth without files is seen. What is cut off is an entry of
        // a package that is refused, if not for what came before it.
        let most = (PackageLimits.files + 1) * 2 * (PackageLimits.path + 80)
        let listed = try git.run(
            ["ls-tree", "-r", "-t", "-z", "-l", "--full-tree", tree.text], in: mirror.repository,
            .init(output: most))
        var listing = PackageListing()
        var entries: [Entry] = []
        for line in listed.output.split(separator: 0) {
            guard let tab = line.firstIndex(of: 9) else { continue }
            let words = line[..<tab].split(separator: UInt8(ascii: " "))
                .map { String(decoding: $0, as: UTF8.self) }
            let path = Array(line[(tab + 1)...])
            guard words.count == 4, let id = ObjectID(words[2]) else { continue }
            if words[1] == "tree" {
                try Self.checkDepth(path)
                continue
            }
            try Self.checkMode(words[0], path)
            guard words[1] == "blob", let size = Int(words[3]) else { throw unreadable(listed) }
            try listing.add(path, size: size)
            entries.append(Entry(id: id, path: listing.files[entries.count].path, size: size))
        }
        if listed.isCut {
            throw PackageError(
                .refused, "it holds more than \(PackageLimits.files) files and folders")
        }
        guard listed.code == 0 else { throw unreadable(listed) }
        if entries.isEmpty { throw PackageError(.refused, "it holds no file") }
        return entries
    }

    private static func checkDepth(_ path: [UInt8]) throws(PackageError) {
        let depth = path.count { $0 == UInt8(ascii: "/") } + 2
        if depth > PackageLimits.depth {
            throw PackageListing.refusal(
                try PackageListing.text(path), "is more than \(PackageLimits.depth) folders deep")
        }
    }

    /// A file is a file: what else git has in trees leads out of them.
    private static func checkMode(_ mode: String, _ path: [UInt8]) throws(PackageError) {
        let problem: String
        switch mode {
        case "100644", "100755": return
        case "120000": problem = "is a symbolic link, which is not followed; put a file there"
        case "160000":
            problem = "is a submodule, which is not fetched; put its files there, or require it"
        default: problem = "has the mode \(mode); expected 100644 or 100755"
        }
        let shown = String(decoding: path.prefix(PackageLimits.path), as: UTF8.self)
        throw PackageListing.refusal(shown, problem)
    }

    /// The bytes of files whose sizes are known, by one process.
    private func read(
        _ entries: [Entry], _ mirror: MirrorFolder
    ) throws(PackageError) -> [PluginFiles.File] {
        // Files of the same content are asked for as often as they are there.
        let size = entries.reduce(0) { $0 + $1.size + 100 }
        let answer = try git.run(
            ["cat-file", "--batch=%(objectname) %(objecttype) %(objectsize)"],
            in: mirror.repository,
            input: Array(entries.map { $0.id.text + "\n" }.joined().utf8), .init(output: size))
        guard answer.code == 0, !answer.isCut else { throw unreadable(answer) }
        var files: [PluginFiles.File] = []
        var rest = answer.output[...]
        for entry in entries {
            let head = Array("\(entry.id.text) blob \(entry.size)\n".utf8)
            guard rest.starts(with: head), rest.count > head.count + entry.size else {
                throw unreadable(answer)
            }
            rest = rest.dropFirst(head.count)
            files.append(.init(path: entry.path, bytes: Array(rest.prefix(entry.size))))
            // A line feed is behind each.
            rest = rest.dropFirst(entry.size + 1)
        }
        return files
    }
}

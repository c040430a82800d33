extension Selection {
    /// The files that decide what is said of the documents: these, the configuration and what it
    /// extends, plugins, templates, the baseline. As seen from the current folder.
    public var inputFiles: [String] {
        groups.flatMap { group in
            let folder = group.workspace.configuration.path.map(Path.parent) ?? "."
            return group.files.filter { $0.content == nil }.map(\.path)
                + group.workspace.inputFiles + [Path.join(folder, BaselineFile.path)]
        }
    }

    /// The folders in which something may happen that changes what is said: those of the files, those
    /// that were looked through for documents, and those that a configuration may come to be in.
    public var inputFolders: Set<String> {
        var all = Set(folders.map(Path.normalised))
        all.insert(".")
        for file in inputFiles { all.insert(Path.parent(Path.normalised(file))) }
        return all
    }
}

/// How files are at one moment: of each whether it is there, which one it is, its size and when it
/// was written.
public struct FileMoment: Equatable {
    private var states: [[UInt8]: State?] = [:]

    private struct State: Equatable {
        var identity: Files.Identity
        var size: Int
        var modified: Int
    }

    public init(of paths: [String]) {
        for path in paths {
            states[Array(path.utf8)] = .some(
                Files.status(path).map {
                    State(identity: $0.identity, size: $0.size, modified: $0.modified)
                })
        }
    }
}

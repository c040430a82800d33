#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

extension Files {
    /// Makes a folder, and those that it is in, where they are not there.
    package static func makeFolder(_ path: String) throws(Problem) {
        if status(path)?.kind == .folder { return }
        let parent = Path.parent(path)
        if parent != path { try makeFolder(parent) }
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw Problem("cannot be made: \(reason(errno))", path: path)
        }
    }

    /// The same, for what is nobody else's to see or change.
    static func makeOwnFolder(_ path: String) throws(Problem) {
        if status(path)?.kind == .folder { return }
        let parent = Path.parent(path)
        if parent != path { try makeOwnFolder(parent) }
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw Problem("cannot be made: \(reason(errno))", path: path)
        }
    }

    /// Is it a folder that nobody else can write to?
    static func isOwn(_ folder: String) -> Bool {
        var info = stat()
        return unsafe stat(folder, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
            && info.st_uid == geteuid() && info.st_mode & 0o022 == 0
    }

    /// Gives a file below a folder new content, whole or not at all, and makes the folders on its
    /// way. Every step starts at an open folder and follows no symbolic link, so that nobody can
    /// lead it elsewhere, not even between two steps. (`openat2` asks the kernel for the same in one
    /// call, but makes no folders and is not everywhere.)
    ///
    /// - Parameter path: as `OutputName` allows it.
    package static func write(
        _ bytes: [UInt8], to path: String, below root: String
    ) throws(Problem) {
        guard var folder = Folder(root) else {
            throw Problem("cannot be opened: \(reason(errno))", path: root)
        }
        var walked: [String] = []
        let parts = Path.parts(path)
        for part in parts.dropLast() {
            walked.append(part)
            folder = try folder.enter(part, walked.joined(separator: "/"), of: path)
        }
        try folder.replace(parts.last ?? path, with: bytes, path)
    }
}

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

// What is looked at and removed below a folder. Every step starts at an open folder and follows no
// symbolic link.

extension Files {
    /// The bytes of a regular file below a folder; nil where there is none, or only behind a link.
    static func bytes(
        of path: String, below root: String, limit: Int
    ) throws(Problem) -> [UInt8]? {
        guard let folder = Folder(above: path, below: root) else { return nil }
        return try folder.bytes(of: Path.name(path), limit: limit, Path.join(root, path))
    }

    /// The bytes of a file that somebody names; nil where there is none.
    package static func bytes(of path: String) throws(Problem) -> [UInt8]? {
        status(path)?.kind == .file ? try read(path, limit: 1 << 30) : nil
    }

    /// Does anything stand at a path below a folder, a link among others?
    static func isThere(_ path: String, below root: String) -> Bool {
        Folder(above: path, below: root)?.status(of: Path.name(path)) != nil
    }

    /// Removes a file below a folder, and the folders that it leaves empty.
    static func remove(_ path: String, below root: String) {
        guard let folder = Folder(above: path, below: root) else { return }
        folder.remove(Path.name(path))
        var path = Path.parent(path)
        while path != ".", let above = Folder(above: path, below: root),
            unsafe unlinkat(above.descriptor, Path.name(path), AT_REMOVEDIR) == 0
        {
            path = Path.parent(path)
        }
    }

    /// Removes a folder below another and all that is in it, and the folders that it leaves empty.
    /// Links are removed and not followed.
    /// - Parameter removed: is told of the bytes of each file.
    static func removeTree(
        _ path: String, below root: String, removed: (Int) -> Void
    ) throws(Problem) {
        guard let above = Folder(above: path, below: root) else { return }
        try above.removeTree(Path.name(path), Path.join(root, path), depth: 0, removed: removed)
        // Of what is above, that which holds nothing else.
        var path = Path.parent(path)
        while path != ".", let above = Folder(above: path, below: root),
            unsafe unlinkat(above.descriptor, Path.name(path), AT_REMOVEDIR) == 0
        {
            path = Path.parent(path)
        }
    }
}

extension Folder {
    /// Folders in one another that are entered.
    private static let deepest = 64

    fileprivate func removeTree(
        _ name: String, _ path: String, depth: Int, removed: (Int) -> Void
    ) throws(Problem) {
        guard let status = status(of: name) else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            guard depth < Self.deepest, let inner = inner(name) else {
                throw Problem("cannot be removed: \(Files.reason(errno))", path: path)
            }
            for entry in try inner.entries(most: 1 << 20, path) ?? [] {
                try inner.removeTree(
                    entry.name, Path.join(path, entry.name), depth: depth + 1, removed: removed)
            }
        } else {
            removed(Int(clamping: status.st_size))
        }
        let flags = status.st_mode & S_IFMT == S_IFDIR ? AT_REMOVEDIR : 0
        guard unsafe unlinkat(descriptor, name, flags) == 0 || errno == ENOENT else {
            throw Problem("cannot be removed: \(Files.reason(errno))", path: path)
        }
    }

    /// The folder that a file stands in; nil, with `errno`, where it is not there, or only behind a
    /// link. The folder that all is below may be one.
    init?(above path: String, below root: String) {
        self.init(Path.parts(path).dropLast(), below: root)
    }

    /// A folder below another; nil, with `errno`, where it is not there, or only behind a link.
    init?(at path: String, below root: String) { self.init(Path.parts(path)[...], below: root) }

    private init?(_ parts: ArraySlice<String>, below root: String) {
        guard var folder = Folder(root) else { return nil }
        for part in parts {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            guard let inner = Folder(at: part, in: folder, flags) else { return nil }
            folder = inner
        }
        self = folder
    }

    private init?(at name: String, in folder: borrowing Folder, _ flags: Int32) {
        let opened = unsafe openat(folder.descriptor, name, flags)
        if opened < 0 { return nil }
        self.init(descriptor: opened)
    }

    /// A folder of this name in it; nil where it is none, or a link.
    func inner(_ name: String) -> Folder? {
        Folder(at: name, in: self, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }

    /// What it holds, sorted by the bytes of the names, without those that are not UTF-8, for which no
    /// path can be written; nil where that is more than so many.
    func entries(most: Int, _ path: String) throws(Problem) -> [Files.Entry]? {
        let own = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = unsafe fdopendir(own) else {
            let code = errno
            if own >= 0 { close(own) }
            throw Problem("cannot be listed: \(Files.reason(code))", path: path)
        }
        defer { unsafe closedir(stream) }
        var entries: [Files.Entry] = []
        var count = 0
        while let entry = unsafe readdir(stream) {
            count += 1
            if count > most + 2 { return nil }
            guard let name = unsafe Files.name(&entry.pointee.d_name), name != ".", name != ".."
            else { continue }
            entries.append(unsafe self.entry(name, type: Int32(entry.pointee.d_type)))
        }
        return entries.sorted { Path.precedes($0.name, $1.name) }
    }

    private func entry(_ name: String, type: Int32) -> Files.Entry {
        var mode: mode_t =
            switch type {
            case Int32(DT_REG): S_IFREG
            case Int32(DT_DIR): S_IFDIR
            case Int32(DT_LNK): S_IFLNK
            default: 0
            }
        // Some file systems do not say; ask.
        if mode == 0 { mode = (status(of: name)?.st_mode ?? 0) & S_IFMT }
        return Files.Entry(
            name: name, kind: mode == S_IFREG ? .file : mode == S_IFDIR ? .folder : .other,
            isLink: mode == S_IFLNK)
    }

    /// The bytes of a regular file; nil where there is none, or a link.
    func bytes(of name: String, limit: Int, _ path: String) throws(Problem) -> [UInt8]? {
        // What was put there instead may be a pipe, which is not waited for.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let file = unsafe openat(descriptor, name, flags)
        guard file >= 0 else {
            if errno == ENOENT || errno == ELOOP { return nil }
            throw Problem("cannot be read: \(Files.reason(errno))", path: path)
        }
        defer { close(file) }
        var info = stat()
        guard unsafe fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        return try Files.read(descriptor: file, name: path, limit: limit)
    }

    /// Keeps other processes waiting that ask for the same, until it goes away.
    func lock() { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
}

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
}

extension Folder {
    /// The folder that a file stands in; nil, with `errno`, where it is not there, or only behind a
    /// link. The folder that all is below may be one.
    init?(above path: String, below root: String) {
        guard var folder = Folder(root) else { return nil }
        for part in Path.parts(path).dropLast() {
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

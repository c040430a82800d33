#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// An open folder, whatever becomes of the paths that led to it.
struct Folder: ~Copyable {
    let descriptor: Int32

    /// Nil, with `errno`, where it cannot be opened.
    init?(_ path: String) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    /// A folder below another, made where it is not there; nil where it cannot be, or leads through a
    /// link.
    init?(making path: String, below root: String) {
        guard var folder = Folder(root) else { return nil }
        for part in Path.parts(path) {
            guard let inner = try? folder.enter(part, path, of: path) else { return nil }
            folder = inner
        }
        self = folder
    }

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The same folder, open once more; nil where that cannot be.
    var again: Folder? {
        let opened = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        return opened < 0 ? nil : Folder(descriptor: opened)
    }

    /// The folder of a name in this one, made where it is not there.
    func enter(_ name: String, _ shown: String, of path: String) throws(Problem) -> Folder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var opened = unsafe openat(descriptor, name, flags)
        if opened < 0, errno == ENOENT {
            guard unsafe mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else {
                throw Problem("cannot be made: \(Files.reason(errno))", path: shown)
            }
            opened = unsafe openat(descriptor, name, flags)
        }
        if opened >= 0 { return Folder(descriptor: opened) }
        let code = errno
        if let status = status(of: name), status.st_mode & S_IFMT == S_IFLNK {
            throw Problem(
                "the output \"\(path)\" leads through the symbolic link \"\(shown)\", which is not "
                    + "followed")
        }
        throw Problem("cannot be opened: \(Files.reason(code))", path: shown)
    }

    /// Gives the file of a name in this folder new content, or makes it. A signal that would end the
    /// process waits.
    func replace(_ name: String, with bytes: [UInt8], _ path: String) throws(Problem) {
        let signals = HeldSignals()
        defer { _ = signals }
        removeStrays()
        let temporary = try stage(bytes, inPlaceOf: name, path)
        do throws(Problem) {
            try rename(temporary, to: name, path)
        } catch {
            remove(temporary)
            throw error
        }
        _ = synchronise()
    }

    /// Does the disk have what was named in it?
    func synchronise() -> Bool {
        // Some file systems know of no such thing for folders.
        fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
    }

    /// Is there a file of a name that holds these bytes? They are compared, not times, whose steps are
    /// longer than what an editor takes to write twice.
    func holds(_ bytes: [UInt8], at name: String) -> Bool {
        // What was put there instead may be a pipe, which is not waited for.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let file = unsafe openat(descriptor, name, flags)
        guard file >= 0 else { return false }
        defer { close(file) }
        var info = stat()
        guard unsafe fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
            info.st_size == bytes.count
        else { return false }
        return (try? Files.read(descriptor: file, name: name, limit: bytes.count)) == bytes
    }

    /// Bytes of what stands at a name; 0 where that is nothing.
    func size(of name: String) -> Int { status(of: name).map { Int(clamping: $0.st_size) } ?? 0 }

    func status(of name: String) -> stat? {
        var info = stat()
        return unsafe fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 ? info : nil
    }
}

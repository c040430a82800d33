#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// An open folder, whatever becomes of the paths that led to it.
struct Folder: ~Copyable {
    private let descriptor: Int32

    /// Nil, with `errno`, where it cannot be opened.
    init?(_ path: String) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor >= 0 { close(descriptor) } }

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

    /// Gives the file of a name in this folder new content.
    func replace(_ name: String, with bytes: [UInt8], _ path: String) throws(Problem) {
        let existing = status(of: name)
        if let existing {
            switch existing.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFLNK:
                throw Problem("the output \"\(path)\" is a symbolic link, which is not followed")
            case S_IFDIR: throw Problem("cannot be written: it is a folder", path: path)
            default: throw Problem("cannot be written: it is no regular file", path: path)
            }
            if unsafe faccessat(descriptor, name, W_OK, 0) != 0 { throw Files.unwritable(path) }
        }
        let (file, temporary) = try create(path)
        var done = Files.write(bytes, descriptor: file)
        if done, let existing { done = fchmod(file, existing.st_mode & 0o7777) == 0 }
        var code = errno
        if close(file) != 0, done { (done, code) = (false, errno) }
        if done, unsafe renameat(descriptor, temporary, descriptor, name) != 0 {
            (done, code) = (false, errno)
        }
        if !done {
            unsafe unlinkat(descriptor, temporary, 0)
            throw Files.unwritable(path, code)
        }
    }

    private func create(_ path: String) throws(Problem) -> (descriptor: Int32, name: String) {
        for attempt in 0..<100 {
            let name = ".perilune-\(getpid())-\(attempt)"
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let file = unsafe openat(descriptor, name, flags, 0o666)
            if file >= 0 { return (file, name) }
            if errno != EEXIST { break }
        }
        throw Files.unwritable(path)
    }

    private func status(of name: String) -> stat? {
        var info = stat()
        return unsafe fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 ? info : nil
    }
}

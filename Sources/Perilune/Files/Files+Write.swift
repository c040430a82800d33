#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

extension Files {
    /// Gives a file new content, whole or not at all: the bytes go to a file beside it, which then
    /// takes its name. Permissions and symbolic links are kept. What is no regular file, such as
    /// `/dev/null`, is written to.
    package static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        let existing = status(path)
        if existing?.kind == .folder {
            throw Problem("cannot be written: it is a folder", path: path)
        }
        if existing?.kind == .other {
            let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw unwritable(path) }
            defer { close(descriptor) }
            guard write(bytes, descriptor: descriptor) else { throw unwritable(path) }
            return
        }
        let target = existing == nil ? path : real(path) ?? path
        guard let folder = Folder(Path.parent(target)) else { throw unwritable(path) }
        try folder.replace(Path.name(target), with: bytes, path)
    }

    /// Gives files new content, all or none as far as a file system allows; see `FileTransaction`.
    /// - Throws: why, and which were written if some were.
    package static func write(_ changes: [FileChange]) throws(Problems) {
        try FileTransaction.write(changes)
    }

    /// Writes a file that is not there yet.
    package static func create(_ path: String, with bytes: [UInt8]) throws(Problem) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe open(path, flags, 0o666)
        guard descriptor >= 0 else {
            if errno == EEXIST {
                throw Problem("is there already; name another file, or remove it", path: path)
            }
            throw unwritable(path)
        }
        var done = write(bytes, descriptor: descriptor)
        var code = errno
        if close(descriptor) != 0, done { (done, code) = (false, errno) }
        if !done {
            unsafe unlink(path)
            throw unwritable(path, code)
        }
    }

    /// Writes all bytes to an open file; false, with `errno`, where that fails.
    package static func write(_ bytes: [UInt8], descriptor: Int32) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            var rest = unsafe buffer[...]
            while unsafe !rest.isEmpty {
                let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
                #if canImport(Darwin)
                    let count = unsafe Darwin.write(descriptor, part.baseAddress, part.count)
                #else
                    let count = unsafe Glibc.write(descriptor, part.baseAddress, part.count)
                #endif
                if count < 0, errno == EINTR { continue }
                if count < 0 { return false }
                unsafe rest = rest.dropFirst(count)
            }
            return true
        }
    }

    static func unwritable(_ path: String, _ code: Int32 = errno) -> Problem {
        Problem("cannot be written: \(reason(code))", path: path)
    }
}

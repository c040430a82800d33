#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

// New content beside a file, until it takes the file's name.

extension Folder {
    /// Of the temporary files; the number of the process and one more follow. Nothing that begins with
    /// a dot is read as a spec.
    private static let prefix = ".perilune-"

    /// Writes new content for the file of a name, on to the disk, beside it; the name it has there.
    /// Where the file is there, the new one has its permissions and its owner.
    ///
    /// - Parameter number: how many others there may be.
    func stage(
        _ bytes: [UInt8], inPlaceOf name: String, number: Int = 0, _ path: String
    ) throws(Problem) -> String {
        let existing = status(of: name)
        if let existing { try requireWritable(existing, name, path) }
        let (file, temporary) = try create(number, path)
        var done = Files.write(bytes, descriptor: file)
        if done, let existing { done = Self.adopt(existing, file) }
        if done { done = fsync(file) == 0 }
        var code = errno
        if close(file) != 0, done { (done, code) = (false, errno) }
        if done { return temporary }
        remove(temporary)
        throw Files.unwritable(path, code)
    }

    /// Gives a file a name that another may have, which then is gone.
    func rename(_ temporary: String, to name: String, _ path: String) throws(Problem) {
        guard unsafe renameat(descriptor, temporary, descriptor, name) == 0 else {
            throw Files.unwritable(path)
        }
    }

    func remove(_ name: String) { unsafe unlinkat(descriptor, name, 0) }

    /// Removes what killed processes left. (Of a folder that another machine or container writes at
    /// this moment, that may take a file that is still wanted: its owner then fails to rename it,
    /// says so, and what it would have written is as it was.)
    func removeStrays() {
        for name in Files.names(in: descriptor) where Self.isStray(name) { remove(name) }
    }

    private static func isStray(_ name: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let numbers = name.dropFirst(prefix.count).split(
            separator: "-", omittingEmptySubsequences: false)
        let digits = numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { "0"..."9" ~= $0 } }
        guard numbers.count == 2, digits, let process = pid_t(numbers[0]), process > 0
        else { return false }
        return process != getpid() && kill(process, 0) != 0 && errno == ESRCH
    }

    private func requireWritable(
        _ existing: stat, _ name: String, _ path: String
    ) throws(Problem) {
        switch existing.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK:
            throw Problem("the output \"\(path)\" is a symbolic link, which is not followed")
        case S_IFDIR: throw Problem("cannot be written: it is a folder", path: path)
        default: throw Problem("cannot be written: it is no regular file", path: path)
        }
        // Of root's the system would not ask, but somebody meant it.
        if existing.st_mode & 0o222 == 0 {
            throw Problem("cannot be written: it is read-only", path: path)
        }
        if unsafe faccessat(descriptor, name, W_OK, 0) != 0 { throw Files.unwritable(path) }
    }

    /// Gives a new file the owner, the group and the permissions of an old one; false, with `errno`,
    /// where it cannot have the last. Who is not root cannot give files away: like GNU sed and git we
    /// go on with a file of our own, for writing into the old one would give up that it is whole at
    /// any moment. Where not even the group stays, ours may do no more than everybody.
    private static func adopt(_ old: stat, _ file: Int32) -> Bool {
        var new = stat()
        guard unsafe fstat(file, &new) == 0 else { return false }
        var mode = old.st_mode & 0o7777
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid),
            fchown(file, old.st_uid, old.st_gid) != 0,
            fchown(file, uid_t.max, old.st_gid) != 0
        {
            mode = mode & 0o0707 | (mode & 0o007) << 3
        }
        return fchmod(file, mode) == 0
    }

    /// Makes a new file beside others, open to be written.
    func create(
        _ number: Int, _ path: String
    ) throws(Problem) -> (descriptor: Int32, name: String) {
        for attempt in 0..<100 {
            let name = "\(Self.prefix)\(getpid())-\(number + attempt)"
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let file = unsafe openat(descriptor, name, flags, 0o666)
            if file >= 0 { return (file, name) }
            if errno != EEXIST { break }
        }
        throw Files.unwritable(path)
    }
}

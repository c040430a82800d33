#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The folder of a mirror on disk: made whole or not at all, held by one writer or many readers, and
/// made anew where what was fetched last may be half there.
///
/// It holds `lock`, `repository` (a bare one), and `fetching` while something is fetched. What `git
/// init` would leave is written here: a configuration that somebody else has put there could have git
/// start a program, so one that is not ours, byte for byte, is not used.
@safe final class MirrorFolder {
    /// An absolute path.
    let path: String
    var repository: String { path + "/repository" }
    private var marker: String { path + "/fetching" }
    private var lock: Int32 = -1

    private static let files = [
        (name: "HEAD", text: "ref: refs/heads/none\n"),
        (name: "config", text: "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"),
    ]

    private init(_ path: String) { self.path = path }

    /// To be written to; made where it is not there. Waits until nobody else uses it.
    static func forWriting(_ path: String) throws(PackageError) -> MirrorFolder {
        let folder = MirrorFolder(path)
        for _ in 0..<attempts {
            try makeFolders(path)
            if try folder.take(writes: true) { return folder }
        }
        throw PackageError(.storage, "the folder \"\(path)\" is removed again and again")
    }

    /// To be read; nil where there is none. Waits until nobody writes.
    static func forReading(_ path: String) throws(PackageError) -> MirrorFolder? {
        let folder = MirrorFolder(path)
        for _ in 0..<attempts {
            if !isThere(path + "/lock") { return nil }
            if try folder.take(writes: false) { return folder }
        }
        return nil
    }

    private static let attempts = 100

    deinit { if lock >= 0 { close(lock) } }

    /// False where the folder was removed while its lock was waited for.
    private func take(writes: Bool) throws(PackageError) -> Bool {
        // Who only reads may have a folder that cannot be written.
        let flags = (writes ? O_RDWR | O_CREAT : O_RDONLY) | O_NOFOLLOW | O_CLOEXEC
        lock = unsafe open(path + "/lock", flags, 0o600)
        guard lock >= 0 else {
            if errno == ENOENT { return false }
            throw storage("cannot be locked")
        }
        while flock(lock, writes ? LOCK_EX : LOCK_SH) != 0 {
            if errno != EINTR { throw storage("cannot be locked") }
        }
        var held = stat()
        var named = stat()
        if unsafe fstat(lock, &held) == 0, unsafe lstat(path + "/lock", &named) == 0,
            held.st_ino == named.st_ino, held.st_dev == named.st_dev
        {
            return true
        }
        close(lock)
        lock = -1
        return false
    }

    /// Is there a repository that a fetch has completed?
    var isWhole: Bool { !Self.isThere(marker) && Self.isThere(repository) && isOurs }

    private var isOurs: Bool {
        Self.files.allSatisfy { file in
            Self.content(of: repository + "/" + file.name, most: 1_000) == Array(file.text.utf8)
        }
    }

    /// Readies the repository to be fetched into; what an earlier fetch left half is removed.
    func begin() throws(PackageError) {
        if !isWhole {
            FolderRemoval.remove(repository)
            FolderRemoval.remove(repository + ".new")
            try make(repository + ".new")
            guard unsafe rename(repository + ".new", repository) == 0 else {
                throw storage("cannot be written")
            }
        }
        try write("", to: marker)
    }

    /// Says that what was begun is whole.
    func complete() throws(PackageError) {
        guard unsafe unlink(marker) == 0 else { throw storage("cannot be written") }
    }

    /// Says that what was begun has failed.
    /// - Parameter isWhole: is what was there before still there? Else all is removed, which may be much.
    func abandon(isWhole: Bool) {
        if !isWhole { return FolderRemoval.remove(repository) }
        FolderRemoval.remove(repository + "/objects/pack") { $0.hasPrefix("tmp_") }
        unsafe unlink(marker)
    }

    private func make(_ folder: String) throws(PackageError) {
        for name in ["", "/objects", "/refs"] {
            guard unsafe mkdir(folder + name, 0o700) == 0 else {
                throw storage("cannot be written")
            }
        }
        for file in Self.files { try write(file.text, to: folder + "/" + file.name) }
    }

    private func write(_ text: String, to file: String) throws(PackageError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe open(file, flags, 0o600)
        guard descriptor >= 0 else { throw storage("cannot be written") }
        let bytes = Array(text.utf8)
        let count = Self.write(descriptor, bytes)
        guard close(descriptor) == 0, count == bytes.count else {
            throw storage("cannot be written")
        }
    }

    private static func write(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
        #if canImport(Darwin)
            return unsafe Darwin.write(descriptor, bytes, bytes.count)
        #else
            return unsafe Glibc.write(descriptor, bytes, bytes.count)
        #endif
    }

    private func storage(_ what: String) -> PackageError { Self.storage(path, what, errno) }

    private static func storage(_ path: String, _ what: String, _ code: Int32) -> PackageError {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        let text = reason.prefix(1).lowercased() + reason.dropFirst()
        return PackageError(.storage, "the folder \"\(path)\" \(what): \(text)")
    }

    private static func makeFolders(_ path: String) throws(PackageError) {
        guard path.utf8.first == UInt8(ascii: "/") else {
            throw PackageError(.storage, "the folder \"\(path)\" is no absolute path")
        }
        var made = ""
        for part in path.unicodeScalars.split(separator: "/") {
            made += "/" + String(part)
            // 0700: what is private is fetched here.
            if unsafe mkdir(made, 0o700) != 0, errno != EEXIST {
                let code = errno
                if isThere(made) { continue }
                throw storage(path, "cannot be made", code)
            }
        }
    }

    private static func isThere(_ path: String) -> Bool {
        var info = stat()
        return unsafe lstat(path, &info) == 0
    }

    /// The bytes of a regular file; nil where there is none or it has more.
    private static func content(of file: String, most: Int) -> [UInt8]? {
        let descriptor = unsafe open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: most + 1)
        let got = unsafe read(descriptor, &bytes, bytes.count)
        return got < 0 || got > most ? nil : Array(bytes[..<got])
    }
}

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

// What the project reads from the file system and how; writing is in `Files+Write.swift`.

/// Files and folders, through the operating system's own calls.
package enum Files {
    /// What stands at a path.
    package enum Kind: Sendable { case file, folder, other }

    /// Names a file whatever path leads to it.
    package struct Identity: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
    }

    /// What the file system says of a path.
    package struct Status: Sendable {
        /// Symbolic links are followed.
        package var kind: Kind
        var identity: Identity
        package var size: Int
        /// Nanoseconds since 1970 at which it was last written.
        package var modified: Int
        var mode: UInt32
    }

    struct Entry: Sendable {
        var name: String
        /// Of the entry itself; `isLink` where it is a symbolic link.
        var kind: Kind
        var isLink: Bool
    }

    /// The current folder, as an absolute path.
    package static func currentFolder() throws(Problem) -> String {
        guard let pointer = unsafe getcwd(nil, 0) else {
            throw Problem("the current folder cannot be found: \(reason(errno))")
        }
        defer { unsafe free(pointer) }
        return unsafe String(cString: pointer)
    }

    /// Has relative paths be seen from another folder from now on.
    package static func enter(_ folder: String) throws(Problem) {
        guard unsafe chdir(folder) == 0 else {
            throw Problem("cannot be entered: \(reason(errno))", path: folder)
        }
    }

    /// What stands at a path, symbolic links followed; nil where there is nothing to be seen.
    package static func status(_ path: String) -> Status? {
        var info = stat()
        guard unsafe stat(path, &info) == 0 else { return nil }
        return Status(info)
    }

    /// Is a symbolic link there, wherever it leads?
    static func isLink(_ path: String) -> Bool {
        var info = stat()
        return unsafe lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }

    /// The path without symbolic links; nil where it leads nowhere.
    static func real(_ path: String) -> String? {
        guard let pointer = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(pointer) }
        return unsafe String(cString: pointer)
    }

    /// All bytes of a file (or a pipe), of which there may be at most `limit`.
    static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Problem("cannot be read: \(reason(errno))", path: path) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, name: path, limit: limit)
    }

    /// All bytes that an open file still has. `name` is for messages.
    package static func read(
        descriptor: Int32, name: String, limit: Int
    ) throws(Problem) -> [UInt8] {
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else {
            throw Problem("cannot be read: \(reason(errno))", path: name)
        }
        let status = Status(info)
        if status.kind == .folder { throw Problem("is a folder", path: name) }
        // One byte more than the size that was told, to see the end at once; no more, for who reads many
        // files keeps what this has room for. Of what is no file on a disk none is told.
        var chunk = min(status.size > 0 ? status.size + 1 : 1 << 16, limit + 1)
        var bytes: [UInt8] = []
        while true {
            var failed = false
            let part = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                while count < chunk {
                    let rest = unsafe UnsafeMutableRawBufferPointer(buffer)[count...]
                    let got = unsafe Self.read(descriptor, .init(rebasing: rest))
                    if got < 0 { failed = true }
                    if got <= 0 { break }
                    count += got
                }
            }
            if failed { throw Problem("cannot be read: \(reason(errno))", path: name) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if bytes.count > limit {
                throw Problem(
                    "is too large: at most \(limit >> 20) MiB are read", path: name)
            }
            if part.count < chunk { return bytes }
            chunk = min(max(chunk, bytes.count), limit + 1 - bytes.count)
            if chunk <= 0 { chunk = 1 }
        }
    }

    /// What a folder holds, sorted by the bytes of the names; never `.` and `..`. Names that are
    /// not UTF-8 are only counted: no path can be written for them.
    static func entries(
        _ folder: String
    ) throws(Problem) -> (named: [Entry], unnamed: Int) {
        guard let stream = unsafe opendir(folder) else {
            throw Problem("cannot be listed: \(reason(errno))", path: folder)
        }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        var unnamed = 0
        while let entry = unsafe readdir(stream) {
            guard let name = unsafe name(&entry.pointee.d_name) else {
                unnamed += 1
                continue
            }
            if name == "." || name == ".." { continue }
            entries.append(unsafe self.entry(name, type: Int32(entry.pointee.d_type), in: folder))
        }
        return (entries.sorted { Path.precedes($0.name, $1.name) }, unnamed)
    }

    /// The names that an open folder holds, in no order, without those that are not UTF-8; none where
    /// it cannot be listed.
    static func names(in folder: Int32) -> [String] {
        let own = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { return [] }
        guard let stream = unsafe fdopendir(own) else {
            close(own)
            return []
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            if let name = unsafe self.name(&entry.pointee.d_name) { names.append(name) }
        }
        return names
    }

    /// A name of at most 255 bytes and a NUL; nil where it is not UTF-8.
    static func name<Characters>(_ characters: inout Characters) -> String? {
        unsafe withUnsafePointer(to: &characters) { pointer in
            unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                unsafe String(validatingCString: $0)
            }
        }
    }

    private static func entry(_ name: String, type: Int32, in folder: String) -> Entry {
        switch type {
        case Int32(DT_REG): return Entry(name: name, kind: .file, isLink: false)
        case Int32(DT_DIR): return Entry(name: name, kind: .folder, isLink: false)
        case Int32(DT_LNK): return Entry(name: name, kind: .other, isLink: true)
        default:
            // Some file systems do not say; ask.
            var info = stat()
            let path = folder + "/" + name
            guard unsafe lstat(path, &info) == 0 else {
                return Entry(name: name, kind: .other, isLink: false)
            }
            let isLink = info.st_mode & S_IFMT == S_IFLNK
            return Entry(name: name, kind: Status(info).kind, isLink: isLink)
        }
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            #if canImport(Darwin)
                let got = unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }

    /// Why the last call failed, in lower case: `no such file or directory`.
    package static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        let reason = unsafe String(cString: text)
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }
}

extension Files.Status {
    fileprivate init(_ info: stat) {
        kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        identity = Files.Identity(
            device: UInt64(truncatingIfNeeded: info.st_dev),
            number: UInt64(truncatingIfNeeded: info.st_ino))
        size = Int(clamping: info.st_size)
        #if canImport(Darwin)
            let time = info.st_mtimespec
        #else
            let time = info.st_mtim
        #endif
        modified = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
        mode = UInt32(info.st_mode)
    }
}

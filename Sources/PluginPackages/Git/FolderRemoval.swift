#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Removes a folder with all that is in it.
enum FolderRemoval {
    /// Removes what stands at a path, as far as that goes: a link itself, not what it leads to.
    static func remove(_ path: String) { remove(path, in: AT_FDCWD) }

    private static func remove(_ name: String, in folder: Int32) {
        if unsafe unlinkat(folder, name, 0) == 0 || errno == ENOENT { return }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let inner = unsafe openat(folder, name, flags)
        if inner >= 0 {
            for name in names(in: inner) { remove(name, in: inner) }
            close(inner)
        }
        _ = unsafe unlinkat(folder, name, AT_REMOVEDIR)
    }

    private static func names(in folder: Int32) -> [String] {
        let own = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { return [] }
        guard let stream = unsafe fdopendir(own) else {
            close(own)
            return []
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(validatingCString: $0)
                }
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Removes folders with all that is in them.
enum FolderRemoval {
    /// Removes what stands at a path, as far as that goes: a link itself, not what it leads to.
    static func remove(_ path: String) { remove(path, in: AT_FDCWD) }

    /// Removes what a folder holds under some names.
    static func remove(_ folder: String, where isMeant: (String) -> Bool) {
        let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { return }
        defer { close(opened) }
        for name in names(in: opened) where isMeant(name) { remove(name, in: opened) }
    }

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

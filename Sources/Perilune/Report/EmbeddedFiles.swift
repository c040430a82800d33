internal import CBundle

/// The data of this target that travels inside the executable.
enum EmbeddedFiles {
    /// Those of a folder of the bundle, by the rest of their names, in its order.
    static func all(below folder: String) -> [(name: String, bytes: [UInt8])] {
        (0..<bundle_count()).compactMap { index in
            let file = unsafe bundle_at(index)
            let path = unsafe String(cString: file.path)
            guard path.hasPrefix(folder) else { return nil }
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            return (String(path.dropFirst(folder.count)), unsafe Array(bytes))
        }
    }
}

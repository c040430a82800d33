internal import CBundle

/// A file that travels inside the executable.
package struct EmbeddedFile: Sendable {
    /// As seen from the folder of the bundle that was asked for.
    package let path: String
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Those below a folder of the bundle, in its order; those alone that are wanted, since each is a
    /// copy.
    package static func all(
        below folder: String, wanting isWanted: (_ path: String) -> Bool = { _ in true }
    ) -> [EmbeddedFile] {
        (0..<bundle_count()).compactMap { index in
            let length = folder.utf8.count
            guard unsafe bundle_is_below(index, folder, length) else { return nil }
            let file = unsafe bundle_at(index)
            let path = unsafe String(cString: file.path + length + 1)
            guard isWanted(path) else { return nil }
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            return EmbeddedFile(path: path, bytes: unsafe Array(bytes))
        }
    }

    /// The one at a path of the bundle; nil where there is none.
    package static func at(_ path: String) -> EmbeddedFile? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = path[path.index(after: slash)...]
        return all(below: String(path[..<slash])) { $0 == name }.first
    }
}

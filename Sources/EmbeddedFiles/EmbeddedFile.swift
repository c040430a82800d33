internal import CBundle

/// A file that travels inside the executable.
package struct EmbeddedFile: Sendable {
    /// As seen from the folder of the bundle that was asked for.
    package let path: String
    /// Its place in the bundle.
    package let place: Int

    /// A copy.
    package var bytes: [UInt8] {
        let file = unsafe bundle_at(place)
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }

    /// How many bytes it has.
    package var count: Int { unsafe bundle_at(place).count }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Those below a folder of the bundle, by the bytes of their paths; of these those alone whose paths end
    /// so, or do not.
    package static func all(
        below folder: String, ending suffix: String = "", notEnding others: String? = nil
    ) -> [EmbeddedFile] {
        let length = folder.utf8.count
        let places = unsafe folder.withCString { folder in
            let first = unsafe bundle_first_below(folder, length)
            var end = first
            while end < bundle_count(), unsafe bundle_is_below(end, folder, length) { end += 1 }
            return first..<end
        }
        return places.compactMap { place in
            guard unsafe bundle_ends(place, suffix) else { return nil }
            if let others, unsafe bundle_ends(place, others) { return nil }
            let file = unsafe bundle_at(place)
            return EmbeddedFile(path: unsafe String(cString: file.path + length + 1), place: place)
        }
    }

    /// The one at a path of the bundle; nil where there is none.
    package static func at(_ path: String) -> EmbeddedFile? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = String(path[path.index(after: slash)...])
        return all(below: String(path[..<slash]), ending: name).first { $0.path == name }
    }
}

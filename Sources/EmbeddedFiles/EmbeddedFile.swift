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

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Those below a folder of the bundle, by the bytes of their paths; those alone that are wanted.
    package static func all(
        below folder: String, wanting isWanted: (_ path: String) -> Bool = { _ in true }
    ) -> [EmbeddedFile] {
        let length = folder.utf8.count
        let places = unsafe folder.withCString { folder in
            let first = unsafe bundle_first_below(folder, length)
            var end = first
            while end < bundle_count(), unsafe bundle_is_below(end, folder, length) { end += 1 }
            return first..<end
        }
        return places.compactMap { place in
            let file = unsafe bundle_at(place)
            let path = unsafe String(cString: file.path + length + 1)
            return isWanted(path) ? EmbeddedFile(path: path, place: place) : nil
        }
    }

    /// Are these the bytes of the file at a place of the bundle?
    package static func holds(_ bytes: [UInt8], at place: Int) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe bundle_holds(place, bytes.baseAddress, bytes.count)
        }
    }

    /// The one at a path of the bundle; nil where there is none.
    package static func at(_ path: String) -> EmbeddedFile? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = path[path.index(after: slash)...]
        return all(below: String(path[..<slash])) { $0 == name }.first
    }
}

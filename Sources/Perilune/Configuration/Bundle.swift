internal import CBundle
internal import SpecPlugins

/// The plugins that travel inside the executable.
enum Bundle {
    /// Sorted.
    static let pluginNames: [String] = Set(
        rows.compactMap { row in
            let parts = Path.parts(row.path)
            return parts.count > 2 && parts[0] == "plugins" ? parts[1] : nil
        }
    ).sorted(by: Path.precedes)

    /// Nil where no bundled plugin has the name.
    static func plugin(_ name: String) -> PluginFiles? {
        let prefix = "plugins/\(name)/"
        var files: [PluginFiles.File] = []
        for row in rows where row.path.hasPrefix(prefix) {
            let path = String(row.path.dropFirst(prefix.count))
            files.append(PluginFiles.File(path: path, bytes: bytes(row.index)))
        }
        if files.isEmpty { return nil }
        files.sort { Path.precedes($0.path, $1.path) }
        return PluginFiles(name: name, root: "bundled:\(name)", files: files)
    }

    /// Names as findings carry them: `risk-register`.
    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= first
            && name.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
            }
    }

    private static let rows: [(index: Int, path: String)] = (0..<bundle_count()).map { index in
        unsafe (index, String(cString: bundle_at(index).path))
    }

    private static func bytes(_ index: Int) -> [UInt8] {
        let file = unsafe bundle_at(index)
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}

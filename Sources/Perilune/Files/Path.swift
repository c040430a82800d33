/// Paths as text, with `/` between the parts. Nothing here touches a file.
///
/// All of it works on bytes: a `Character` may hold a `/` and the accent after it.
package enum Path {
    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    static func parts(_ path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    private static func joined(_ parts: [String]) -> String {
        var path = ""
        for part in parts {
            if !path.isEmpty { path += "/" }
            path += part
        }
        return path
    }

    /// Without `.`, repeated `/` and, where it can be told from the text, `..`; `.` for nothing.
    static func normalised(_ path: String) -> String {
        if isPlain(path) { return path }
        var kept: [String] = []
        let absolute = isAbsolute(path)
        for part in parts(path) where part != "." {
            if part == "..", let last = kept.last, last != ".." {
                kept.removeLast()
            } else if part != ".." || !absolute {
                kept.append(part)
            }
        }
        let joined = joined(kept)
        return absolute ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// Is each part a name? So it is of most paths, which are normalised as they are.
    private static func isPlain(_ path: String) -> Bool {
        var (length, dots) = (0, 0)
        for byte in path.utf8.dropFirst(isAbsolute(path) ? 1 : 0) {
            if byte == UInt8(ascii: "/") {
                if length == dots, length < 3 { return false }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return length > dots || length > 2
    }

    /// `path` as seen from `folder`, normalised.
    package static func join(_ folder: String, _ path: String) -> String {
        normalised(isAbsolute(path) || folder.isEmpty ? path : folder + "/" + path)
    }

    /// The folder a path stands in; `/` stands in itself, a lone name in `.`.
    static func parent(_ path: String) -> String {
        if isPlain(path) {
            guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
            return slash == path.startIndex ? "/" : String(path[..<slash])
        }
        var parts = parts(path)
        if !isAbsolute(path), parts.count < 2 { return "." }
        _ = parts.popLast()
        return (isAbsolute(path) ? "/" : "") + joined(parts)
    }

    /// The last part.
    static func name(_ path: String) -> String { parts(path).last ?? path }

    /// An absolute path as seen from an absolute folder, with `..` where it must be; `.` for the
    /// folder itself.
    package static func relative(_ path: String, to folder: String) -> String {
        if isPlain(path), isPlain(folder), path.utf8.starts(with: folder.utf8) {
            let below = path.utf8.dropFirst(folder.utf8.count)
            if below.first == UInt8(ascii: "/") { return String(Substring(below.dropFirst())) }
        }
        let path = parts(path)
        let folder = parts(folder)
        var shared = 0
        while shared < path.count, shared < folder.count,
            path[shared].utf8.elementsEqual(folder[shared].utf8)
        {
            shared += 1
        }
        let up = Array(repeating: "..", count: folder.count - shared)
        let relative = joined(up + path[shared...])
        return relative.isEmpty ? "." : relative
    }

    /// Is it below its starting point, wherever that is?
    static func staysBelow(_ path: String) -> Bool {
        let path = normalised(path)
        return !isAbsolute(path) && parts(path).first != ".."
    }

    /// Is an absolute path below an absolute folder, both without links and normalised?
    static func isBelow(_ folder: String, _ path: String) -> Bool {
        let (folder, path) = (parts(folder), parts(path))
        return path.count > folder.count
            && zip(folder, path).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// `*.md` and `*.markdown`, whatever their letter case.
    static func isMarkdown(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    /// Order by bytes, the same on every machine.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

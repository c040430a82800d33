/// A list of files that another program wrote.
package enum NameList {
    private static let limit = 256 << 20

    /// The names that a list holds, in its order.
    /// - Parameters:
    ///   - endsWithNUL: does NUL end a name, as `find -print0` and `git ls-files -z` write them? Else
    ///     LF or CR LF does.
    ///   - path: for messages.
    package static func names(
        in bytes: [UInt8], endsWithNUL: Bool, path: String
    ) throws(Problem) -> [String] {
        let end: UInt8 = endsWithNUL ? 0 : 0x0A
        var names: [String] = []
        for (place, part) in bytes.split(separator: end, omittingEmptySubsequences: false)
            .enumerated()
        {
            var part = part
            let line = endsWithNUL ? nil : place + 1
            if !endsWithNUL {
                if part.last == 0x0D { part.removeLast() }
                if part.contains(0) {
                    throw Problem(
                        "byte 0 found in a name; where NUL ends each name, say -0", path: path,
                        line: line)
                }
            }
            guard !part.isEmpty else { continue }
            guard let name = String(validating: part, as: UTF8.self) else {
                throw Problem(
                    endsWithNUL
                        ? "name \(place + 1) is not UTF-8; rename the file"
                        : "a name that is not UTF-8; rename the file", path: path, line: line)
            }
            names.append(name)
        }
        return names
    }

    /// The names in a file.
    package static func read(_ path: String, endsWithNUL: Bool) throws(Problem) -> [String] {
        try names(
            in: try Files.read(path, limit: limit), endsWithNUL: endsWithNUL, path: path)
    }
}

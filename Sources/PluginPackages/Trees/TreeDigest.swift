package import SpecPlugins

/// A digest over the paths and bytes of files, the same wherever they lie: in a git tree, in an
/// archive, in a folder.
///
/// It is Go's `Hash1` (golang.org/x/mod/sumdb/dirhash): for each file, sorted by the bytes of its path,
/// the SHA-256 of its bytes in hexadecimal digits, two spaces, its path, a line feed; of all that the
/// SHA-256 in Base64, behind `h1:`.
package enum TreeDigest {
    /// - Parameter files: in any order; their paths hold no line feed.
    package static func of(_ files: [PluginFiles.File]) -> String {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var lines: [UInt8] = []
        for file in sorted {
            lines += Array("\(SHA256.hexadecimal(file.bytes))  \(file.path)\n".utf8)
        }
        return "h1:" + base64(SHA256.digest(lines))
    }

    /// Is a text a digest of this kind?
    package static func isDigest(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(3)
        // 32 bytes: 43 digits, and one that pads.
        return text.hasPrefix("h1:") && digits.count == 44 && digits.last == UInt8(ascii: "=")
            && digits.dropLast().allSatisfy(alphabet.contains)
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648 §4.
    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for digit in 0..<4 {
                text.append(
                    digit <= group.count
                        ? alphabet[value >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

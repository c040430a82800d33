import PluginPackages
import SpecPlugins

/// An archive is taken, by the rules of every package, or refused with words; the same twice.
///
/// An input is a tar archive without its end. Its checksums are mended and gzip put around it: what
/// does not hold them gets no further than the first look.
final class ArchiveTarget: FuzzTarget {
    static let name = "archives"
    static let rounds = 3_000
    static let words = [
        "ustar\u{0}00", "ustar  \u{0}", "0000644\u{0}", "00000000000\u{0}", "00000000001\u{0}",
        "77777777777\u{0}", "init.lua\u{0}", "plugin.yml\u{0}", "../", "./", "//", "/etc/", ".git/",
        "a/", ".lua", ".md", "NUL", "\u{0}0", "\u{0}5", "\u{0}x", "\u{0}g", "\u{0}L", "\u{0}1",
        "\u{0}2", "\u{0}S", "16 path=a.lua\n", "9 size=1\n", "12 path=b.md\n",
        "25 GNU.sparse.major=1.0\n", "11 comment=\n", "=", "\n", "99 ", "-1 ", "0 ", "e\u{301}",
        "\u{E9}", "\u{80}", "\u{FEFF}", "\u{1B}[31m", "##[error]",
    ]

    func run(_ input: [UInt8]) throws(Mistake) -> Bool {
        let file = Self.gzip(Self.mended(input) + [UInt8](repeating: 0, count: 1_024))
        let first = Self.outcome(file)
        try require(first == Self.outcome(file), "twice, and not the same")
        switch first {
        case .failure(let error):
            try require(error.message.isHarmless, "it says \(error.message.debugDescription)")
            return error.message.hasPrefix("the file")
        case .success(let tree):
            let again = Result { () throws(PackageError) in
                try PackageTree(tree.files.reversed())
            }
            try require(again == first, "its files are no package")
            return true
        }
    }

    private static func outcome(_ file: [UInt8]) -> Result<PackageTree, PackageError> {
        Result { () throws(PackageError) in try PackageArchive.tree(file) }
    }

    /// Each block as a header would be.
    private static func mended(_ input: [UInt8]) -> [UInt8] {
        var tar = input
        for start in stride(from: 0, to: tar.count - 511, by: 512) {
            let block = start..<(start + 512)
            if tar[block].allSatisfy({ $0 == 0 }) { continue }
            let field = (start + 148)..<(start + 156)
            tar.replaceSubrange(field, with: [UInt8](repeating: 0x20, count: 8))
            let sum = String(tar[block].reduce(0) { $0 + Int($1) }, radix: 8)
            tar.replaceSubrange((start + 148)..<(start + 148 + sum.utf8.count), with: sum.utf8)
        }
        return tar
    }

    /// RFC 1952, with blocks that are stored (RFC 1951 §3.2.4).
    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        repeat {
            let part = rest.prefix(0xFFFF)
            rest = rest.dropFirst(part.count)
            let count = UInt16(part.count)
            file.append(rest.isEmpty ? 1 : 0)
            for number in [count, ~count] {
                file += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
            }
            file += part
        } while !rest.isEmpty
        for number in [checksum(bytes), UInt32(bytes.count)] {
            file += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return file
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = .max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}

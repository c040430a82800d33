internal import SpecModel

/// Finds tags that links can lead to: `<a id="here">`, `<a name='here'>`. One in code counts too, for
/// nobody is hurt by an anchor too many.
enum TagScan {
    /// Bytes of a tag that are looked at.
    private static let longest = 1_000

    /// Gives the bytes of each name, none of which is zero, and the range of its tag.
    static func forEach(in bytes: [UInt8], _ take: (ArraySlice<UInt8>, SourceRange) -> Void) {
        var from = 0
        while let start = bytes[from...].firstIndex(of: UInt8(ascii: "<")) {
            from = start + 1
            let tag = bytes[from...].prefix(longest)
            guard let first = tag.first, isLetter(first),
                let end = tag.firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            if let name = name(in: tag[..<end]), !name.contains(0) {
                take(name, SourceRange(start, end + 1))
            }
        }
    }

    /// The value of `id` or `name` in what stands between `<` and `>`.
    private static func name(in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = tag
        while let space = rest.firstIndex(where: isSpace) {
            rest = rest[(space + 1)...]
            for name in ["id=", "name="] where rest.count > name.utf8.count {
                let head = rest.prefix(name.utf8.count)
                if zip(head, name.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                    return value(rest[head.endIndex...])
                }
            }
        }
        return nil
    }

    private static func value(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let quote = rest.first
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let value =
            isQuoted ? rest.dropFirst().prefix { $0 != quote } : rest.prefix { !isSpace($0) }
        return value.isEmpty ? nil : value
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

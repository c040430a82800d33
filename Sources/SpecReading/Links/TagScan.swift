internal import SpecModel

/// Finds tags that links can lead to: `<a id="here">`, `<a name='here'>`. One in code counts too, for
/// nobody is hurt by an anchor too many.
enum TagScan {
    /// Gives the bytes of each name, and the range of its tag.
    static func forEach(in source: SourceText, _ take: (ArraySlice<UInt8>, SourceRange) -> Void) {
        let bytes = source.bytes.span
        var from = 0
        while let start = bytes.first(UInt8(ascii: "<"), in: from..<bytes.count) {
            from = start + 1
            guard from < bytes.count, bytes[from].isLetter else { continue }
            let end = bytes.first(UInt8(ascii: ">"), in: from..<min(bytes.count, from + 1000))
            guard let end else { continue }
            if let name = name(in: bytes.extracting(from..<end)) {
                let name = (from + name.lowerBound)..<(from + name.upperBound)
                take(source.bytes[name], SourceRange(start, end + 1))
            }
        }
    }

    /// The value of `id` or `name` in what stands between `<` and `>`.
    private static func name(in tag: Span<UInt8>) -> Range<Int>? {
        var place = 0
        while place < tag.count {
            guard isSpace(tag[place]) else {
                place += 1
                continue
            }
            place += 1
            guard
                let after = attribute("id", in: tag, at: place)
                    ?? attribute("name", in: tag, at: place)
            else { continue }
            return value(in: tag, at: after)
        }
        return nil
    }

    /// The place behind `name=`.
    private static func attribute(
        _ name: StaticString, in tag: Span<UInt8>, at place: Int
    ) -> Int? {
        let count = name.utf8CodeUnitCount
        guard place + count < tag.count, tag[place + count] == UInt8(ascii: "=") else { return nil }
        for index in 0..<count {
            let byte = unsafe name.utf8Start[index]
            if tag[place + index] | 0x20 != byte { return nil }
        }
        return place + count + 1
    }

    private static func value(in tag: Span<UInt8>, at place: Int) -> Range<Int>? {
        guard place < tag.count else { return nil }
        let quote = tag[place]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let start = isQuoted ? place + 1 : place
        var end = start
        while end < tag.count, isQuoted ? tag[end] != quote : !isSpace(tag[end]) { end += 1 }
        return end > start ? start..<end : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

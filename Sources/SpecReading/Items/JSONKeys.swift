internal import SpecModel

/// The keys of an example in JSON as people write it: with comments, `…`, placeholders, trailing
/// commas, names without quotes.
struct JSONKeys {
    let bytes: [UInt8]
    private let end: Int
    private var at: Int

    /// The keys at the outermost level of the first object in a part of a text, which is what the
    /// part begins with, or an element of the list that it begins with. None where it begins with
    /// anything else. Linear in the part.
    static func keys(in bytes: [UInt8], _ part: SourceRange) -> [SourceRange] {
        var reader = JSONKeys(bytes: bytes, end: part.end, at: part.start)
        return reader.read()
    }

    private mutating func read() -> [SourceRange] {
        skipBlank()
        while at < end, bytes[at] == UInt8(ascii: "[") {
            at += 1
            skipBlank()
        }
        guard at < end, bytes[at] == UInt8(ascii: "{") else { return [] }
        var keys: [SourceRange] = []
        var depth = 0
        while at < end {
            let byte = bytes[at]
            let start = at
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                at += 1
                if depth == 0 { return keys }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipText(byte)
                let inner = SourceRange(start + 1, max(start + 1, at - 1))
                if depth == 1, isColonNext(), !inner.isEmpty { keys.append(inner) }
            case _ where byte.isWord || byte >= 0x80:
                while at < end, bytes[at].isWord || bytes[at] >= 0x80 { at += 1 }
                if depth == 1, byte.isLetter || byte == UInt8(ascii: "_"), isColonNext() {
                    keys.append(SourceRange(start, at))
                }
            default: at += 1
            }
            skipBlank()
        }
        return keys
    }

    /// A quoted text ends on its line.
    private mutating func skipText(_ quote: UInt8) {
        at += 1
        while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D {
            if bytes[at] == quote {
                at += 1
                return
            }
            at += bytes[at] == UInt8(ascii: "\\") && at + 1 < end ? 2 : 1
        }
        at = min(at, end)
    }

    private func isColonNext() -> Bool {
        var index = at
        while index < end, bytes[index].isSpace { index += 1 }
        return index < end && bytes[index] == UInt8(ascii: ":")
    }

    /// Skips white space and comments.
    private mutating func skipBlank() {
        while at < end {
            let next = at + 1 < end ? bytes[at + 1] : 0
            if bytes[at].isBlank {
                at += 1
            } else if bytes[at] == UInt8(ascii: "#")
                || (bytes[at] == UInt8(ascii: "/") && next == UInt8(ascii: "/"))
            {
                while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            } else if bytes[at] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                at += 3
                while at < end,
                    bytes[at] != UInt8(ascii: "/") || bytes[at - 1] != UInt8(ascii: "*")
                { at += 1 }
                at = min(end, at + 1)
            } else {
                return
            }
        }
    }
}

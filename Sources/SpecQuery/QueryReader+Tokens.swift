// Signs, names, white space, and what is said where none of them fits.

extension QueryReader {
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    static func isBareValue(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isValueByte) && !isCurly(text)
    }

    /// What a value may hold without quotes; brackets, bars and signs are kept for the language.
    static func isValueByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"[](),|=<>!~\"'\\".utf8.contains(byte)
    }

    static func isCurly(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "“”„‘’«»".unicodeScalars.contains($0) } ?? false
    }

    mutating func name() -> String? {
        let start = at
        while at < bytes.count, Self.isNameByte(bytes[at]) { at += 1 }
        return start == at ? nil : string(start..<at)
    }

    mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    mutating func peek(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        return at < bytes.count && bytes[at] == UInt8(ascii: sign)
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek(sign) else { return false }
        at += 1
        return true
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// A text for a message: not too long, and without control characters.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.generalCategory == .control
                ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return scalars.joined() + (text.unicodeScalars.count > 40 ? "…" : "")
    }

    func error(from start: Int, _ message: String) -> QueryError {
        QueryError(message: message, range: start..<at)
    }

    /// Something else stands here than what could.
    mutating func unexpected(_ expected: String) -> QueryError {
        skipSpace()
        if at == bytes.count {
            return QueryError(message: "it ends here; expected \(expected)", range: at..<at)
        }
        let start = at
        at += 1
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        return error(
            from: start, "found \"\(Self.shown(string(start..<at)))\", expected \(expected)")
    }
}

/// The same document in another dress.
public enum Variant: CaseIterable, Sendable {
    case plain, crlf, cr, mark, quoted, listed, tabbed, unterminated

    public func apply(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .crlf: lineEnds(bytes, [0x0D, 0x0A])
        case .cr: lineEnds(bytes, [0x0D])
        case .mark: [0xEF, 0xBB, 0xBF] + bytes
        case .quoted: indented(bytes, first: "> ", rest: "> ")
        case .listed: indented(bytes, first: "- ", rest: "  ")
        case .tabbed: indented(bytes, first: "-\t", rest: "\t")
        case .unterminated: Array(bytes.reversed().drop { $0 == 0x0A }.reversed())
        }
    }

    private func lineEnds(_ bytes: [UInt8], _ ending: [UInt8]) -> [UInt8] {
        bytes.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? ending : [$0] }
    }

    private func indented(_ bytes: [UInt8], first: String, rest: String) -> [UInt8] {
        var output = Array(first.utf8)
        for (index, byte) in bytes.enumerated() {
            output.append(byte)
            if byte == 0x0A, index + 1 < bytes.count { output.append(contentsOf: rest.utf8) }
        }
        return output
    }
}

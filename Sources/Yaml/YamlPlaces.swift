/// Turns libyaml's places, counted in characters, into bytes, lines and columns.
struct YamlPlaces: Sendable {
    private let bytes: [UInt8]
    /// Offset of the first byte of each line; CRLF, CR and LF each end one.
    private let lineStarts: [Int]
    /// Offset of each character; empty where every character is one byte.
    private let characterStarts: [Int32]
    /// A byte order mark belongs to no line, and libyaml, which counts it as a column of the first,
    /// would take the second for one that is indented less.
    let byteOrderMark: Range<Int>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        byteOrderMark = 0..<(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        var lines = [byteOrderMark.upperBound]
        var ascii = true
        for (index, byte) in bytes.enumerated() {
            if byte >= 0x80 { ascii = false }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == 0x0A || byte == 0x0D && next != 0x0A { lines.append(index + 1) }
        }
        lineStarts = lines
        var characters: [Int32] = []
        if !ascii, bytes.count <= YamlNode.Limits.bytes {
            for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
                characters.append(Int32(index))
            }
        }
        characterStarts = characters
    }

    func offset(ofCharacter index: Int) -> Int {
        if characterStarts.isEmpty { return min(max(0, index), bytes.count) }
        guard index >= 0, index < characterStarts.count else { return bytes.count }
        return Int(characterStarts[index])
    }

    func mark(at offset: Int) -> YamlMark {
        let offset = min(max(0, offset), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return YamlMark(
            line: low + 1, column: max(0, offset - lineStarts[low]) + 1, offset: offset)
    }

    func isTab(at mark: YamlMark) -> Bool {
        mark.offset < bytes.count && bytes[mark.offset] == UInt8(ascii: "\t")
    }

    /// The mark just after the last byte before `mark` that is not white space.
    func markAfterText(endingAt mark: YamlMark) -> YamlMark {
        var offset = mark.offset
        while offset > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset - 1]) { offset -= 1 }
        return self.mark(at: offset)
    }
}

internal import Yaml

/// The bytes of a YAML text, by lines, for those who change some of them.
struct YamlSource {
    /// Bytes that give way to others.
    struct Change {
        var range: Range<Int>
        var text: [UInt8]

        static func insert(_ text: String, at offset: Int) -> Change {
            Change(range: offset..<offset, text: Array(text.utf8))
        }

        static func remove(_ range: Range<Int>) -> Change { Change(range: range, text: []) }
    }

    let bytes: [UInt8]

    /// With changes that do not overlap, in their order.
    func applying(_ changes: [Change]) -> [UInt8] {
        var result: [UInt8] = []
        var offset = 0
        for change in changes {
            guard change.range.lowerBound >= offset, change.range.upperBound <= bytes.count else {
                return bytes
            }
            result += bytes[offset..<change.range.lowerBound] + change.text
            offset = change.range.upperBound
        }
        return result + bytes[offset...]
    }

    func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    // MARK: lines

    /// Where the line of an offset begins: behind a byte order mark.
    func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, !Self.endsLine(bytes[start - 1]) { start -= 1 }
        return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : start
    }

    /// Where the text of the line of an offset ends, before what ends the line.
    func textEnd(_ offset: Int) -> Int {
        var end = offset
        while let byte = byte(end), !Self.endsLine(byte) { end += 1 }
        return end
    }

    /// Where the line behind that of an offset begins.
    func nextLine(_ offset: Int) -> Int {
        let end = textEnd(offset)
        switch byte(end) {
        case 0x0D where byte(end + 1) == 0x0A: return end + 2
        case nil: return end
        default: return end + 1
        }
    }

    /// Where the line before that one begins which begins at an offset; nil before the first.
    func previousLine(_ start: Int) -> Int? {
        guard start > lineStart(0) else { return nil }
        var end = start
        if byte(end - 1) == 0x0A { end -= 1 }
        if byte(end - 1) == 0x0D, end == start || byte(end) == 0x0A { end -= 1 }
        return end < start ? lineStart(end) : nil
    }

    /// What ends lines before an offset: as the last one, else as the first one behind it.
    func lineEnding(before offset: Int) -> String {
        switch byte(offset - 1) {
        case 0x0A: return byte(offset - 2) == 0x0D ? "\r\n" : "\n"
        case 0x0D: return "\r"
        default:
            let end = textEnd(0)
            return byte(end) == nil ? "\n" : lineEnding(before: nextLine(end))
        }
    }

    /// Are there no more than blanks from an offset to another?
    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(Self.isBlank) }

    enum Line: Equatable {
        case blank
        /// With what stands before it.
        case comment(indentation: Int)
        case text
    }

    /// What the line is that begins at an offset.
    func line(at start: Int) -> Line {
        let first = skippingBlanks(start)
        switch byte(first) {
        case UInt8(ascii: "#"): return .comment(indentation: first - start)
        case nil: return .blank
        case let byte?: return Self.endsLine(byte) ? .blank : .text
        }
    }

    func skippingBlanks(_ offset: Int) -> Int {
        var next = offset
        while let byte = byte(next), Self.isBlank(byte) { next += 1 }
        return next
    }

    /// Over blanks, ends of lines and comments, which begin behind one of these.
    func skippingSpace(_ offset: Int) -> Int {
        var next = offset
        while let byte = byte(next) {
            if Self.isBlank(byte) || Self.endsLine(byte) {
                next += 1
            } else if byte == UInt8(ascii: "#"), next > offset {
                next = textEnd(next)
            } else {
                break
            }
        }
        return next
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    // MARK: pairs

    /// Is it written in braces?
    func isFlow(_ node: YamlNode) -> Bool {
        guard case .mapping = node.value else { return false }
        return byte(node.start.offset) == UInt8(ascii: "{")
    }

    /// The blanks before a key that is the first of its line; nil where something else is.
    func indentation(of pair: YamlPair) -> String? {
        let start = lineStart(pair.keyStart.offset)
        guard isBlank(start..<pair.keyStart.offset) else { return nil }
        return String(decoding: bytes[start..<pair.keyStart.offset], as: UTF8.self)
    }

    /// The lines of a pair of a block mapping: from its key to the end of its value, its comment, and
    /// the comments below it that are indented more than its key.
    func lines(of pair: YamlPair) -> Range<Int> {
        let start = lineStart(pair.keyStart.offset)
        var end = nextLine(max(pair.value.end.offset, pair.keyStart.offset))
        var next = end
        while next < bytes.count {
            switch line(at: next) {
            case .blank:
                next = nextLine(next)
            case .comment(let indentation) where indentation > pair.keyStart.offset - start:
                next = nextLine(next)
                end = next
            default:
                return start..<end
            }
        }
        return start..<end
    }

    /// Behind the colon of a pair whose key is written on one line.
    func afterColon(of pair: YamlPair) -> Int? {
        var offset = pair.keyStart.offset
        let quote = byte(offset)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            offset += 1
            while let byte = byte(offset), byte != quote {
                offset += byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
            }
            offset = skippingBlanks(offset + 1)
        } else {
            offset = skippingBlanks(offset + pair.key.utf8.count)
        }
        return byte(offset) == UInt8(ascii: ":") ? offset + 1 : nil
    }
}

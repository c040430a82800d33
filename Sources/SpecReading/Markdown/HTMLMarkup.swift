internal import SpecModel

/// Tags and comments of raw HTML, found by bytes.
enum HTMLMarkup {
    struct Tag {
        /// From `<` to `>`.
        var range: SourceRange
        /// In lower case.
        var name: String
        var isEnd: Bool
        private var nameEnd: Int

        /// The tag at a `<`; nil where there is none, or where it is not closed before the next one.
        init?(_ bytes: [UInt8], _ start: Int, _ limit: Int) {
            var index = start + 1
            isEnd = index < limit && bytes[index] == UInt8(ascii: "/")
            if isEnd { index += 1 }
            let nameStart = index
            while index < limit, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
            guard index > nameStart, index - nameStart <= 10, bytes[nameStart].isLetter else {
                return nil
            }
            nameEnd = index
            var quote: UInt8 = 0
            while index < limit {
                let byte = bytes[index]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    break
                } else if byte == UInt8(ascii: "<") {
                    return nil
                }
                index += 1
            }
            guard index < limit else { return nil }
            range = SourceRange(start, index + 1)
            name = String(
                decoding: bytes[nameStart..<nameEnd].lazy.map { $0.isCapital ? $0 | 0x20 : $0 },
                as: UTF8.self)
        }

        /// Is what follows text up to the end tag, whatever it looks like?
        var holdsText: Bool {
            name == "pre" || name == "script" || name == "style" || name == "textarea"
        }

        /// Does the cell reach over several rows or columns?
        func spans(_ bytes: [UInt8]) -> Bool {
            ["colspan", "rowspan"].contains { name in
                guard let value = value(of: name, bytes) else { return false }
                return !value.elementsEqual("1".utf8)
            }
        }

        /// The value of an attribute, without its quotes.
        func value(of attribute: String, _ bytes: [UInt8]) -> ArraySlice<UInt8>? {
            let count = attribute.utf8.count
            var index = nameEnd
            while index + count < range.end {
                let isName =
                    bytes[index - 1].isBlank
                    && zip(bytes[index..<(index + count)], attribute.utf8).allSatisfy {
                        $0 | 0x20 == $1
                    }
                guard isName else {
                    index += 1
                    continue
                }
                var start = index + count
                while bytes[start].isBlank || bytes[start] == UInt8(ascii: "=") { start += 1 }
                let quote = bytes[start]
                guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                    return bytes[start..<(range.end - 1)].prefix { !$0.isBlank }
                }
                return bytes[(start + 1)..<(range.end - 1)].prefix { $0 != quote }
            }
            return nil
        }
    }

    /// The end of the comment at a `<`; of one that is never closed, the limit.
    static func commentEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        guard start + 4 <= limit, bytes[start..<(start + 4)].elementsEqual("<!--".utf8) else {
            return nil
        }
        var index = start + 4
        while index + 3 <= limit {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
                bytes[index + 2] == UInt8(ascii: ">")
            {
                return index + 3
            }
            index += 1
        }
        return limit
    }

    /// The end tag of an element that holds text, or the limit.
    static func textEnd(of tag: Tag, _ bytes: [UInt8], _ limit: Int) -> Int {
        var index = tag.range.end
        while index < limit {
            if bytes[index] == UInt8(ascii: "<"), let end = Tag(bytes, index, limit), end.isEnd,
                end.name == tag.name
            {
                return end.range.end
            }
            index += 1
        }
        return limit
    }
}

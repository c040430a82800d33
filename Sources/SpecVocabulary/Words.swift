/// How words are compared: in lower case, without punctuation, emoji and a remark in brackets at
/// the end; `&` is `and`.
package enum Words {
    /// Gives a text's normalised form byte by byte, until `emit` says that it has enough. What is
    /// not UTF-8 separates words. Allocates nothing.
    @inline(__always)
    package static func normalise(_ text: Span<UInt8>, _ emit: (UInt8) -> Bool) {
        let end = endWithoutRemark(text)
        var output = Output()
        // Never below 0, and bytes are looked at below the end only, which the text reaches to.
        var index = 0
        while index < end {
            let byte = unsafe text[unchecked: index]
            index &+= 1
            if let first = wordByte(byte) {
                guard output.append(first, emit) else { return }
                // Nearly all bytes of a text end here: those of a word behind its first.
                while index < end, let next = unsafe wordByte(text[unchecked: index]) {
                    guard emit(next) else { return }
                    index &+= 1
                }
            } else if byte == UInt8(ascii: "#"), end == 1 {
                guard output.append(byte, emit) else { return }
            } else if byte < 0x80 {
                output.separate()
                guard byte == UInt8(ascii: "&") else { continue }
                for letter in "and".utf8 {
                    guard output.append(letter, emit) else { return }
                }
                output.separate()
            } else if let scalar = scalar(in: text, behind: &index, before: end) {
                guard output.append(scalar, emit) else { return }
            } else {
                output.separate()
            }
        }
    }

    /// The number of a letter of ASCII, from 0; nil of all other bytes.
    @inline(__always)
    static func letter(_ byte: UInt8) -> Int? {
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 26 ? Int(letter) : nil
    }

    /// A letter of ASCII in lower case, a digit or an apostrophe; nil of all other bytes.
    @inline(__always)
    private static func wordByte(_ byte: UInt8) -> UInt8? {
        let lower = byte | 0x20
        if lower &- UInt8(ascii: "a") < 26 { return lower }
        return byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "'") ? byte : nil
    }

    /// A text's normalised form.
    package static func normalised(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var text = String(text)
        text.withUTF8 { buffer in
            normalise(unsafe buffer.span) { byte in
                bytes.append(byte)
                return true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words with one space between them.
    private struct Output {
        private var isEmpty = true
        private var needsSpace = false

        @inline(__always)
        mutating func separate() { needsSpace = !isEmpty }

        @inline(__always)
        mutating func append(_ byte: UInt8, _ emit: (UInt8) -> Bool) -> Bool {
            if needsSpace {
                needsSpace = false
                guard emit(0x20) else { return false }
            }
            isEmpty = false
            return emit(byte)
        }

        mutating func append(_ scalar: Unicode.Scalar, _ emit: (UInt8) -> Bool) -> Bool {
            if scalar == "’" { return append(UInt8(ascii: "'"), emit) }
            guard isWord(scalar) else {
                separate()
                return true
            }
            // The dot of Turkish İ is no part of the word: RİSK is risk.
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where lower != "\u{307}"
            {
                for byte in UTF8.encode(lower) ?? .init() {
                    guard append(byte, emit) else { return false }
                }
            }
            return true
        }

        private func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// The scalar whose first byte, no ASCII, stands in front of an index, which moves behind it;
    /// nil where the bytes are not UTF-8.
    private static func scalar(
        in text: Span<UInt8>, behind index: inout Int, before end: Int
    ) -> Unicode.Scalar? {
        let first = UInt32(text[index - 1])
        let (count, least): (Int, UInt32) =
            switch first {
            case 0xC2...0xDF: (1, 0x80)
            case 0xE0...0xEF: (2, 0x800)
            case 0xF0...0xF4: (3, 0x10000)
            default: (0, 0)
            }
        guard count > 0, index + count <= end else { return nil }
        var value = first & (0x3F >> UInt32(count))
        for place in index..<(index + count) {
            guard text[place] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(text[place] & 0x3F)
        }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        index += count
        return scalar
    }

    /// Where a text ends without a remark in round brackets, unless it is nothing else.
    private static func endWithoutRemark(_ text: Span<UInt8>) -> Int {
        let end = text.count
        guard end > 1 else { return end }
        if text[end - 1] == UInt8(ascii: ")") {
            var open = end - 2
            while open > 0, text[open] != UInt8(ascii: "(") { open -= 1 }
            return open > 0 ? open : end
        }
        // The full-width brackets are three bytes each: EF BC 88 and EF BC 89.
        guard end > 3, text[end - 1] == 0x89, text[end - 2] == 0xBC, text[end - 3] == 0xEF else {
            return end
        }
        var open = end - 6
        while open > 0, !(text[open] == 0xEF && text[open + 1] == 0xBC && text[open + 2] == 0x88) {
            open -= 1
        }
        return open > 0 ? open : end
    }
}

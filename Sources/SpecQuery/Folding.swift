/// Text as it is compared: in lower case, white space as one space each, none at the ends.
enum Folding {
    /// The UTF-8 bytes of the folded text.
    static func bytes(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case 0x21...0x7F: folded.append(byte)
            case 0x80...: return scalars(text)
            default: space(&folded)
            }
        }
        return trimmed(folded)
    }

    /// The same as one word: `Very High` and `very_high` are `very-high`.
    static func word(_ folded: [UInt8]) -> String {
        String(
            decoding: folded.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "_") ? 0x2D : $0 },
            as: UTF8.self)
    }

    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Scalar by scalar (Unicode's simple mappings where there is one), whatever the locale.
    private static func scalars(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                space(&folded)
            } else if scalar.isASCII {
                folded.append(contentsOf: bytes(String(Character(scalar))))
            } else {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return trimmed(folded)
    }

    private static func space(_ folded: inout [UInt8]) {
        if let last = folded.last, last != UInt8(ascii: " ") { folded.append(UInt8(ascii: " ")) }
    }

    private static func trimmed(_ folded: [UInt8]) -> [UInt8] {
        folded.last == UInt8(ascii: " ") ? folded.dropLast() : folded
    }
}

/// A text to look for in others, prepared once (Knuth, Morris and Pratt), so that no text makes the
/// search longer than the two together.
struct Needle: Sendable, Equatable {
    private let bytes: [UInt8]
    /// For each prefix, the length of its longest proper prefix that it also ends with.
    private let borders: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var borders = [Int](repeating: 0, count: bytes.count)
        var length = 0
        for index in bytes.indices.dropFirst() {
            while length > 0, bytes[index] != bytes[length] { length = borders[length - 1] }
            if bytes[index] == bytes[length] { length += 1 }
            borders[index] = length
        }
        self.borders = borders
    }

    func isIn(_ text: [UInt8]) -> Bool {
        var length = 0
        for byte in text {
            if length == bytes.count { break }
            while length > 0, byte != bytes[length] { length = borders[length - 1] }
            if byte == bytes[length] { length += 1 }
        }
        return length == bytes.count
    }
}

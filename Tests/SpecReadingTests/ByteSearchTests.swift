import SpecModel
import SpecReading
import Testing

/// Searching eight bytes at a time finds what searching byte by byte does.
struct ByteSearchTests {
    /// Texts of few bytes, so that each is near the others at every distance and length.
    static let texts: [[UInt8]] = {
        var random = SystemRandomNumberGenerator()
        let bytes: [UInt8] = [0x0A, 0x0D, 0x00, 0x61, 0x0B, 0x8A, 0x8D, 0x80, 0xFF, 0x01]
        return (0..<2000).map { index in
            (0..<(index % 40)).map { _ in bytes.randomElement(using: &random) ?? 0 }
        }
    }()

    @Test func `a byte is found at its first place in a range`() {
        for text in Self.texts {
            for start in [0, text.count / 3, text.count] {
                for end in [start, text.count] {
                    for byte: UInt8 in [0x0A, 0x00, 0x8A, 0xFF] {
                        #expect(
                            text.span.first(byte, in: start..<end)
                                == text[start..<end].firstIndex(of: byte), "\(text)")
                    }
                }
                #expect(
                    text.span.firstNonASCII(from: start)
                        == text[start...].firstIndex { $0 >= 0x80 } ?? text.count, "\(text)")
            }
        }
    }

    @Test func `a line begins behind LF, CRLF and CR`() {
        for text in Self.texts {
            let starts = text.indices.filter { place in
                place > 0
                    && (text[place - 1] == 0x0A || (text[place - 1] == 0x0D && text[place] != 0x0A))
            }
            let last = text.last == 0x0A || text.last == 0x0D ? [text.count] : []
            let source = SourceText(path: "a.md", bytes: text)
            #expect(source.lineStarts == [0] + starts + last, "\(text)")
        }
    }
}

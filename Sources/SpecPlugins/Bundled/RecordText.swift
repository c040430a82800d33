/// Texts, one behind the other, each ended by a character that no text of a plugin has.
struct RecordWriter {
    private var scalars = String.UnicodeScalarView()

    static let end: Unicode.Scalar = "\u{1F}"

    mutating func text(_ text: String) {
        scalars.append(contentsOf: text.unicodeScalars)
        scalars.append(Self.end)
    }

    mutating func flag(_ flag: Bool) { text(flag ? "1" : "") }

    mutating func list<Element>(
        _ elements: [Element], _ write: (Element, inout RecordWriter) -> Void
    ) {
        text(String(elements.count))
        for element in elements { write(element, &self) }
    }

    /// As the inside of a literal in Swift.
    var literal: String {
        var literal = ""
        for scalar in scalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\0"..<" ", "\u{7F}"..."\u{9F}":
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal
    }
}

/// Reads what a `RecordWriter` wrote. Behind the end every text is empty.
@safe struct RecordReader {
    private var rest: UnsafeBufferPointer<UInt8>.SubSequence
    private var isShort = false

    /// - Parameter text: of bytes that live as long as the process.
    init(_ text: StaticString) {
        unsafe rest = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)[...]
    }

    /// Was everything read, and nothing beyond it?
    var isAtEnd: Bool { unsafe rest.isEmpty && !isShort }

    mutating func text() -> String {
        guard let end = unsafe rest.firstIndex(of: UInt8(RecordWriter.end.value)) else {
            isShort = true
            return ""
        }
        defer { unsafe rest = rest[(end + 1)...] }
        return unsafe String(decoding: UnsafeBufferPointer(rebasing: rest[..<end]), as: UTF8.self)
    }

    mutating func flag() -> Bool { text() == "1" }

    mutating func integer() -> Int { Int(text()) ?? 0 }

    mutating func list<Element>(_ read: (inout RecordReader) -> Element) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<max(0, integer()) where !isShort { elements.append(read(&self)) }
        return elements
    }
}

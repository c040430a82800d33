internal import Printable

/// Writes XML 1.0 in the order in which it is told to.
///
/// Text is written as `printable` shows it: what has no place on a terminal or is no character of
/// XML (§2.2) stands there as `\u{…}`.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    /// Writes an element on lines of its own; `content` writes the elements inside.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>,
        _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        bytes += ">\n".utf8
        depth += 1
        content(&self)
        depth -= 1
        indent()
        bytes += "</\(name)>\n".utf8
    }

    /// Writes an element that holds text, a line for each of `lines`, or nothing.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], lines: [String] = []
    ) {
        open(name, attributes)
        if lines.isEmpty {
            bytes += "/>\n".utf8
            return
        }
        bytes.append(UInt8(ascii: ">"))
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\n")) }
            append(line)
        }
        bytes += "</\(name)>\n".utf8
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        indent()
        bytes += "<\(name)".utf8
        for (name, value) in attributes {
            bytes += " \(name)=\"".utf8
            append(value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func indent() {
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func append(_ text: String) {
        for byte in text.printable.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
    }
}

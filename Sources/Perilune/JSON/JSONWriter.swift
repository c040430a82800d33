internal import Printable

/// Writes JSON (RFC 8259) in the order in which it is told to, each value once.
///
/// What has no place on a terminal is written as `\uXXXX` (RFC 8259 §7), so that JSON is as safe
/// to look at as text. Strings are Unicode scalars: there are no lone surrogates to write.
package struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var levels: [Level] = []

    package init() {}

    /// How the parts of an object or an array are laid out.
    package enum Layout { case line, block }

    private struct Level {
        var layout: Layout
        var isEmpty = true
        var hasKey = false
    }

    // MARK: values

    /// Writes `null`.
    package mutating func null() { value("null") }
    /// Writes `true` or `false`.
    package mutating func boolean(_ value: Bool) { self.value(value ? "true" : "false") }
    /// Writes a whole number.
    package mutating func integer(_ value: Int) { self.value(String(value)) }

    /// What is no number to JSON is written as null.
    package mutating func number(_ value: Double) {
        self.value(value.isFinite ? "\(value)" : "null")
    }

    /// Writes a string, escaped.
    package mutating func string(_ text: String) {
        begin()
        append(text)
    }

    /// Writes a string, or null.
    package mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes an object; `body` writes its members.
    package mutating func object(_ layout: Layout = .line, _ body: (inout JSONWriter) -> Void) {
        container("{", "}", layout, body)
    }

    /// Writes an array; `body` writes its elements.
    package mutating func array(_ layout: Layout = .line, _ body: (inout JSONWriter) -> Void) {
        container("[", "]", layout, body)
    }

    // MARK: members

    /// Writes the name of a member, whose value comes next.
    package mutating func key(_ name: String) {
        separate()
        append(name)
        bytes += ": ".utf8
        if !levels.isEmpty { levels[levels.count - 1].hasKey = true }
    }

    /// Writes a member that is a string, or null.
    package mutating func member(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    /// Writes a member that is a whole number, or null.
    package mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// Writes a member that is a number; a whole one without a point.
    package mutating func member(_ name: String, _ value: Double) {
        key(name)
        if let whole = Int(exactly: value) { integer(whole) } else { number(value) }
    }

    /// Writes a member that is true or false.
    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// Writes a member that is an object.
    package mutating func object(
        _ name: String, _ layout: Layout = .line, _ body: (inout JSONWriter) -> Void
    ) {
        key(name)
        object(layout, body)
    }

    /// Writes a member that is an array.
    package mutating func array(
        _ name: String, _ layout: Layout = .line, _ body: (inout JSONWriter) -> Void
    ) {
        key(name)
        array(layout, body)
    }

    /// The document, with a line end.
    package consuming func finish() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    // MARK: layout

    private mutating func value(_ text: String) {
        begin()
        bytes += text.utf8
    }

    private mutating func container(
        _ open: String, _ close: String, _ layout: Layout, _ body: (inout JSONWriter) -> Void
    ) {
        begin()
        bytes += open.utf8
        levels.append(Level(layout: layout))
        body(&self)
        let level = levels.removeLast()
        if layout == .block, !level.isEmpty { newLine() }
        bytes += close.utf8
    }

    /// Before a value: after a key it follows at once, in an array it is set apart.
    private mutating func begin() {
        if let last = levels.last, last.hasKey {
            levels[levels.count - 1].hasKey = false
        } else {
            separate()
        }
    }

    private mutating func separate() {
        guard let level = levels.last else { return }
        if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
        levels[levels.count - 1].isEmpty = false
        if level.layout == .block {
            newLine()
        } else if !level.isEmpty {
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        let blocks = levels.count { $0.layout == .block }
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * blocks)
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy(Self.isPlain) {
            bytes += text.utf8
        } else {
            for scalar in text.unicodeScalars { append(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        // CI systems act on `##[` and its like anywhere in what they show.
        case "#" where bytes.last == UInt8(ascii: "#"): escape(0x23)
        case _ where scalar.isUnprintable:
            for unit in scalar.utf16 { escape(unit) }
        default:
            bytes += scalar.utf8
        }
    }

    /// Is it a character by itself that is written as it is?
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"): false
        default: 0x20 <= byte && byte < 0x7F
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        bytes += digits.utf8
    }
}

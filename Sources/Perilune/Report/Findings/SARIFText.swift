internal import Printable

/// How SARIF wants text to be written.
enum SARIFText {
    /// Characters that GitHub takes of a description.
    private static let limit = 1024

    /// Prose as a description.
    static func cut(_ prose: String) -> String {
        let prose = prose.printableProse
        if prose.unicodeScalars.count <= limit { return prose }
        return String(prose.unicodeScalars.prefix(limit - 1)) + "…"
    }

    /// A plain text message (§3.11.3): without placeholders (§3.11.5) and embedded links
    /// (§3.11.6), whatever the text is.
    static func message(_ text: String) -> String {
        text.replacing("{", with: "{{").replacing("}", with: "}}").replacing("](", with: "]\\(")
    }

    /// A URI reference (RFC 3986): relative, or with a scheme where the path is absolute. All but
    /// unreserved characters and `/` is percent-encoded.
    static func uri(of path: String) -> String {
        var uri = Path.isAbsolute(path) ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%\(digits.utf8.count < 2 ? "0" : "")\(digits)"
            }
        }
        return uri
    }
}

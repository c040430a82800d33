extension String {
    /// The text on one line that no terminal or log obeys: control characters, line and paragraph
    /// separators, bidirectional controls and characters that are not seen are shown as `\u{1B}`,
    /// line breaks as `\n`.
    package init(sanitising bytes: some Sequence<UInt8>) {
        self = ""
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0A: self += "\\n"
            case 0x0D: self += "\\r"
            case 0x09: self += "\\t"
            case 0..<0x20, 0x7F..<0xA0,  // C0, DEL, C1
                0x061C, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional controls
                0x2028, 0x2029,  // line and paragraph separator
                0x00AD, 0x180E, 0x200B...0x200F, 0x2060...0x2065,  // not seen
                0x206A...0x206F, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F:  // interlinear marks, tags
                self += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: unicodeScalars.append(scalar)
            }
        }
    }
}

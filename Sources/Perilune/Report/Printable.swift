// The one place that makes text from documents and plugins safe to print.

extension String {
    /// On one line and without anything that a terminal would act on or hide: control characters,
    /// line and paragraph separators, bidirectional and invisible characters are shown as
    /// `\u{…}`, line ends as `\n`. CI systems act on `##[` and its like anywhere in a line; those
    /// are broken up.
    public var printable: String {
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) { return self }
        var shown = String.UnicodeScalarView()
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": shown += "\\n".unicodeScalars
            case "\r": shown += "\\r".unicodeScalars
            case "\t": shown += "\\t".unicodeScalars
            case "#" where Self.isRunnerCommand(scalars[index...]):
                shown += "\\u{23}".unicodeScalars
            case _ where scalar.isUnprintable:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += "\\u{\(digits)}".unicodeScalars
            default:
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// A path at the begin of a line, where CI systems take `::` for a command.
    var printablePath: String {
        let shown = printable
        let begin = shown.unicodeScalars.drop { $0.properties.isWhitespace }
        return begin.starts(with: "::".unicodeScalars) ? "./" + shown : shown
    }

    /// Line by line, as `printable`; tabs stay.
    public var printableLines: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { String($0).printable }.joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private static func isRunnerCommand(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        ["##[", "##vso[", "##teamcity["].contains { text.starts(with: $0.unicodeScalars) }
    }
}

extension Unicode.Scalar {
    /// Would a terminal act on it, or show nothing?
    var isUnprintable: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F,  // C0, DEL, C1
            0x061C, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional controls
            0x2028, 0x2029,  // line and paragraph separator
            0x00AD, 0x180E, 0x200B...0x200F, 0x2060...0x2065,  // not seen
            0x206A...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:  // interlinear marks, tags
            true
        default:
            false
        }
    }
}

extension String {
    /// On one line and without anything that a terminal would act on or hide: control characters,
    /// line and paragraph separators, bidirectional and invisible characters are shown as
    /// `\u{…}`, line ends as `\n`. CI systems act on `##[` and its like anywhere in a line; those
    /// are broken up. What is printable stays as it is, so doing it twice is doing it once.
    package var printable: String {
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) { return self }
        return Self.printable(unicodeScalars, before: "")
    }

    /// Parts of one line, each as it is printed there: what CI systems act on may begin in one part
    /// and end in the next.
    package static func printable(_ parts: [String]) -> [String] {
        var shown: [String] = []
        var rest = ""
        for part in parts.reversed() {
            shown.append(printable(part.unicodeScalars, before: rest))
            rest = part + rest
        }
        return shown.reversed()
    }

    private static func printable(
        _ text: String.UnicodeScalarView, before rest: String
    ) -> String {
        // Not a view of scalars, whose `+=` copies all that it holds.
        var shown = ""
        let scalars = Array(text) + Array(rest.unicodeScalars)
        for (index, scalar) in scalars.prefix(text.count).enumerated() {
            switch scalar {
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case "#" where RunnerCommand.begins(scalars[index...]): shown += scalar.spelledOut
            case _ where scalar.isUnprintable: shown += scalar.spelledOut
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Bytes as `printable` text; what is not UTF-8 is replaced.
    package init(printable bytes: some Collection<UInt8>) {
        self = String(decoding: bytes, as: UTF8.self).printable
    }

    /// As `printable`, where it is the first of its line or only white space is before it: there CI
    /// systems take `::` for a command.
    package var printableAtStart: String {
        let shown = printable
        let begin = shown.unicodeScalars.prefix { $0.properties.isWhitespace }
        let rest = shown.unicodeScalars[begin.endIndex...]
        guard rest.starts(with: "::".unicodeScalars) else { return shown }
        return String(begin) + (":" as Unicode.Scalar).spelledOut + String(rest.dropFirst())
    }

    /// As `printableAtStart`, for a path, which then still names its file.
    package var printablePath: String {
        let shown = printable
        return shown == printableAtStart ? shown : "./" + shown
    }

    /// Line by line, as `printableAtStart`; tabs stay. Only a line feed ends a line.
    package var printableLines: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { String($0) }
            // What is white space up to a tab leaves what follows it the first of the line.
            let first = cells.firstIndex {
                !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
            }
            return cells.enumerated().map { index, cell in
                index == first ? cell.printableAtStart : cell.printable
            }.joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// Prose of several lines, each as `printable`; whatever ends a line is a line feed.
    package var printableProse: String {
        split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { String($0).printable }.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// Would a terminal act on it, or show nothing?
    package var isUnprintable: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F,  // C0, DEL, C1
            0x061C, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional controls
            0x2028, 0x2029,  // line and paragraph separator
            0x00AD, 0x180E, 0x200B...0x200F, 0x2060...0x2065,  // not seen
            0x206A...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F,  // interlinear marks, tags
            0xFFFE, 0xFFFF:  // no characters, which XML refuses
            true
        default:
            false
        }
    }

    /// `\u{1B}`.
    fileprivate var spelledOut: String {
        "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
}

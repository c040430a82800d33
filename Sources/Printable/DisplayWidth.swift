// How much room text takes on a terminal.

extension String {
    /// In columns of a terminal.
    package var displayWidth: Int {
        utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.displayWidth }
    }

    /// The text, or as much of it as fits with "…" behind it.
    package func cut(toDisplayWidth width: Int) -> String {
        if displayWidth <= width { return self }
        var cut = ""
        var room = width - 1
        for character in self {
            room -= character.displayWidth
            if room < 0 { break }
            cut.append(character)
        }
        return cut + "…"
    }
}

extension Character {
    /// U+FE0F makes an emoji of a sign that is one column wide otherwise (UTS #51, 1.4.3).
    fileprivate var displayWidth: Int {
        unicodeScalars.reduce(0) { max($0, $1 == "\u{FE0F}" ? 2 : $1.displayWidth) }
    }
}

extension Unicode.Scalar {
    /// 2 where UAX #11 calls it wide, 0 where it is drawn over the one before.
    fileprivate var displayWidth: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            return 2
        default:
            return properties.isEmojiPresentation ? 2 : 1
        }
    }
}

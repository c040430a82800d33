/// The names that GitHub gives headings, as `github-slugger` has them: letters, marks, digits, `_` and
/// `-` in lower case, `-` for each space, and `-1`, `-2` behind a name that was given before.
struct Slugs {
    /// By name, the last number that was put behind it.
    private var given: [String: Int] = [:]

    /// The name of the next heading of a document, from its plain text.
    mutating func next(for text: ArraySlice<UInt8>) -> String {
        let name = Self.name(text)
        var unique = name
        while given[unique] != nil {
            given[name, default: 0] += 1
            unique = "\(name)-\(given[name, default: 0])"
        }
        given[unique] = 0
        return unique
    }

    private static func name(_ text: ArraySlice<UInt8>) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case 0x80...: return nameBeyondASCII(text)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                name.append(byte)
            case 0x20, 0x0A: name.append(UInt8(ascii: "-"))
            default: continue
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func nameBeyondASCII(_ text: ArraySlice<UInt8>) -> String {
        var name = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar == " " || scalar == "\n" {
                name.append("-")
            } else if scalar == "-" || isKept(scalar.properties) {
                name.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(name)
    }

    private static func isKept(_ properties: Unicode.Scalar.Properties) -> Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .connectorPunctuation:
            true
        default: properties.isAlphabetic
        }
    }
}

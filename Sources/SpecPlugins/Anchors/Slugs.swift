/// The names that GitHub gives headings, as `github-slugger` has them: letters, marks, digits, `_` and
/// `-` in lower case, `-` for each space, and `-1`, `-2` behind a name that was given before.
///
/// They stand in the bytes of the caller and are looked up there, without a string for each.
struct Slugs {
    private struct Name {
        var range: Range<Int>
        var hash: Int
        /// The last number that was put behind it.
        var last = 0
    }

    private var given: [Name] = []
    /// By hash, the index of a name; -1 is none. As long as a power of two, at most half full.
    private var slots: [Int]

    /// - Parameter count: of headings.
    init(count: Int) {
        given.reserveCapacity(count)
        slots = [Int](repeating: -1, count: 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount))
    }

    /// Appends the name of the next heading of a document, from its plain text, and a zero byte.
    mutating func append(_ text: ArraySlice<UInt8>, to names: inout [UInt8]) {
        let start = names.count
        Self.appendName(text, to: &names)
        let end = names.count
        var (slot, hash) = find(start..<end, in: names)
        let first = slots[slot]
        while slots[slot] >= 0 {
            given[first].last += 1
            names.removeSubrange(end...)
            names.append(contentsOf: "-\(given[first].last)".utf8)
            (slot, hash) = find(start..<names.count, in: names)
        }
        slots[slot] = given.count
        given.append(Name(range: start..<names.count, hash: hash))
        names.append(0)
    }

    /// The slot that holds a name, or is free for it.
    private func find(_ name: Range<Int>, in names: [UInt8]) -> (slot: Int, hash: Int) {
        // Nobody foresees the seed, so nobody writes a document whose headings share their slots.
        var hasher = Hasher()
        unsafe names.withUnsafeBytes { unsafe hasher.combine(bytes: .init(rebasing: $0[name])) }
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let other = given[slots[slot]]
            if other.hash == hash, names[other.range] == names[name] { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, hash)
    }

    private static func appendName(_ text: ArraySlice<UInt8>, to names: inout [UInt8]) {
        var place = text.startIndex
        while place < text.endIndex {
            if text[place] >= 0x80 {
                let end = text[place...].firstIndex { $0 < 0x80 } ?? text.endIndex
                appendBeyondASCII(text[place..<end], to: &names)
                place = end
            }
            names.append(addingCapacity: text.endIndex - place) { names in
                while place < text.endIndex, text[place] < 0x80 {
                    let byte = text[place]
                    place += 1
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                        UInt8(ascii: "-"):
                        names.append(byte)
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"): names.append(byte | 0x20)
                    case 0x20, 0x0A: names.append(UInt8(ascii: "-"))
                    default: continue
                    }
                }
            }
        }
    }

    private static func appendBeyondASCII(_ text: ArraySlice<UInt8>, to names: inout [UInt8]) {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars
        where isKept(scalar.properties) {
            names.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
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

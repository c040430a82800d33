internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    /// The ids that items have, and those like `FR-3` that stand in titles.
    func writeIds(to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.strings("items", spec.items.lazy.compactMap { $0.field("id")?.text })
            builder.key("titles")
            builder.list { builder in
                for case let title? in titles {
                    Self.writeIds(of: Array(title.utf8)[...], isInFront: true, to: &builder)
                }
                for section in spec.sections {
                    Self.writeIds(
                        of: Array(section.title.utf8)[...], isInFront: false, to: &builder)
                }
            }
        }
    }

    /// - Parameter isInFront: is only the first word meant?
    private static func writeIds(
        of text: ArraySlice<UInt8>, isInFront: Bool, to builder: inout FrameBuilder
    ) {
        var rest = text
        while let start = rest.firstIndex(where: isOfWord) {
            let word = rest[start...]
            let end = endOfId(word)
            if let end { builder.bytes(word[..<end]) }
            if isInFront { return }
            rest = word[(end ?? word.firstIndex { !isOfWord($0) } ?? word.endIndex)...]
        }
    }

    /// The end of an id that a word begins with: a capital, more of them or digits, a hyphen, digits.
    private static func endOfId(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, isCapital(first) else { return nil }
        let prefix = word.prefix { isCapital($0) || isDigit($0) }
        let behind = word[prefix.endIndex...]
        guard behind.first == UInt8(ascii: "-") else { return nil }
        let digits = behind.dropFirst().prefix(while: isDigit)
        guard !digits.isEmpty else { return nil }
        if word.endIndex > digits.endIndex, isOfWord(word[digits.endIndex]) { return nil }
        return digits.endIndex
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || isCapital(byte & ~0x20)
    }
}

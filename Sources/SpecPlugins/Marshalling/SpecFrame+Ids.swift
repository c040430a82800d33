internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    /// The ids that items have, and those like `FR-3` that stand in titles.
    func writeIds(to builder: inout FrameBuilder) {
        builder.record { builder in
            builder.key("items")
            builder.list { builder in
                for item in spec.items.indices {
                    let fields = spec.items[item].fields
                    if let place = fields.indices.first(where: { fields[$0].name == "id" }),
                        case .text(let id) = fields[place].value
                    {
                        builder.string(id)
                    }
                }
            }
            builder.key("titles")
            builder.list { builder in
                for case let title? in titles {
                    Self.writeIds(of: title.utf8.span, isInFront: true, to: &builder)
                }
                for index in spec.sections.indices {
                    let title = spec.sections[index].title
                    Self.writeIds(of: title.utf8.span, isInFront: false, to: &builder)
                }
            }
        }
    }

    /// - Parameter isInFront: is only the first word meant?
    private static func writeIds(
        of text: Span<UInt8>, isInFront: Bool, to builder: inout FrameBuilder
    ) {
        var place = 0
        while place < text.count {
            guard isOfWord(text[place]) else {
                place += 1
                continue
            }
            let end = endOfId(text, from: place)
            if let end { builder.bytes(text.extracting(place..<end)) }
            if isInFront { return }
            place = end ?? text.end(of: isOfWord, from: place)
        }
    }

    /// The end of an id that a word begins with: a capital, more of them or digits, a hyphen, digits.
    private static func endOfId(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard isCapital(text[start]) else { return nil }
        let hyphen = text.end(of: { isCapital($0) || isDigit($0) }, from: start)
        guard hyphen < text.count, text[hyphen] == UInt8(ascii: "-") else { return nil }
        let end = text.end(of: isDigit, from: hyphen + 1)
        if end == hyphen + 1 || end < text.count && isOfWord(text[end]) { return nil }
        return end
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

extension Span<UInt8> {
    /// Where bytes of a kind end that stand from a place on.
    fileprivate func end(of isOne: (UInt8) -> Bool, from start: Int) -> Int {
        var place = start
        while place < count, isOne(self[place]) { place += 1 }
        return place
    }
}

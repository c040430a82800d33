internal import SpecModel

/// From plain text back to the source.
extension MarkdownTree {
    /// The source bytes that say a range of plain text; the place in front of the next byte where
    /// the range is empty. Markup of a part of it belongs to it, markup of the whole does not: of
    /// `**new** name` all bytes, of `**name**` those between the stars. Logarithmic in the leaf's
    /// segments, linear in its spans.
    func sourceRange(_ plain: Range<Int>, of text: InlineText) -> SourceRange {
        guard !plain.isEmpty else {
            let place =
                plain.lowerBound >= text.plain.upperBound
                ? text.range.end : start(of: plain.lowerBound, text)
            return SourceRange(place, place)
        }
        var range = SourceRange(
            start(of: plain.lowerBound, text), end(of: plain.upperBound - 1, text))
        for index in text.spans where plain.contains(spans[index].plain) {
            if spans[index].plain.isEmpty || spans[index].plain == plain { continue }
            range.start = min(range.start, spans[index].range.start)
            range.end = max(range.end, spans[index].range.end)
        }
        return range
    }

    private func start(of byte: Int, _ text: InlineText) -> Int {
        let segment = segments[segmentIndex(of: byte, text)]
        return segment.isVerbatim ? segment.source + byte - segment.plain : segment.source
    }

    private func end(of byte: Int, _ text: InlineText) -> Int {
        let segment = segments[segmentIndex(of: byte, text)]
        return segment.isVerbatim
            ? segment.source + byte - segment.plain + 1 : segment.source + segment.sourceCount
    }

    private func segmentIndex(of byte: Int, _ text: InlineText) -> Int {
        var low = text.segments.lowerBound
        var high = text.segments.upperBound
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].plain <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// A range of plain text as a value: soft line breaks are spaces, hard ones line feeds, white
    /// space around it is gone.
    func value(_ range: Range<Int>, of text: InlineText) -> SourcedText {
        let range = trimmed(range)
        return SourcedText(string(range), sourceRange(range, of: text))
    }

    func string(_ range: Range<Int>) -> String {
        let text = plain.span.extracting(range)
        if text.isPrintableASCII {
            return String(copying: unsafe UTF8Span(unchecked: text, isKnownASCII: true))
        }
        let bytes = plain[range].map { byte -> UInt8 in
            byte == 0x0A ? 0x20 : byte == MarkdownTree.hardBreak ? 0x0A : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isWhite(plain[low]) { low += 1 }
        while high > low, isWhite(plain[high - 1]) { high -= 1 }
        return low..<high
    }

    private func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

extension Span<UInt8> {
    /// Is each byte ASCII and none a line break or another control character?
    fileprivate var isPrintableASCII: Bool {
        guard count >= 8 else {
            for place in 0..<count where self[place] < 0x20 || self[place] > 0x7F { return false }
            return true
        }
        // Bit 7 of a byte says that some byte up to it is not printable ASCII.
        var marks: UInt64 = 0
        var place = 0
        while true {
            let bits = eight(at: place).bits
            marks |= (bits &- 0x2020_2020_2020_2020) | bits
            guard place < count - 8 else { break }
            place = Swift.min(place + 8, count - 8)
        }
        return marks & 0x8080_8080_8080_8080 == 0
    }
}

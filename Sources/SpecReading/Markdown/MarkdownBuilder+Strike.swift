internal import SpecModel

/// Strikethrough by bytes (GFM 6.5): one or two tildes on both sides, cut out of the plain text.
extension MarkdownBuilder {
    /// A run of tildes in a leaf's plain text.
    private struct Marks {
        var plain: Range<Int>
        var opens: Bool
        var closes: Bool
    }

    /// Cuts the tildes out of a leaf's text, where it may have some.
    @inline(__always)
    mutating func removeStrikeMarks(_ text: inout InlineText) {
        guard hasTilde, tree.plain[text.plain].contains(UInt8(ascii: "~")) else { return }
        cutStrikeMarks(&text)
    }

    private mutating func cutStrikeMarks(_ text: inout InlineText) {
        var pairs: [(open: Range<Int>, close: Range<Int>)] = []
        var open: [Range<Int>] = []
        for marks in strikeMarks(in: text) {
            if marks.closes,
                let index = open.lastIndex(where: { $0.count == marks.plain.count })
            {
                pairs.append((open[index], marks.plain))
                open.removeSubrange(index...)
            } else if marks.opens {
                open.append(marks.plain)
            }
        }
        guard !pairs.isEmpty else { return }
        let removed = pairs.flatMap { [$0.open, $0.close] }.sorted { $0.lowerBound < $1.lowerBound }
        for pair in pairs {
            tree.spans.append(
                TextSpan(
                    kind: .strike, plain: pair.open.upperBound..<pair.close.lowerBound,
                    range: SourceRange(
                        tree.sourceRange(pair.open, of: text).start,
                        tree.sourceRange(pair.close, of: text).end)))
        }
        text.spans = text.spans.lowerBound..<tree.spans.count
        rebuild(&text, without: removed)
    }

    private func strikeMarks(in text: InlineText) -> [Marks] {
        let tilde = UInt8(ascii: "~")
        var found: [Marks] = []
        for segment in tree.segments[text.segments] where segment.isVerbatim {
            var index = segment.plain
            let end = segment.plain + segment.count
            while index < end {
                guard tree.plain[index] == tilde else {
                    index += 1
                    continue
                }
                let start = index
                while index < end, tree.plain[index] == tilde { index += 1 }
                let range = start..<index
                guard range.count <= 2, !isCode(range, text) else { continue }
                let before = start > text.plain.lowerBound ? tree.plain[start - 1] : 0x20
                let after = index < text.plain.upperBound ? tree.plain[index] : 0x20
                found.append(
                    Marks(
                        plain: range,
                        opens: !after.isBlank && (!after.isPunctuation || isOutside(before)),
                        closes: !before.isBlank && (!before.isPunctuation || isOutside(after))))
            }
        }
        return found
    }

    private func isOutside(_ byte: UInt8) -> Bool { byte.isBlank || byte.isPunctuation }

    func isCode(_ range: Range<Int>, _ text: InlineText) -> Bool {
        tree.spans[text.spans].contains {
            $0.kind == .code && $0.plain.lowerBound <= range.lowerBound
                && range.upperBound <= $0.plain.upperBound
        }
    }

    /// Cuts ranges, which are in order, out of the text at the end of the arrays.
    mutating func rebuild(_ text: inout InlineText, without removed: [Range<Int>]) {
        var sums = [0]
        for range in removed { sums.append(sums[sums.count - 1] + range.count) }
        func moved(_ place: Int) -> Int {
            let behind = removed.partitioningIndex { $0.upperBound > place }
            let inside =
                behind < removed.count ? max(0, place - removed[behind].lowerBound) : 0
            return place - sums[behind] - inside
        }
        let plain = Array(tree.plain[text.plain])
        let segments = Array(tree.segments[text.segments])
        let base = text.plain.lowerBound
        tree.plain.removeSubrange(text.plain)
        tree.segments.removeSubrange(text.segments)
        var next = 0
        for segment in segments {
            var place = segment.plain
            let end = segment.plain + segment.count
            while next < removed.count, removed[next].lowerBound < end {
                let range = removed[next]
                appendPart(of: segment, place..<max(place, range.lowerBound), plain, base)
                place = max(place, min(end, range.upperBound))
                if range.upperBound > end { break }
                next += 1
            }
            appendPart(of: segment, place..<max(place, end), plain, base)
        }
        for index in text.spans {
            let span = tree.spans[index].plain
            tree.spans[index].plain = moved(span.lowerBound)..<moved(span.upperBound)
        }
        text.plain = base..<tree.plain.count
        text.segments = text.segments.lowerBound..<tree.segments.count
    }

    private mutating func appendPart(
        of segment: TextSegment, _ part: Range<Int>, _ plain: [UInt8], _ base: Int
    ) {
        guard !part.isEmpty else { return }
        let skipped = segment.isVerbatim ? part.lowerBound - segment.plain : 0
        tree.segments.append(
            TextSegment(
                plain: tree.plain.count, count: part.count, source: segment.source + skipped,
                sourceCount: segment.isVerbatim ? part.count : segment.sourceCount,
                isVerbatim: segment.isVerbatim))
        tree.plain.append(contentsOf: plain[(part.lowerBound - base)..<(part.upperBound - base)])
    }
}

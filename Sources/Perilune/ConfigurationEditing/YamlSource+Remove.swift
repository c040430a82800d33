internal import Yaml

// Where a pair goes. What comes out is read again, too.

extension YamlSource {
    /// - Parameter place: where the pair stands, beside others or not.
    func removal(of pair: YamlPair, from place: Place) -> [Change]? {
        guard case .mapping(let pairs) = place.node.value,
            let index = pairs.firstIndex(where: { $0.keyStart == pair.keyStart })
        else { return nil }
        if isFlow(place.node) { return removalFromFlow(index, pairs, place.node) }
        guard let indentation = indentation(of: pair) else { return nil }
        let lines = withoutLastEnding(withOwnComment(lines(of: pair), indentation))
        if pairs.count > 1 { return [.remove(lines)] }
        guard let owner = place.owner, let colon = afterColon(of: owner), colon <= lines.lowerBound
        else { return nil }
        return [.insert(" {}", at: colon), .remove(lines)]
    }

    /// With the comment directly above where it is about nothing else: no other pair follows directly,
    /// whose heading it may be, too.
    private func withOwnComment(_ lines: Range<Int>, _ indentation: String) -> Range<Int> {
        let below = lines.upperBound
        if below < bytes.count, line(at: below) == .text,
            skippingBlanks(below) - below >= indentation.utf8.count
        {
            return lines
        }
        var start = lines.lowerBound
        while let above = previousLine(start),
            line(at: above) == .comment(indentation: indentation.utf8.count)
        { start = above }
        return start..<lines.upperBound
    }

    /// A text whose last line has no end goes on having none.
    private func withoutLastEnding(_ lines: Range<Int>) -> Range<Int> {
        guard lines.upperBound == bytes.count, let last = bytes.last, !Self.endsLine(last) else {
            return lines
        }
        var start = lines.lowerBound
        if byte(start - 1) == 0x0A { start -= 1 }
        if byte(start - 1) == 0x0D { start -= 1 }
        return start..<lines.upperBound
    }

    // MARK: braces

    private func removalFromFlow(
        _ index: Int, _ pairs: [YamlPair], _ node: YamlNode
    ) -> [Change]? {
        let pair = pairs[index]
        let key = pair.keyStart.offset
        let end = max(pair.value.end.offset, key)
        let next = skippingSpace(end)
        let hasComma = byte(next) == UInt8(ascii: ",")
        let after = hasComma ? next + 1 : end
        if pairs.count == 1, let all = allButBraces(node, key, after) { return [all] }

        // The comma before goes with the last one, unless that has one of its own.
        var comma: Int?
        if index > 0, index == pairs.count - 1, !hasComma {
            let before = skippingSpace(
                max(pairs[index - 1].value.end.offset, pairs[index - 1].keyStart.offset))
            guard byte(before) == UInt8(ascii: ","), before < key else { return nil }
            comma = before
        }
        let own: Range<Int>
        if let lines = ownLines(key, after, node) {
            own = lines
        } else if let comma, isBlank(comma + 1..<key) {
            return [.remove(comma..<end)]
        } else {
            own = key..<(hasComma ? skippingBlanks(after) : end)
        }
        guard let comma else { return [.remove(own)] }
        guard comma < own.lowerBound else { return nil }
        return [.remove(comma..<comma + 1), .remove(own)]
    }

    /// What stands between braces that hold one pair and no comment.
    private func allButBraces(_ node: YamlNode, _ key: Int, _ after: Int) -> Change? {
        let inside = node.start.offset + 1..<node.end.offset - 1
        guard inside.lowerBound <= key, after <= inside.upperBound else { return nil }
        let around = Array(bytes[inside.lowerBound..<key]) + bytes[after..<inside.upperBound]
        guard around.allSatisfy({ Self.isBlank($0) || Self.endsLine($0) }) else { return nil }
        return .remove(inside)
    }

    /// The lines that a pair in braces has for itself.
    private func ownLines(_ key: Int, _ after: Int, _ node: YamlNode) -> Range<Int>? {
        let start = lineStart(key)
        let rest = skippingBlanks(after)
        let isLast = byte(rest).map { Self.endsLine($0) || $0 == UInt8(ascii: "#") } ?? false
        guard start > node.start.offset, isBlank(start..<key), isLast,
            nextLine(after) < node.end.offset
        else { return nil }
        return start..<nextLine(after)
    }
}

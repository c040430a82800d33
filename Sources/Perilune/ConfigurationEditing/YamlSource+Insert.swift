internal import Yaml

/// A pair that is to be written.
struct YamlEntry {
    var name: String
    var value: YamlValue

    var flow: String { "\(YamlText.scalar(name)): \(value.flow)" }

    /// - Parameter step: what a level is indented by.
    func block(_ indentation: String, _ step: String) -> [String] {
        guard case .members(let members) = value, !members.isEmpty else {
            return [indentation + flow]
        }
        return ["\(indentation)\(YamlText.scalar(name)):"]
            + members.map {
                indentation + step + YamlEntry(name: $0.name, value: $0.value).flow
            }
    }
}

// Where a pair may be added. Each way is a guess, the plainest first: whoever makes it reads the
// result and holds it against what was meant.

extension YamlSource {
    /// A value, and the pair whose value it is; none of the root.
    struct Place {
        var node: YamlNode
        var owner: YamlPair?
        /// Does the owner stand in braces?
        var isInFlow: Bool
        /// What a level is indented by.
        var step: String
    }

    func insertions(of entry: YamlEntry, into place: Place) -> [[Change]] {
        let node = place.node
        guard case .mapping(let pairs) = node.value else {
            return node.isNull ? [intoNothing(entry, place)].compactMap { $0 } : []
        }
        guard let first = pairs.first, let last = pairs.last else {
            return [intoEmptyBlock(entry, place), intoEmptyFlow(entry, node)].compactMap { $0 }
        }
        if isFlow(node) { return [intoFlow(entry, node, last)] }
        guard let indentation = indentation(of: last) else { return [] }
        let text =
            isWrittenInFlow(entry, like: pairs, indentation)
            ? [indentation + entry.flow] : entry.block(indentation, place.step)
        return [
            [insertLines(text, at: lines(of: last).upperBound)],
            [insertLines(text, at: lineStart(first.keyStart.offset))],
        ]
    }

    /// Ways to add a section that the root has not.
    /// - Parameter lines: the section where it is not in braces.
    func insertions(
        ofSection section: YamlEntry, _ lines: [String], into root: YamlNode?
    ) -> [[Change]] {
        guard let root, !root.isNull else {
            let behindStart = root.map { nextLine($0.start.offset) } ?? bytes.count
            return [[insertLines(lines, at: bytes.count)], [insertLines(lines, at: behindStart)]]
        }
        guard case .mapping(let pairs) = root.value else { return [] }
        guard !isFlow(root), let first = pairs.first, let last = pairs.last,
            let indentation = indentation(of: last)
        else {
            let place = Place(node: root, owner: nil, isInFlow: true, step: "")
            return insertions(of: section, into: place)
        }
        let text = lines.map { indentation + $0 }
        let isAiry = hasBlankLine(before: lineStart(last.keyStart.offset))
        let isBelowBlank = previousLine(bytes.count).map { line(at: $0) == .blank } ?? false
        return [
            [insertLines((isAiry && !isBelowBlank ? [""] : []) + text, at: bytes.count)],
            [insertLines(text, at: self.lines(of: last).upperBound)],
            [insertLines(text, at: lineStart(first.keyStart.offset))],
        ]
    }

    /// Whole lines before the line that begins at an offset, or behind the last one, which keeps its
    /// missing end.
    func insertLines(_ lines: [String], at offset: Int) -> Change {
        let ending = lineEnding(before: offset)
        let text = lines.joined(separator: ending)
        let isBehindText = offset == bytes.count && lineStart(offset) < offset
        return .insert(isBehindText ? ending + text : text + ending, at: offset)
    }

    /// Do its neighbours have braces, and does it fit? Without neighbours, one member has.
    private func isWrittenInFlow(
        _ entry: YamlEntry, like pairs: [YamlPair], _ indentation: String
    ) -> Bool {
        guard case .members(let members) = entry.value else { return true }
        let neighbour = pairs.last {
            if case .mapping(let pairs) = $0.value.value { !pairs.isEmpty } else { false }
        }
        let wanted = neighbour.map { isFlow($0.value) } ?? (members.count == 1)
        return wanted && indentation.utf8.count + entry.flow.utf8.count <= 100
    }

    private func hasBlankLine(before end: Int) -> Bool {
        var start = 0
        while start < end {
            if line(at: start) == .blank { return true }
            start = nextLine(start)
        }
        return false
    }

    // MARK: empty

    /// Lines below `key:` or `key: ~`.
    private func intoNothing(_ entry: YamlEntry, _ place: Place) -> [Change]? {
        guard let owner = place.owner else { return nil }
        let value = place.node.start.offset..<place.node.end.offset
        if place.isInFlow {
            let colon = afterColon(of: owner) == nil ? ":" : ""
            return [Change(range: value, text: Array("\(colon) { \(entry.flow) }".utf8))]
        }
        return below(owner, insteadOf: value, entry, place)
    }

    /// Lines below `key: {}`.
    private func intoEmptyBlock(_ entry: YamlEntry, _ place: Place) -> [Change]? {
        guard let owner = place.owner, !place.isInFlow else { return nil }
        let value = place.node.start.offset..<place.node.end.offset
        guard value.count >= 2, isBlank(value.lowerBound + 1..<value.upperBound - 1) else {
            return nil
        }
        return below(owner, insteadOf: value, entry, place)
    }

    private func below(
        _ owner: YamlPair, insteadOf value: Range<Int>, _ entry: YamlEntry, _ place: Place
    ) -> [Change]? {
        guard let colon = afterColon(of: owner), let indentation = indentation(of: owner) else {
            return nil
        }
        let text =
            isWrittenInFlow(entry, like: [], indentation + place.step)
            ? [indentation + place.step + entry.flow]
            : entry.block(indentation + place.step, place.step)
        let lines = insertLines(text, at: nextLine(max(colon, value.upperBound)))
        if value.isEmpty { return [lines] }
        guard colon <= value.lowerBound, isBlank(colon..<value.lowerBound) else { return nil }
        return [.remove(colon..<value.upperBound), lines]
    }

    /// Into braces that hold nothing but a comment or ends of lines.
    private func intoEmptyFlow(_ entry: YamlEntry, _ node: YamlNode) -> [Change]? {
        guard isFlow(node) else { return nil }
        let inside = node.start.offset + 1
        let isClosed = byte(inside) == UInt8(ascii: "}")
        return [.insert(" \(entry.flow)" + (isClosed ? " " : ""), at: inside)]
    }

    // MARK: braces

    private func intoFlow(_ entry: YamlEntry, _ node: YamlNode, _ last: YamlPair) -> [Change] {
        let end = max(last.value.end.offset, last.keyStart.offset)
        let next = skippingSpace(end)
        let hasComma = byte(next) == UInt8(ascii: ",")
        let isOneALine = lineStart(last.keyStart.offset) > node.start.offset
        guard isOneALine, let indentation = indentation(of: last) else {
            return hasComma
                ? [.insert(" \(entry.flow),", at: next + 1)]
                : [.insert(", \(entry.flow)", at: end)]
        }
        let below = nextLine(hasComma ? next : end)
        let line = indentation + entry.flow
        if below >= node.end.offset {
            // The brace stands on the line of the last pair.
            let ending = lineEnding(before: lineStart(end))
            return hasComma
                ? [.insert("\(ending)\(line),", at: next + 1)]
                : [.insert(",\(ending)\(line)", at: end)]
        }
        return hasComma
            ? [insertLines([line + ","], at: below)]
            : [.insert(",", at: end), insertLines([line], at: below)]
    }
}

extension YamlSource {
    /// Another text in the place of a scalar, in its quotes; nil where the pair holds no scalar.
    func replacement(of pair: YamlPair, with text: String) -> [Change]? {
        guard case .scalar(_, let isQuoted) = pair.value.value else { return nil }
        let range = pair.value.start.offset..<pair.value.end.offset
        if range.isEmpty {
            return afterColon(of: pair).map { [.insert(" \(YamlText.scalar(text))", at: $0)] }
        }
        let first = byte(range.lowerBound)
        let isInQuotes = isQuoted && (first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"))
        let written = YamlText.scalar(text, like: isInQuotes ? first : nil)
        return [Change(range: range, text: Array(written.utf8))]
    }
}

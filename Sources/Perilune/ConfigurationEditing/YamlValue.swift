internal import Yaml

/// A value that is to be written into a configuration.
package enum YamlValue: Sendable, Equatable {
    case text(String)
    case flag(Bool)
    /// In one line, `[a, b]`.
    case list([String])
    /// In their order.
    case members([(name: String, value: YamlValue)])

    package static func == (left: YamlValue, right: YamlValue) -> Bool {
        left.node.isSame(as: right.node)
    }

    /// As it stands in one line.
    var flow: String {
        switch self {
        case .text(let text): return YamlText.scalar(text)
        case .flag(let flag): return flag ? "true" : "false"
        case .list(let texts):
            return "[" + texts.map { YamlText.scalar($0) }.joined(separator: ", ") + "]"
        case .members(let members):
            if members.isEmpty { return "{}" }
            let all = members.map { "\(YamlText.scalar($0.name)): \($0.value.flow)" }
            return "{ " + all.joined(separator: ", ") + " }"
        }
    }

    /// What is read of it. Its places mean nothing.
    var node: YamlNode {
        let place = YamlMark(line: 1, column: 1, offset: 0)
        func node(_ value: YamlNode.Value) -> YamlNode {
            YamlNode(value: value, start: place, end: place)
        }
        func scalar(_ text: String) -> YamlNode {
            node(.scalar(text, quoted: !YamlText.isPlain(text)))
        }
        switch self {
        case .text(let text): return scalar(text)
        case .flag(let flag): return node(.scalar(flag ? "true" : "false", quoted: false))
        case .list(let texts): return node(.sequence(texts.map(scalar)))
        case .members(let members):
            return node(
                .mapping(
                    members.map {
                        YamlPair(key: $0.name, keyStart: place, value: $0.value.node)
                    }))
        }
    }
}

extension YamlNode {
    /// Do both say the same, wherever they stand and whichever quotes they have? Bytes count, not
    /// letters: two spellings of "é" may be the names of two files.
    /// - Complexity: linear; no tree that was read is deep.
    func isSame(as other: YamlNode) -> Bool {
        switch (value, other.value) {
        case (.scalar(let left, let isQuoted), .scalar(let right, let isOtherQuoted)):
            return isQuoted == isOtherQuoted && left.utf8.elementsEqual(right.utf8)
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.mapping(let left), .mapping(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        default:
            return false
        }
    }
}

extension YamlNode {
    /// - Returns: false where there is no other.
    func isSame(as other: YamlNode?) -> Bool { other.map { isSame(as: $0) } ?? false }

    func pair(_ key: String) -> YamlPair? {
        guard case .mapping(let pairs) = value else { return nil }
        return pairs.first { $0.key == key }
    }

    /// All but what stands at a path. Nothing at all on the way counts as an empty mapping.
    func without(_ path: String...) -> YamlNode { without(path[...]) }

    private func without(_ path: ArraySlice<String>) -> YamlNode {
        guard let key = path.first else { return self }
        var copy = self
        if isNull { copy.value = .mapping([]) }
        guard case .mapping(var pairs) = copy.value,
            let index = pairs.firstIndex(where: { $0.key == key })
        else { return copy }
        if path.count == 1 {
            pairs.remove(at: index)
        } else {
            pairs[index].value = pairs[index].value.without(path.dropFirst())
        }
        copy.value = .mapping(pairs)
        return copy
    }

    /// How much more than its key the first mapping below is indented that has lines of its own.
    var step: Int? {
        guard case .mapping(let pairs) = value else { return nil }
        for pair in pairs {
            guard case .mapping(let inner) = pair.value.value, let first = inner.first,
                first.keyStart.line > pair.keyStart.line,
                first.keyStart.column > pair.keyStart.column
            else { continue }
            return first.keyStart.column - pair.keyStart.column
        }
        return nil
    }
}

extension YamlPair {
    func isSame(as other: YamlPair) -> Bool {
        key.utf8.elementsEqual(other.key.utf8) && value.isSame(as: other.value)
    }
}

extension YamlNode {
    /// Could `parse` have made this of a text? For a tree that somebody else says he read there: it is
    /// no deeper and no larger than what is read, its keys are unique, its places are places of the
    /// text, and it has no more to say than the text can spell.
    /// - Complexity: linear in values and bytes, but for a logarithm of the lines.
    package func couldStand(in bytes: [UInt8]) -> Bool {
        guard bytes.count <= Limits.bytes, !bytes.contains(0) else { return false }
        var origin = Origin(places: YamlPlaces(bytes), count: bytes.count)
        return origin.holds(self, depth: 0)
    }
}

/// What is left of a text while a tree is held against it.
private struct Origin {
    let places: YamlPlaces
    let count: Int
    private var nodes = 0
    /// What is written `\L` is a character of three bytes; no other escape makes a text longer.
    private var letters: Int

    init(places: YamlPlaces, count: Int) {
        self.places = places
        self.count = count
        letters = count + count / 2
    }

    mutating func holds(_ node: YamlNode, depth: Int) -> Bool {
        guard depth <= YamlNode.Limits.depth, holds(node.start), holds(node.end),
            node.start.offset <= node.end.offset
        else { return false }
        switch node.value {
        case .scalar(let text, _): return spend(text)
        case .sequence(let elements):
            return spend("") && elements.allSatisfy { holds($0, depth: depth + 1) }
        case .mapping(let pairs):
            return spend("") && Set(pairs.map(\.key)).count == pairs.count
                && pairs.allSatisfy {
                    depth < YamlNode.Limits.depth && holds($0.keyStart) && spend($0.key)
                        && holds($0.value, depth: depth + 1)
                }
        }
    }

    private func holds(_ mark: YamlMark) -> Bool {
        (0...count).contains(mark.offset) && places.mark(at: mark.offset) == mark
    }

    /// Takes a value and its letters from what there may be.
    private mutating func spend(_ text: String) -> Bool {
        nodes += 1
        letters -= text.utf8.count
        return nodes <= YamlNode.Limits.nodes && letters >= 0
    }
}

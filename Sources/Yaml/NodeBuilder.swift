/// Builds the tree, refusing what a configuration has no use for.
struct NodeBuilder: ~Copyable {
    let events: EventReader
    var nodes = 0

    init(events: consuming EventReader) {
        self.events = events
    }

    mutating func document() throws(YamlError) -> YamlNode? {
        var found: YamlNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd:
                return found
            case .documentStart:
                if found != nil {
                    throw YamlError(
                        message: "a second document; expected one", mark: event.start)
                }
                found = try node(try events.next(), depth: 0)
            default:
                continue
            }
        }
    }

    private mutating func node(_ event: Event, depth: Int) throws(YamlError) -> YamlNode {
        try refuse(event, depth: depth)
        switch event.kind {
        case .scalar(let text, let quoted, let block):
            // The name of a file would end there.
            if text.utf8.contains(0) {
                throw YamlError(
                    message: "a NUL character; no text here has one, remove it", mark: event.start)
            }
            let end = block ? events.places.markAfterText(endingAt: event.end) : event.end
            return YamlNode(value: .scalar(text, quoted: quoted), start: event.start, end: end)
        case .sequenceStart(let flow):
            return try sequence(event, flow: flow, depth: depth)
        case .mappingStart(let flow):
            return try mapping(event, flow: flow, depth: depth)
        default:
            throw YamlError(message: "expected a value", mark: event.start)
        }
    }

    private mutating func refuse(_ event: Event, depth: Int) throws(YamlError) {
        nodes += 1
        if nodes > YamlNode.Limits.nodes {
            throw YamlError(
                message: "more than \(YamlNode.Limits.nodes) values", mark: event.start)
        }
        if depth > YamlNode.Limits.depth {
            throw YamlError(
                message: "nested more than \(YamlNode.Limits.depth) levels deep",
                mark: event.start)
        }
        if case .alias = event.kind {
            throw YamlError(
                message: "the alias \"*\(event.anchor ?? "")\"; aliases are not supported, "
                    + "write the value out", mark: event.start)
        }
        if let anchor = event.anchor {
            throw YamlError(
                message: "the anchor \"&\(anchor)\"; anchors are not supported, remove it",
                mark: event.start)
        }
        if let tag = event.tag {
            throw YamlError(
                message: "the tag \"\(tag)\"; tags are not supported, remove it",
                mark: event.start)
        }
    }

    private mutating func sequence(
        _ start: Event, flow: Bool, depth: Int
    ) throws(YamlError) -> YamlNode {
        var elements: [YamlNode] = []
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind {
                // A block collection "ends" where the next token begins; its last value knows better.
                let end = flow ? event.end : elements.last?.end ?? start.end
                return YamlNode(value: .sequence(elements), start: start.start, end: end)
            }
            elements.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(
        _ start: Event, flow: Bool, depth: Int
    ) throws(YamlError) -> YamlNode {
        var pairs: [YamlPair] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind {
                let end = flow ? event.end : pairs.last?.value.end ?? start.end
                return YamlNode(value: .mapping(pairs), start: start.start, end: end)
            }
            let key = try node(event, depth: depth + 1)
            guard case .scalar(let name, _) = key.value else {
                throw YamlError(
                    message: "a key that is \(key.found); expected text", mark: key.start)
            }
            if let line = lines.updateValue(key.start.line, forKey: name) {
                throw YamlError(
                    message: "the key \"\(name)\" stands here again, after line \(line)",
                    mark: key.start)
            }
            let value = try node(try events.next(), depth: depth + 1)
            pairs.append(YamlPair(key: name, keyStart: key.start, value: value))
        }
    }
}

internal import SpecModel
internal import SpecVocabulary

/// Entities as examples in JSON.
extension ItemBuilder {
    /// `columns` and `source` of the first example in JSON below a heading that no paragraph of its
    /// own names.
    func columnsOfJSON(below section: Int) -> [Field] {
        for place in contents[section].indices
        where tree.nodes[contents[section][place]].kind == .code
            && entityName(inFrontOf: place, section) == nil
        {
            let fields = columnsOfJSON(in: contents[section][place])
            if !fields.isEmpty { return fields }
        }
        return []
    }

    private func columnsOfJSON(in block: Int) -> [Field] {
        let content = tree.nodes[block].content
        let keys = JSONKeys.keys(in: source.bytes, content)
        guard !keys.isEmpty else { return [] }
        return [
            Field(
                name: "columns", value: .list(keys.map { SourcedText(source.text($0), $0) }),
                range: content),
            Field(name: "source", value: .text("json"), range: content),
        ]
    }

    /// An example in JSON behind a paragraph that is nothing but its name: `**Invoice**:`.
    mutating func addJSON(_ place: Int, _ section: Int) {
        guard let name = entityName(inFrontOf: place, section) else { return }
        let columns = columnsOfJSON(in: contents[section][place])
        guard !columns.isEmpty else { return }
        let kind = vocabulary[.entity]
        let paragraph = contents[section][place - 1]
        add(
            kind, section, tree.nodes[paragraph].range, [field("name", kind, name)] + columns)
    }

    /// The bold text or the code that is all that the paragraph in front of a block says, unless it
    /// is what the vocabulary calls a part of an entity or of an endpoint: `**Example**:`.
    private func entityName(inFrontOf place: Int, _ section: Int) -> Piece? {
        guard place > contents[section].startIndex else { return nil }
        let node = tree.nodes[contents[section][place - 1]]
        guard node.kind == .paragraph, node.text.plain.count <= 60,
            let span = tree.spans[node.text.spans].first(where: {
                $0.kind == .strong || $0.kind == .code
            })
        else { return nil }
        var name = tree.trimmed(span.plain)
        var rest = tree.trimmed(span.plain.upperBound..<node.text.plain.upperBound)
        if let count = tree.colon(at: rest.lowerBound, before: rest.upperBound) {
            rest = (rest.lowerBound + count)..<rest.upperBound
        }
        if name.count > 1, tree.plain[name.upperBound - 1] == UInt8(ascii: ":") {
            name = name.lowerBound..<(name.upperBound - 1)
        }
        let front = tree.trimmed(node.text.plain.lowerBound..<span.plain.lowerBound)
        let text = Piece(name, of: node.text)
        guard front.isEmpty, rest.isEmpty, !name.isEmpty,
            fieldName(text, vocabulary[.entity]) == nil,
            fieldName(text, vocabulary[.endpoint]) == nil
        else { return nil }
        return text
    }
}

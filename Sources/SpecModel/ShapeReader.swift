/// Tells how items of a document are written.
package struct ShapeReader {
    private let spec: Spec
    /// Blocks in no other, in document order.
    private let outermost: [Block]
    /// The cells of tables by the line that they begin on.
    private var cells: [Int: [Block]] = [:]

    package init(_ spec: Spec) {
        self.spec = spec
        outermost = spec.blocks.filter { $0.parent == nil }
        for block in spec.blocks where block.kind == .tableCell {
            cells[spec.source.lineIndex(of: block.range.start), default: []].append(block)
        }
    }

    /// The shape of an item. Logarithmic in the number of blocks.
    package func shape(of item: Item) -> ItemShape {
        let block = block(around: item.range.start)
        let form = form(of: item, in: block)
        let labels =
            form == .table
            ? block.map { columns(of: item, in: $0) } ?? [] : item.fields.compactMap(label)
        return ItemShape(kind: item.kind, form: form, labels: labels)
    }

    /// The last outermost block that begins at or before an offset.
    private func block(around offset: Int) -> Block? {
        var low = 0
        var high = outermost.count
        while low < high {
            let middle = (low + high) / 2
            if outermost[middle].range.start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? outermost[low - 1] : nil
    }

    private func form(of item: Item, in block: Block?) -> ItemShape.Form {
        guard let block, block.range.contains(item.range) || block.kind == .heading else {
            return .other
        }
        switch block.kind {
        case .table: return .table
        case .heading: return .headings
        case .paragraph: return .paragraphs
        case .list:
            let first = spec.source.text(item.range)
            if first.first?.isNumber ?? false { return .ordered }
            return first.dropFirst().drop { $0.isWhitespace }.hasPrefix("[ ]") ? .tasks : .list
        default: return .other
        }
    }

    /// The words of a table's header, each with the field of the item that stands below it.
    private func columns(of item: Item, in table: Block) -> [ItemShape.Label] {
        let header = cells[spec.source.lineIndex(of: table.range.start)] ?? []
        let row = cells[spec.source.lineIndex(of: item.range.start)] ?? []
        return header.enumerated().map { place, cell in
            let name = spec.source.text(cell.range).filter { !"*_`".contains($0) }
            let field = row.indices.contains(place) ? field(of: item, in: row[place]) : nil
            return ItemShape.Label(name: String(name.prefix(200)), field: field)
        }
    }

    private func field(of item: Item, in cell: Block) -> String? {
        item.fields.first { cell.range.contains($0.range) }?.name
    }

    /// The label in front of a field's value: `**Purpose**: `, also on a line of its own.
    private func label(of field: Field) -> ItemShape.Label? {
        let start = spec.source.lineStarts[spec.source.lineIndex(of: field.range.start)]
        var text = spec.source.text(SourceRange(start, field.range.start))
        var line = spec.source.lineIndex(of: start)
        while text.allSatisfy({ $0.isWhitespace || "-*`".contains($0) }) || text.hasPrefix("```") {
            guard line > 0 else { return nil }
            line -= 1
            text = spec.source.text(spec.source.lineRange(line))
            if text.allSatisfy(\.isWhitespace) { return nil }
        }
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let behind = text[text.index(after: colon)...]
        let name = text[..<colon].filter { !"*_`".contains($0) }
        let words = name.drop { $0.isWhitespace || $0 == "-" }
        guard behind.allSatisfy({ $0.isWhitespace || $0 == "*" }), !words.isEmpty else {
            return nil
        }
        return ItemShape.Label(name: String(words.prefix(200)), field: field.name)
    }
}

internal import SpecModel

extension MarkdownTree {
    /// The tree as the model's blocks, in document order.
    func blocks(in sections: [Section]) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(nodes.count)
        var section = -1
        func add(_ index: Int, _ parent: Int?) {
            let node = nodes[index]
            while section + 1 < sections.count,
                sections[section + 1].headingRange.start <= node.range.start
            { section += 1 }
            var above = parent
            if let kind = node.kind.block {
                above = blocks.count
                blocks.append(
                    Block(
                        kind: kind, range: node.range, parent: parent,
                        section: section < 0 ? nil : section))
            }
            var child = node.firstChild
            while child >= 0 {
                add(child, above)
                child = nodes[child].next
            }
        }
        if !nodes.isEmpty { add(0, nil) }
        return blocks
    }
}

extension MarkdownNode.Kind {
    fileprivate var block: Block.Kind? {
        switch self {
        case .document: nil
        case .paragraph: .paragraph
        case .heading: .heading
        case .quote: .quote
        case .list: .list
        case .item: .listItem
        case .code: .code
        case .html: .html
        case .rule: .rule
        case .table: .table
        case .row: .tableRow
        case .cell: .tableCell
        case .footnote: .footnote
        }
    }
}

internal import SpecModel

extension MarkdownTree {
    /// The tree as the model's blocks, in document order.
    func blocks(in sections: [Section]) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(nodes.count)
        // The blocks around the place.
        var around: [Int] = []
        var section = -1
        var nextSection = sections.first?.headingRange.start ?? .max
        var index = nodes.first?.firstChild ?? -1
        while index >= 0 {
            let range = nodes[index].range
            while nextSection <= range.start {
                section += 1
                let next = section + 1
                nextSection = next < sections.count ? sections[next].headingRange.start : .max
            }
            if let kind = nodes[index].kind.block {
                blocks.append(
                    Block(
                        kind: kind, range: range, parent: around.last,
                        section: section < 0 ? nil : section))
            }
            if nodes[index].firstChild >= 0 {
                around.append(blocks.count - 1)
                index = nodes[index].firstChild
            } else {
                while nodes[index].next < 0, !around.isEmpty {
                    around.removeLast()
                    index = nodes[index].parent
                }
                index = nodes[index].next
            }
        }
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

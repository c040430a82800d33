internal import SpecModel

extension MarkdownTree {
    /// The tree as the model's blocks, in document order.
    func blocks(in sections: [Section]) -> [Block] {
        guard nodes.count > 1 else { return [] }
        var blocks: [Block] = []
        blocks.reserveCapacity(nodes.count - 1)
        var section = -1
        var nextSection = sections.first?.headingRange.start ?? .max
        func add(_ index: Int, below parent: Int) {
            let range = nodes[index].range
            while nextSection <= range.start {
                section += 1
                let next = section + 1
                nextSection = next < sections.count ? sections[next].headingRange.start : .max
            }
            blocks.append(
                Block(
                    kind: nodes[index].kind.block, range: range,
                    parent: parent < 0 ? nil : parent, section: section < 0 ? nil : section))
        }
        if isInOrder {
            for index in 1..<nodes.count { add(index, below: nodes[index].parent - 1) }
        } else {
            var numbers = [Int](repeating: -1, count: nodes.count)
            for (number, index) in inOrder().enumerated() {
                numbers[index] = number
                add(index, below: numbers[nodes[index].parent])
            }
        }
        return blocks
    }

    /// All nodes but the document, each in front of its children and these in front of its siblings.
    private func inOrder() -> [Int] {
        var order: [Int] = []
        var index = nodes[0].firstChild
        while index > 0 {
            order.append(index)
            if nodes[index].firstChild >= 0 {
                index = nodes[index].firstChild
                continue
            }
            while index > 0, nodes[index].next < 0 { index = nodes[index].parent }
            if index > 0 { index = nodes[index].next }
        }
        return order
    }
}

extension MarkdownNode.Kind {
    /// The document itself is no block.
    fileprivate var block: Block.Kind {
        switch self {
        case .document, .paragraph: .paragraph
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

internal import LuaSandbox
internal import SpecModel

extension SpecFrame {
    /// What stands beside a spec for who looks at its blocks: each in a row, which has its text where the document
    /// has it.
    var blocks: Frame {
        let (blocks, source) = (spec.blocks, spec.source.bytes)
        // A row, a section and a parent of each.
        var builder = FrameBuilder(room: 4096 + source.count + 48 * blocks.count)
        builder.record { builder in
            builder.key("all")
            var counts = [Int](repeating: 0, count: Block.Kind.allCases.count)
            builder.rows(class: "block", Self.columns, text: source.span) { builder in
                var column = 0
                for block in blocks {
                    let kind = block.kind.place
                    counts[kind] += 1
                    column = block.kind == .tableCell ? column + 1 : 0
                    builder.row([
                        kind, block.range.start, block.range.end, line(block.range),
                        lastLine(block.range), column,
                    ])
                }
            }
            builder.integers("sections", blocks.lazy.map { ($0.section ?? -1) + 1 })
            builder.integers("parents", blocks.lazy.map { ($0.parent ?? -1) + 1 })
            builder.key("kinds")
            builder.record { builder in
                for (kind, count) in zip(Block.Kind.allCases, counts) where count > 0 {
                    builder.integer(kind.rawValue, count)
                }
            }
        }
        return builder.finish()
    }

    private static let columns: [(key: String, holds: FrameBuilder.Column)] = [
        ("kind", .words(Block.Kind.allCases.map(\.rawValue))), ("text", .text),
        ("line", .integer), ("last_line", .integer), ("column", .integer),
    ]
}

extension Block.Kind {
    /// Its place in `allCases`, which a search would take as long for as to write a block.
    var place: Int {
        switch self {
        case .paragraph: 0
        case .heading: 1
        case .quote: 2
        case .list: 3
        case .code: 4
        case .table: 5
        case .html: 6
        case .rule: 7
        case .footnote: 8
        case .listItem: 9
        case .tableRow: 10
        case .tableCell: 11
        }
    }
}

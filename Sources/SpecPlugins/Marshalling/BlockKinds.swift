internal import SpecModel

/// Kinds of blocks. Of a set's own kind, for a `Set` of them costs as much at start-up as reading a short spec.
struct BlockKinds: OptionSet, Equatable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kind: Block.Kind) { self.init(rawValue: 1 << Self.place(of: kind)) }

    /// All that there are.
    static let all = BlockKinds(rawValue: 1 << Block.Kind.allCases.count - 1)
    /// What running text stands in, wherever that is.
    static let text: BlockKinds = [BlockKinds(.paragraph), BlockKinds(.tableCell)]

    func contains(_ kind: Block.Kind) -> Bool { contains(BlockKinds(kind)) }

    /// Those that are in it, in the order of `Block.Kind`.
    var kinds: [Block.Kind] { Block.Kind.allCases.filter(contains) }

    /// The place of a kind in `Block.Kind.allCases`.
    static func place(of kind: Block.Kind) -> Int {
        switch kind {
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

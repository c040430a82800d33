/// The blocks of a document's sections: for each, those between its heading and the next one.
struct SectionContents: Sendable {
    /// All blocks that are no heading, in document order: indices of nodes.
    private var blocks: [Int] = []
    /// For each section, the number of blocks in front of it.
    private var starts: [Int] = []

    mutating func reserve(sections: Int, blocks count: Int) {
        starts.reserveCapacity(sections)
        blocks.reserveCapacity(count)
    }

    /// Begins the next section.
    mutating func open() { starts.append(blocks.count) }

    /// Adds a block to the section begun last.
    mutating func append(_ block: Int) { blocks.append(block) }

    /// Blocks in front of the first heading.
    var preamble: ArraySlice<Int> { blocks[..<(starts.first ?? blocks.count)] }

    /// The blocks of a section; their places count through the whole document.
    subscript(section: Int) -> ArraySlice<Int> {
        let end = section + 1 < starts.count ? starts[section + 1] : blocks.count
        return blocks[starts[section]..<end]
    }
}

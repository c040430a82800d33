internal import SpecModel

/// Finds the items that a `disable-item` is about. An item is its table row, its list entry with all
/// that is in it, or its section.
struct SuppressionItems {
    private let spec: Spec
    /// By their beginnings; of those that begin together the longest first.
    private let items: [Item]
    /// By the place of a comment that is raw HTML of its own: the block below it.
    private var below: [Int: Block] = [:]

    init(_ suppressions: [Suppression], in spec: Spec) {
        self.spec = spec
        items = spec.items.sorted {
            ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end)
        }
        let comments = Dictionary(
            suppressions.map { ($0.range.start, $0.range.end) }, uniquingKeysWith: { $1 })
        // The next block below the same parent, other such comments apart.
        for index in spec.blocks.indices.reversed() where spec.blocks[index].kind == .html {
            let block = spec.blocks[index]
            guard let end = comments[block.range.start],
                spec.source.isBlank(SourceRange(end, max(end, block.range.end))),
                index + 1 < spec.blocks.count, spec.blocks[index + 1].parent == block.parent
            else { continue }
            let next = spec.blocks[index + 1]
            below[block.range.start] =
                comments[next.range.start] == nil ? next : below[next.range.start]
        }
    }

    /// Notes what a comment is about: what begins below it, else what is around it.
    func fill(_ suppression: inout Suppression) {
        let comment = suppression.range
        if let block = below[comment.start], fill(&suppression, from: block) { return }
        let containers = containers(of: comment)
        if let inner = innermost(around: comment) {
            let range = containers.first { $0.start == inner.range.start } ?? inner.range
            note(items(at: inner.range.start).filter { $0.range == inner.range }, range)
        } else if let range = containers.first(where: { !items(at: $0.start).isEmpty }) {
            note(items(at: range.start), range)
        }

        func note(_ items: some Sequence<Item>, _ range: SourceRange) {
            suppression.scope = spec.source.trimmed(range)
            suppression.items = items.prefix(Suppression.itemLimit).map(\.key)
        }
    }

    /// Notes the items of a table or a list, or those that begin with another block; are there any?
    private func fill(_ suppression: inout Suppression, from block: Block) -> Bool {
        let first = items.partitioningIndex { $0.range.start >= block.range.start }
        guard first < items.count, items[first].range.start <= block.range.end else { return false }
        if block.kind == .table || block.kind == .list {
            suppression.scope = block.range
            return true
        }
        let here = items(at: block.range.start)
        guard let item = here.first else { return false }
        let section = spec.sections.partitioningIndex {
            $0.headingRange.start >= block.range.start
        }
        let isSection =
            section < spec.sections.count
            && spec.sections[section].headingRange.start == block.range.start
        suppression.scope = spec.source.trimmed(
            isSection ? spec.sections[section].range : item.range)
        suppression.items = here.prefix(Suppression.itemLimit).map(\.key)
        return true
    }

    private func items(at place: Int) -> ArraySlice<Item> {
        let first = items.partitioningIndex { $0.range.start >= place }
        return items[first...].prefix { $0.range.start == place }
    }

    /// The shortest of the items that begin last, of those on whose own line or row a comment is.
    private func innermost(around comment: SourceRange) -> Item? {
        let behind = items.partitioningIndex { $0.range.start > comment.start }
        guard behind > 0 else { return nil }
        return items(at: items[behind - 1].range.start).last { $0.range.contains(comment) }
    }

    /// The list entries and sections around a comment, from the inside out.
    private func containers(of comment: SourceRange) -> [SourceRange] {
        var ranges: [SourceRange] = []
        let behind = spec.blocks.partitioningIndex { $0.range.start > comment.start }
        var block = behind > 0 ? behind - 1 : nil
        while let index = block {
            let range = spec.blocks[index].range
            if spec.blocks[index].kind == .listItem, range.contains(comment) {
                ranges.append(range)
            }
            block = spec.blocks[index].parent
        }
        let next = spec.sections.partitioningIndex { $0.headingRange.start > comment.start }
        var section = next > 0 ? next - 1 : nil
        while let index = section {
            ranges.append(spec.sections[index].range)
            section = spec.sections[index].parent
        }
        return ranges
    }
}

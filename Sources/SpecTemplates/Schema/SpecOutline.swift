internal import SpecModel

/// The sections, tables and metadata of a document, as templates are compared with them.
struct SpecOutline {
    let spec: Spec
    /// Sections that bear the document's title, or stand in front of the one that does.
    private let titles: Set<Int>

    init(_ spec: Spec) {
        self.spec = spec
        titles = Self.titles(of: spec)
    }

    /// All sections but the title's, in document order: indices in `Spec.sections`.
    var sections: [Int] { spec.sections.indices.filter { !titles.contains($0) } }

    /// The section around one, the title's apart. A bold paragraph that acts as a heading is in
    /// none: it may just as well end the one that it follows.
    func parent(of section: Int) -> Int? {
        if spec.sections[section].isImplicit { return nil }
        return spec.sections[section].parent.flatMap { titles.contains($0) ? nil : $0 }
    }

    /// How many sections stand around one.
    func depth(of section: Int) -> Int {
        var depth = 0
        var outer = parent(of: section)
        while let section = outer {
            depth += 1
            outer = parent(of: section)
        }
        return depth
    }

    /// Does a section stand below another, at any depth?
    func isBelow(_ section: Int, _ outer: Int) -> Bool {
        section > outer
            && spec.sections[section].headingRange.start < spec.sections[outer].range.end
    }

    /// The first heading of level 1 and the one with the title. One that the vocabulary knows is a
    /// section where others of its level follow.
    private static func titles(of spec: Spec) -> Set<Int> {
        let first = spec.sections.indices.filter {
            spec.sections[$0].level == 1 && !spec.sections[$0].isImplicit
        }
        var titles = Set(first.prefix(1))
        if let title = spec.title {
            titles.formUnion(
                first.filter { spec.sections[$0].headingRange.contains(title.range) })
        }
        if first.count > 1 { titles = titles.filter { spec.sections[$0].role == nil } }
        return titles
    }

    // MARK: tables

    /// A table's header.
    struct Header {
        /// The section that it stands in.
        var section: Int
        var table: SourceRange
        var range: SourceRange
        var columns: [SourcedText]
    }

    /// The headers of all tables that are no list of metadata, in document order.
    var headers: [Header] {
        let blocks = spec.blocks
        return blocks.indices.compactMap { index in
            guard blocks[index].kind == .table, let section = blocks[index].section,
                index + 1 < blocks.count, blocks[index + 1].kind == .tableRow,
                !spec.metadata.contains(where: { blocks[index].range.contains($0.range) })
            else { return nil }
            var columns: [SourcedText] = []
            for cell in blocks[(index + 2)...] {
                guard cell.kind == .tableCell, columns.count <= Schema.columns else { break }
                columns.append(SourcedText(text(cell.range), cell.range))
            }
            guard columns.count <= Schema.columns else { return nil }
            return Header(
                section: section, table: blocks[index].range, range: blocks[index + 1].range,
                columns: columns)
        }
    }

    /// A cell's words: without the marks around them.
    private func text(_ range: SourceRange) -> String {
        let marks: Set<Character> = ["*", "_", "`", " ", "\t"]
        var text = spec.source.text(range)[...]
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        while let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text)
    }
}

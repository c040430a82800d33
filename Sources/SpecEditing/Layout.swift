internal import SpecModel

/// Where the parts of a spec stand in its source, for those who change it. Belongs to one thread.
final class Layout {
    enum Context: Equatable {
        case frontMatter, code, html, cell
        case text(isBlockStart: Bool)
    }

    let spec: Spec
    /// By block, the first directly inside of it, and behind all blocks that of the document; -1 is none.
    private let firstInside: [Int]
    /// By block, the next one inside of the same; -1 is none.
    private let nextBeside: [Int]
    /// By block; nil of those without pipes.
    private var tables: [Int: Table?] = [:]
    /// By block, which of its columns hold which fields.
    private var columns: [Int: Columns] = [:]
    /// By row, its place in its table.
    private var places: [Int: Int] = [:]

    init(_ spec: Spec) {
        self.spec = spec
        let document = spec.blocks.count
        var first = [Int](repeating: -1, count: document + 1)
        var next = [Int](repeating: -1, count: document)
        for index in spec.blocks.indices.reversed() {
            let parent = spec.blocks[index].parent ?? document
            next[index] = first[parent]
            first[parent] = index
        }
        (firstInside, nextBeside) = (first, next)
    }

    var source: SourceText { spec.source }

    /// What Markdown makes of a text there.
    func context(of range: SourceRange) -> Context {
        if let header = frontMatter, header.contains(range) { return .frontMatter }
        if spec.code.contains(where: { $0.range.contains(range) }) { return .code }
        guard let block = innermost(range) else { return .text(isBlockStart: true) }
        let kind = spec.blocks[block].kind
        if kind == .code { return .code }
        if let row = row(around: range) {
            return isHTML(row) ? .html : .cell
        }
        return .text(isBlockStart: spec.blocks[block].range.start == range.start)
    }

    /// Where a text goes in a place that is empty, and the blank in front of it: behind the blank that
    /// stands there, as in `**Owner:** `, else behind one of its own.
    func gap(at range: SourceRange) -> (range: SourceRange, blank: String) {
        guard range.isEmpty, range.start > source.lineStart(at: range.start) + 1,
            row(around: range) == nil
        else { return (range, "") }
        let bytes = source.bytes
        let line = source.lineEnd(at: range.start)
        if " \t([{\"'`".utf8.contains(bytes[range.start - 1]) {
            // In front of a heading's closing marks, the last blank stays behind the text.
            let isClosed =
                range.start < line && bytes[range.start] > 0x20
                && bytes[range.start - 2..<range.start] == [0x20, 0x20]
            let place = range.start - (isClosed ? 1 : 0)
            return (SourceRange(place, place), "")
        }
        let rest = bytes[range.start..<max(range.start, line)]
        guard rest.first == 0x20 else { return (range, " ") }
        if rest.contains(where: { $0 > 0x20 }) {
            return (SourceRange(range.start + 1, range.start + 1), "")
        }
        return (SourceRange(range.start, range.start + 1), " ")
    }

    /// The YAML between `---` and `---`, without these.
    private(set) lazy var frontMatter: SourceRange? = {
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard source.bytes[start...].starts(with: "---".utf8), let first = spec.metadata.first,
            first.range.end <= spec.blocks.first?.range.start ?? source.bytes.count
        else { return nil }
        let from = source.lineLimit(at: start)
        for line in source.lineIndex(of: from)..<source.lineStarts.count {
            let text = source.text(source.lineRange(line))
            let mark = text.prefix(3)
            if mark == "---" || mark == "...",
                text.dropFirst(3).allSatisfy({ $0 == " " || $0 == "\t" })
            {
                let end = source.lineStarts[line]
                return from <= end ? SourceRange(from, end) : nil
            }
        }
        return nil
    }()

    /// The block that a range lies in and that holds no other one around it. Logarithmic in the blocks.
    func innermost(_ range: SourceRange) -> Int? {
        let behind = spec.blocks.partitioningIndex { $0.range.start > range.start }
        var block = behind > 0 ? behind - 1 : nil
        while let current = block, !spec.blocks[current].range.contains(range) {
            block = spec.blocks[current].parent
        }
        return block
    }

    /// The section whose heading begins at a place.
    func section(headedAt place: Int) -> Int? {
        let index = spec.sections.partitioningIndex { $0.headingRange.start >= place }
        guard index < spec.sections.count, spec.sections[index].headingRange.start == place else {
            return nil
        }
        return index
    }

    /// The nearest block of a kind that a range lies in.
    func block(_ kind: Block.Kind, around range: SourceRange) -> Int? {
        var block = innermost(range)
        while let current = block, spec.blocks[current].kind != kind {
            block = spec.blocks[current].parent
        }
        return block
    }

    /// The row of a table that a range lies in.
    func row(around range: SourceRange) -> Int? { block(.tableRow, around: range) }

    /// Is a row, or a table, raw HTML?
    func isHTML(_ block: Int) -> Bool {
        let start = spec.blocks[block].range.start
        return start < source.bytes.count && source.bytes[start] == UInt8(ascii: "<")
    }

    /// The rows of a table, its header first.
    func rows(of table: Int) -> [Int] { children(of: table) }

    /// The blocks directly inside of one, or of the document.
    func children(of block: Int?) -> [Int] {
        var children: [Int] = []
        var child = firstInside[block ?? spec.blocks.count]
        while child >= 0 {
            children.append(child)
            child = nextBeside[child]
        }
        return children
    }

    /// The table of a row as text, and the row's place in it: -1 of the header.
    func table(ofRow row: Int) -> (table: Table, row: Int)? {
        guard let parent = spec.blocks[row].parent, let table = table(of: parent),
            let place = places[row]
        else { return nil }
        return (table, place - 1)
    }

    /// A table as text; nil of raw HTML.
    func table(of block: Int) -> Table? {
        if let known = tables[block] { return known }
        let rows = rows(of: block)
        for (place, row) in rows.enumerated() { places[row] = place }
        let table = Table(source, rows: rows.map { spec.blocks[$0].range })
        tables[block] = table
        return table
    }

    /// Which columns of a row's table hold which fields.
    func columns(ofRow row: Int, _ table: Table) -> Columns {
        let parent = spec.blocks[row].parent ?? -1
        if let known = columns[parent] { return known }
        let made = Columns(self, table, around: row)
        columns[parent] = made
        return made
    }

    /// The cell of a table with pipes that a range lies in.
    func cell(around range: SourceRange) -> (table: Table, row: Int, column: Int)? {
        guard let row = row(around: range), !isHTML(row), let (table, place) = table(ofRow: row)
        else { return nil }
        let line = place < 0 ? table.header : table.rows[place]
        let column = line.cells.firstIndex {
            $0.outer.start <= range.start && range.end <= $0.outer.end
        }
        guard let column else { return nil }
        return (table, place, column)
    }

    /// A section's own lines: without its heading and without the sections below it.
    func body(of section: Int) -> SourceRange {
        let heading = spec.sections[section].headingRange
        let start = source.lineLimit(at: max(heading.start, heading.end - 1))
        let end = sectionStart(after: section) ?? source.bytes.count
        return SourceRange(min(start, end), end)
    }

    /// Where the next heading's line begins.
    private func sectionStart(after section: Int) -> Int? {
        section + 1 < spec.sections.count
            ? source.lineStart(at: spec.sections[section + 1].headingRange.start) : nil
    }

    /// The whole lines of a section with all below it.
    func lines(ofSection section: Int) -> SourceRange {
        let own = spec.sections[section]
        let next = spec.sections.indices.first { index in
            index > section && !isBelow(index, section)
        }
        return SourceRange(
            source.lineStart(at: own.headingRange.start),
            next.map { source.lineStart(at: spec.sections[$0].headingRange.start) }
                ?? source.bytes.count)
    }

    /// Does a section stand below another one, at whatever depth?
    func isBelow(_ section: Int, _ other: Int) -> Bool {
        var index = spec.sections[section].parent
        while let current = index {
            if current == other { return true }
            index = spec.sections[current].parent
        }
        return false
    }
}

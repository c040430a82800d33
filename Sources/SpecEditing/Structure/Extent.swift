internal import SpecModel

/// The whole lines that a part of a spec takes.
struct Extent: Equatable {
    enum Form: Equatable {
        case row
        /// A list's entry: index of its block.
        case entry(block: Int)
        case section
        /// A paragraph with what belongs to it, a block, a metadata line.
        case lines
        /// A line of the front matter.
        case yaml
    }

    var form: Form
    /// Begins and ends where lines do.
    var lines: SourceRange
}

extension Layout {
    /// Where a part stands, if it has lines of its own.
    func extent(of part: EditRequest.Part) throws(EditRefusal) -> Extent {
        switch part {
        case .item(let index): return try extent(ofItem: index)
        case .section(let index): return Extent(form: .section, lines: lines(ofSection: index))
        case .metadata(let index): return try extent(ofMetadata: index)
        case .block(let index):
            let block = spec.blocks[index]
            if block.kind == .tableRow, !isHTML(index) {
                return Extent(form: .row, lines: source.lines(of: block.range))
            }
            guard block.kind != .tableCell, block.kind != .tableRow, isFirst(block.range.start)
            else { throw EditRefusal("this \(block.kind.rawValue) has no lines of its own") }
            if block.kind == .listItem {
                return Extent(form: .entry(block: index), lines: source.lines(of: block.range))
            }
            if block.kind == .heading,
                let section = section(headedAt: block.range.start),
                spec.sections[section].headingRange == block.range
            {
                return Extent(form: .section, lines: lines(ofSection: section))
            }
            return Extent(form: .lines, lines: source.lines(of: block.range))
        }
    }

    private func extent(ofItem index: Int) throws(EditRefusal) -> Extent {
        let item = spec.items[index]
        let start = item.range.start
        if let section = section(headedAt: start) {
            return Extent(form: .section, lines: lines(ofSection: section))
        }
        if let row = row(around: item.range) {
            guard !isHTML(row) else {
                throw EditRefusal("a row of raw HTML cannot be taken away, moved or copied")
            }
            return Extent(form: .row, lines: source.lines(of: spec.blocks[row].range))
        }
        if let entry = block(.listItem, around: SourceRange(start, start)),
            spec.blocks[entry].range.start == start, isFirst(start)
        {
            return Extent(
                form: .entry(block: entry), lines: source.lines(of: spec.blocks[entry].range))
        }
        let outermost = spec.blocks.partitioningIndex { $0.range.start >= start }
        if outermost < spec.blocks.count, case let block = spec.blocks[outermost],
            block.range.start == start, block.kind == .paragraph, block.parent == nil
        {
            return Extent(form: .lines, lines: linesOfLead(index, block))
        }
        throw EditRefusal("this \(item.kind) has no row, entry or section of its own")
    }

    /// A bold paragraph has what stands below it, up to the next such item or heading.
    private func linesOfLead(_ index: Int, _ block: Block) -> SourceRange {
        let item = spec.items[index]
        let limit = block.section.map { body(of: $0).end } ?? source.bytes.count
        let next = spec.items[(index + 1)...].first { other in
            guard other.range.start > item.range.start, other.kind == item.kind else {
                return false
            }
            let start = other.range.start
            let around = innermost(SourceRange(start, start)).map { spec.blocks[$0] }
            return around?.range.start == start && around?.parent == nil
        }
        let end = min(limit, next.map { source.lineStart(at: $0.range.start) } ?? limit)
        return trimmed(SourceRange(source.lineStart(at: item.range.start), end))
    }

    private func extent(ofMetadata index: Int) throws(EditRefusal) -> Extent {
        let field = spec.metadata[index]
        let whole = SourceRange(field.nameRange.start, max(field.range.end, field.nameRange.end))
        let lines = source.lines(of: whole)
        let isAlone = spec.metadata.indices.allSatisfy {
            $0 == index || !lines.contains(spec.metadata[$0].nameRange)
        }
        guard isAlone else {
            throw EditRefusal("the line of \"\(field.name)\" has other metadata, too")
        }
        if frontMatter?.contains(whole) ?? false { return Extent(form: .yaml, lines: lines) }
        if let row = row(around: field.range), !isHTML(row) {
            return Extent(form: .row, lines: lines)
        }
        if let entry = block(.listItem, around: whole), isFirst(spec.blocks[entry].range.start) {
            return Extent(
                form: .entry(block: entry), lines: source.lines(of: spec.blocks[entry].range))
        }
        return Extent(form: .lines, lines: lines)
    }

    /// Is there nothing but blanks and the marks of block quotes in front of a place on its line?
    private func isFirst(_ offset: Int) -> Bool {
        source.bytes[source.lineStart(at: offset)..<offset].allSatisfy {
            $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
                || offset == 3 && $0 >= 0x80  // the byte order mark
        }
    }

    /// Lines without the blank ones at their end.
    func trimmed(_ lines: SourceRange) -> SourceRange {
        var last = source.lineIndex(of: max(lines.start, lines.end - 1))
        let first = source.lineIndex(of: lines.start)
        while last > first, source.isBlankLine(last) { last -= 1 }
        return SourceRange(
            lines.start, min(lines.end, source.lineLimit(at: source.lineStarts[last])))
    }

    /// Where the blank lines in front of a line begin.
    func blanksStart(before line: Int) -> Int {
        var first = line
        while first > 0, source.isBlankLine(first - 1) { first -= 1 }
        return source.lineStarts[first]
    }

    /// Where the blank lines from an offset on end.
    func blanksEnd(from offset: Int) -> Int {
        var offset = offset
        while offset < source.bytes.count {
            let line = source.lineIndex(of: offset)
            guard source.isBlankLine(line) else { break }
            offset = source.lineLimit(at: offset)
        }
        return offset
    }
}

internal import SpecModel

/// Plans that take parts out of a document, or put them elsewhere in it.
struct PartPlanner {
    let layout: Layout

    private var spec: Spec { layout.spec }
    private var source: SourceText { layout.spec.source }
    private var lines: LineChanges { LineChanges(layout: layout) }

    func plan(removing part: EditRequest.Part) throws(EditRefusal) -> Plan {
        let extent = try layout.extent(of: part)
        var changes = [Change.removal(lines.removal(of: extent))]
        if case .entry(let block) = extent.form, let (numbering, place) = numbering(of: block) {
            var order: [Int?] = numbering.entries
            order.remove(at: place)
            changes += numbering.changes(for: order)
        }
        return Plan(changes)
    }

    func plan(
        moving part: EditRequest.Part, to anchor: EditRequest.Anchor
    ) throws(EditRefusal) -> Plan {
        let extent = try layout.extent(of: part)
        let target = try place(anchor, for: extent)
        if target.offset >= extent.lines.start, target.offset <= extent.lines.end {
            return Plan([])
        }
        let cut = lines.removal(of: extent)
        if target.offset > cut.start, target.offset <= cut.end { return Plan([]) }
        let body = body(of: extent)
        let frame = lines.frame(
            at: target.offset, before: target.isApart, after: target.isApart)
        if case .entry(let block) = extent.form, let beside = target.entry,
            let (numbering, place) = numbering(of: block), numbering.entries.contains(beside),
            let mark = numbering.mark(of: block)
        {
            var order: [Int?] = numbering.entries
            order.remove(at: place)
            let to = (order.firstIndex { $0 == beside } ?? 0) + (target.isBehind ? 1 : 0)
            order.insert(block, at: to)
            let front = source.text(SourceRange(body.start, mark.start))
            let head = frame.lead + front
            return Plan(
                numbering.changes(for: order, but: block) + [
                    .removal(cut),
                    Change(
                        target.range, head + numbering.number(at: to),
                        .moved(
                            from: SourceRange(mark.start, mark.start + 1), lead: head.utf8.count)),
                    Change(
                        target.range, source.text(SourceRange(mark.end, body.end)) + frame.tail,
                        .moved(from: SourceRange(mark.end, body.end), lead: 0)),
                ])
        }
        return Plan([
            .removal(cut),
            Change(
                target.range, frame.lead + source.text(body) + frame.tail,
                .moved(from: body, lead: frame.lead.utf8.count)),
        ])
    }

    /// The lines of a part without the last line's ending and blank lines.
    private func body(of extent: Extent) -> SourceRange {
        let lines = layout.trimmed(extent.lines)
        return SourceRange(
            lines.start, max(lines.start, source.lineEnd(at: max(lines.start, lines.end - 1))))
    }

    /// Where something goes.
    struct Target {
        /// A line begins there, or the document ends.
        var offset: Int
        /// Do blank lines stand around it?
        var isApart: Bool
        /// The entry of a list that it goes beside.
        var entry: Int?
        var isBehind = true

        var range: SourceRange { SourceRange(offset, offset) }
    }

    /// Where an anchor is, for what has the form of an extent.
    func place(_ anchor: EditRequest.Anchor, for extent: Extent) throws(EditRefusal) -> Target {
        guard let part = anchor.part else {
            throw EditRefusal("say before or after which one it goes")
        }
        let beside = try layout.extent(of: part)
        guard Self.fit(extent.form, beside.form) else {
            throw EditRefusal("the two are not of one form: a row goes beside a row")
        }
        let isBehind = if case .after = anchor { true } else { false }
        var target = Target(
            offset: isBehind ? beside.lines.end : beside.lines.start, isApart: true,
            isBehind: isBehind)
        switch beside.form {
        case .row, .yaml: target.isApart = false
        case .entry(let block):
            target.entry = block
            target.isApart = isLoose(block)
        case .section, .lines: break
        }
        if case .lines = beside.form, case .metadata = part { target.isApart = false }
        return target
    }

    /// Do blank lines stand between the entries of a list?
    func isLoose(_ entry: Int) -> Bool {
        let entries = layout.children(of: spec.blocks[entry].parent)
        return entries.dropFirst().contains { other in
            let line = source.lineIndex(of: spec.blocks[other].range.start)
            return line > 0 && source.isBlankLine(line - 1)
        }
    }

    private static func fit(_ one: Extent.Form, _ other: Extent.Form) -> Bool {
        switch (one, other) {
        case (.row, .row), (.entry, .entry), (.section, .section), (.lines, .lines), (.yaml, .yaml):
            true
        default: false
        }
    }

    /// The numbers of an entry's list, and its place in it.
    func numbering(of entry: Int) -> (Numbering, Int)? {
        guard let list = spec.blocks[entry].parent, let numbering = Numbering(layout, list: list),
            let place = numbering.entries.firstIndex(of: entry)
        else { return nil }
        return (numbering, place)
    }
}

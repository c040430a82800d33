internal import SpecModel

/// Plans for sections: new ones, and Markdown that is added to one.
struct SectionPlanner {
    let layout: Layout

    private var spec: Spec { layout.spec }
    private var source: SourceText { layout.spec.source }

    func plan(
        inserting new: EditRequest.NewSection, _ anchor: EditRequest.Anchor
    ) throws(EditRefusal) -> Plan {
        let offset: Int
        let level: Int
        switch anchor {
        case .before(.section(let section)):
            offset = layout.lines(ofSection: section).start
            level = spec.sections[section].level
        case .after(.section(let section)):
            offset = layout.lines(ofSection: section).end
            level = spec.sections[section].level
        case .into(let section?):
            offset = layout.lines(ofSection: section).end
            level = spec.sections[section].level + 1
        case .into(nil):
            offset = source.bytes.count
            level = 2
        default: throw EditRefusal("a section goes before, after or into a section")
        }
        guard !new.title.isEmpty else { throw EditRefusal("a section needs a title") }
        let ending = source.lineEnding(at: max(0, offset - 1))
        let heading = HeadingForm(layout).heading(new, level: new.level ?? level)
        let text = MarkdownText.lines(new.text).joined(separator: ending).trimmedOfBreaks
        let body = text.isEmpty ? heading : heading + ending + ending + text
        return insertion(of: body, at: offset, .section(title: new.title))
    }

    /// Markdown behind a section's own last block; a table or a list there goes on with it.
    func plan(
        appending markdown: String, to section: Int, _ expectation: Expectation = .nothing
    ) -> Plan {
        let body = layout.body(of: section)
        let ending = source.lineEnding(at: max(0, body.start - 1))
        let text = MarkdownText.lines(markdown).joined(separator: ending).trimmedOfBreaks
        if text.isEmpty { return Plan([]) }
        let own = layout.trimmed(body)
        let isEmpty = source.text(own).utf8.allSatisfy {
            $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
        }
        let offset = isEmpty ? body.start : own.end
        let last = layout.children(of: nil).last { own.contains(spec.blocks[$0].range) }
        let goesOn = !isEmpty && last.map { continues(spec.blocks[$0], text) } ?? false
        let frame = LineChanges(layout: layout).frame(at: offset, before: !goesOn, after: true)
        return Plan([.insertion(frame.lead + text + frame.tail, at: offset)], expectation)
    }

    /// A block between lines of its own. A fence is made long enough for those in the block.
    func plan(wrapping block: Int, before: String, after: String) throws(EditRefusal) -> Plan {
        let extent = try layout.extent(of: .block(block))
        let range = SourceRange(spec.blocks[block].range.start, spec.blocks[block].range.end)
        let indent = source.continuation(at: range.start)
        let ending = source.lineEnding(at: range.start)
        let fence = fence(for: source.text(extent.lines), before)
        func lines(_ text: String) -> [String] {
            MarkdownText.lines(text.replacing(fence.old, with: fence.new)).filter { !$0.isEmpty }
        }
        let front = lines(before).map { $0 + ending + indent }.joined()
        let behind = lines(after).map { ending + indent + $0 }.joined()
        return Plan([
            Change(SourceRange(range.start, range.start), front, .anything),
            Change(SourceRange(range.end, range.end), behind, .anything),
        ])
    }

    private func fence(for text: String, _ before: String) -> (old: String, new: String) {
        for mark in ["`", "~"] as [Unicode.Scalar] {
            let length = MarkdownText.longestRun(of: mark, in: before)
            guard length >= 3, before.unicodeScalars.first == mark else { continue }
            let needed = max(length, MarkdownText.longestRun(of: mark, in: text) + 1)
            return (
                String(repeating: String(mark), count: length),
                String(repeating: String(mark), count: needed)
            )
        }
        return ("\u{0}", "\u{0}")
    }

    private func insertion(of text: String, at offset: Int, _ expectation: Expectation) -> Plan {
        let frame = LineChanges(layout: layout).frame(at: offset, before: true, after: true)
        return Plan([.insertion(frame.lead + text + frame.tail, at: offset)], expectation)
    }

    private func continues(_ block: Block, _ text: String) -> Bool {
        switch block.kind {
        case .table: return text.hasPrefix("|")
        case .list:
            let mark = source.text(
                SourceRange(block.range.start, min(block.range.end, block.range.start + 2)))
            return text.hasPrefix(mark)
        default: return false
        }
    }
}

extension String {
    /// Without empty lines at its ends.
    var trimmedOfBreaks: String {
        var bytes = Array(utf8)[...]
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        while let first = bytes.first, first == 0x0A || first == 0x0D { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

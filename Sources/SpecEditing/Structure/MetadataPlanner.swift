internal import SpecModel

/// Plans for metadata: a new field in the form of the one beside it.
struct MetadataPlanner {
    let layout: Layout

    private var spec: Spec { layout.spec }
    private var source: SourceText { layout.spec.source }

    func plans(
        inserting new: EditRequest.NewField, _ anchor: EditRequest.Anchor
    ) throws(EditRefusal) -> [Plan] {
        let beside: Int
        var isBehind = true
        switch anchor {
        case .before(.metadata(let index)): (beside, isBehind) = (index, false)
        case .after(.metadata(let index)): beside = index
        case .into:
            guard !spec.metadata.isEmpty else {
                throw EditRefusal("the spec has no metadata whose form could be taken")
            }
            beside = spec.metadata.count - 1
        default: throw EditRefusal("metadata goes before or after metadata")
        }
        guard !new.name.isEmpty else { throw EditRefusal("metadata needs a name") }
        let extent = try layout.extent(of: .metadata(beside))
        let offset = isBehind ? extent.lines.end : extent.lines.start
        var plans: [Plan] = []
        for way in 0..<2 {
            guard let line = line(of: new, like: beside, extent, way) else { continue }
            let frame = LineChanges(layout: layout).frame(at: offset, before: false, after: false)
            var changes = [Change.insertion(frame.lead + line.text + frame.tail, at: offset)]
            if isBehind, let mark = hardBreak(of: beside, extent) { changes.insert(mark, at: 0) }
            plans.append(Plan(changes, .metadata(new)))
        }
        return plans
    }

    /// The line of a field with another name and value.
    private func line(
        of new: EditRequest.NewField, like index: Int, _ extent: Extent, _ way: Int
    ) -> (text: String, ending: Bool)? {
        let field = spec.metadata[index]
        let end = source.lineEnd(at: max(extent.lines.start, extent.lines.end - 1))
        guard field.nameRange.end <= field.range.start || field.range.isEmpty else { return nil }
        func forms(_ text: String, _ range: SourceRange, _ old: String) -> String {
            let forms = TextForms(spec: spec, layout: layout, range: range, old: old).forms(
                of: text)
            return forms[min(way, forms.count - 1)]
        }
        // The name of YAML is plain.
        let name =
            extent.form == .yaml ? new.name : forms(new.name, field.nameRange, field.name)
        let colon = source.text(field.nameRange).hasSuffix(":") && !name.hasSuffix(":") ? ":" : ""
        let gap = source.text(SourceRange(field.nameRange.end, field.range.start))
        let value = forms(new.value, field.range, field.value)
        return (
            source.text(SourceRange(extent.lines.start, field.nameRange.start)) + name + colon
                + (field.range.isEmpty && !new.value.isEmpty && !gap.hasSuffix(" ")
                    ? gap + " " : gap)
                + value + source.text(SourceRange(field.range.end, max(field.range.end, end))), true
        )
    }

    /// Lines that are drawn apart end with two blanks or a backslash; the last of them with nothing.
    private func hardBreak(of index: Int, _ extent: Extent) -> Change? {
        guard extent.form == .lines else { return nil }
        let end = source.lineEnd(at: max(extent.lines.start, extent.lines.end - 1))
        let own = source.text(SourceRange(spec.metadata[index].range.end, end))
        guard own.isEmpty, index > 0 else { return nil }
        let other = spec.metadata[index - 1].range
        let mark = source.text(
            SourceRange(other.end, max(other.end, source.lineEnd(at: other.end))))
        guard mark == "  " || mark == "\\" else { return nil }
        return Change(SourceRange(end, end), mark)
    }
}

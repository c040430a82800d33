internal import LuaSandbox
internal import Printable
internal import SpecModel
internal import Yaml

/// Turns what a transform, or the fix of a finding, asked for into edits of the document's bytes.
struct EditReader {
    let plugin: String
    let rule: String
    let spec: Spec
    let subjects: Subjects

    /// In document order, without those that change nothing. Two that touch the same bytes are a failure that names both lines.
    func edits(_ answer: LuaValue) throws(PluginFailure) -> [Edit] {
        var asked: [(edit: Edit, origin: LuaValue)] = []
        for value in answer.list ?? [] {
            for edit in try edits(for: value) { asked.append((edit, value)) }
        }
        let sorted = asked.enumerated().sorted {
            ($0.element.edit.range.start, $0.offset) < ($1.element.edit.range.start, $1.offset)
        }.map(\.element)
        for (first, second) in zip(sorted, sorted.dropFirst()) {
            let a = first.edit.range
            let b = second.edit.range
            guard a.end > b.start || a == b else { continue }
            throw failure(
                "two edits of one place: line \(first.origin["line"]?.integer ?? 0) asks for "
                    + "\(quoted(first.edit.replacement)), line "
                    + "\(second.origin["line"]?.integer ?? 0) for "
                    + quoted(second.edit.replacement),
                second.origin)
        }
        return sorted.map(\.edit).filter { $0.replacement != spec.source.text($0.range) }
    }

    private func edits(for value: LuaValue) throws(PluginFailure) -> [Edit] {
        guard let place = Place(value, in: [spec]), let new = value["value"] else {
            throw failure("an edit points outside of the spec", value)
        }
        let range: SourceRange
        let text: String
        if value["op"]?.string == "replace", let source = new.string {
            if place.part == .spec, place.field == nil {
                return LineEdits.edits(from: spec.source, to: Array(source.utf8))
            }
            range = place.range(in: [spec])
            text = FieldContext(spec, range).source(source)
        } else if let start = idInsertion(place), let id = new.string {
            range = SourceRange(start, start)
            text = FieldContext(spec, range).plain(id) + ": "
        } else {
            range = try fieldRange(place, value)
            text = try FieldWriter(spec: spec, place: place, range: range).text(
                for: new, or: { failure($0, value) })
        }
        return [Edit(path: spec.path, range: range, replacement: text)]
    }

    /// Where an id goes that the document does not have: in front of the text of a list entry or a
    /// heading, as in "FR-4: text". A table needs a column.
    private func idInsertion(_ place: Place) -> Int? {
        guard place.field == "id", place.part == .item, place.itemField(in: [spec]) == nil else {
            return nil
        }
        let item = spec.items[place.index]
        guard subjects.fields(of: item.kind).contains("id"), let text = item.field("text"),
            !FieldContext(spec, text.range).isCell
        else { return nil }
        return text.range.start
    }

    private func fieldRange(
        _ place: Place, _ value: LuaValue
    ) throws(PluginFailure) -> SourceRange {
        let name = place.field ?? ""
        if let field = place.itemField(in: [spec]), field.range == field.inherited?.range {
            throw failure("this item has no \"\(name)\" of its own to set", value)
        }
        if let range = place.fieldRange(in: [spec]) { return range }
        guard place.part == .item else {
            throw failure("the spec has no \"\(name)\" to set", value)
        }
        let item = spec.items[place.index]
        let known = item.fields.map(\.name) + item.extra.map(\.name)
        throw failure(
            "this \(item.kind) has no \"\(name)\" in the document to set"
                + suggestion(for: name, among: known), value)
    }

    private func failure(_ message: String, _ origin: LuaValue) -> PluginFailure {
        let lua = LuaFailure(
            kind: .runtime, message: message, chunk: origin["chunk"]?.string,
            line: origin["line"]?.integer.map { Int($0) })
        return PluginFailure(lua, plugin: plugin, rule: rule)
            .at(Place(origin, in: [spec]), in: [spec])
    }

    private func quoted(_ text: String) -> String { "\"\(text.printable)\"" }
}

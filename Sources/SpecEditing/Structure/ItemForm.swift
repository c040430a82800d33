internal import SpecModel

/// The lines of an item, with the values of another one in the places of its fields.
struct ItemForm {
    private let layout: Layout
    private let lines: SourceRange
    private let kind: String
    private let wanted: [String: String]
    /// In document order, apart.
    private var places: [(field: Field, range: SourceRange)] = []

    init(_ layout: Layout, _ item: Int, _ extent: Extent, _ fields: [EditRequest.NewField]) {
        self.layout = layout
        let held = layout.spec.items[item]
        kind = held.kind
        wanted = Dictionary(
            fields.filter { !$0.value.isEmpty }.map { ($0.name, $0.value) },
            uniquingKeysWith: { $1 })
        var lines = layout.trimmed(extent.lines)
        if case .section = extent.form,
            let section = layout.section(headedAt: held.range.start)
        {
            // Sections below it are others' to say.
            lines.end = max(
                lines.start,
                min(
                    lines.end,
                    layout.trimmed(SourceRange(lines.start, layout.body(of: section).end)).end))
        }
        self.lines = lines
        let own = (held.fields + held.extra).filter { field in
            switch field.value {
            case .text, .boolean:
                lines.contains(field.range) && field.range != field.inherited?.range
            case .list, .record: false
            }
        }
        for field in own.sorted(by: { $0.range.start < $1.range.start }) {
            if let last = places.last, last.range.end > field.range.start {
                // Of two in one place, the one that is asked for.
                if wanted[last.field.name] == nil {
                    places[places.count - 1] = (field, field.range)
                }
                continue
            }
            places.append((field, field.range))
        }
    }

    /// The ways to write it; none where a field that is asked for has no place.
    var texts: [String] {
        let names = Set(places.map(\.field.name))
        guard !wanted.isEmpty, wanted.keys.allSatisfy(names.contains) else { return [] }
        let kept = keptLines
        var texts: [String] = []
        for isCut in [false, true] {
            let text = kept.map { write($0, cuts: isCut) }.joined()
            let trimmed = Self.withoutEnd(text)
            if !texts.contains(trimmed) { texts.append(trimmed) }
        }
        // Where nothing is left out, both are one.
        return isWhole ? Array(texts.prefix(1)) : texts.reversed()
    }

    private var isWhole: Bool {
        places.allSatisfy { wanted[$0.field.name] != nil || $0.field.text == nil }
    }

    private var source: SourceText { layout.source }

    /// The first line, and those that say something that is asked for, with the blank lines between.
    private var keptLines: [SourceRange] {
        var kept: [SourceRange] = []
        var blank: SourceRange?
        let first = source.lineIndex(of: lines.start)
        let last = source.lineIndex(of: max(lines.start, lines.end - 1))
        for index in first...max(first, last) {
            let line = SourceRange(
                source.lineStarts[index], source.lineLimit(at: source.lineStarts[index]))
            if source.isBlankLine(index) {
                blank = blank ?? line
                continue
            }
            let says = places.contains { place in
                wanted[place.field.name] != nil && place.range.start < line.end
                    && line.start <= place.range.start
            }
            guard index == first || says else { continue }
            if let blank, !kept.isEmpty { kept.append(blank) }
            blank = nil
            kept.append(line)
        }
        return kept
    }

    /// A line with new values.
    /// - Parameter cuts: is what is not asked for cut out with what joins it to its neighbour?
    private func write(_ line: SourceRange, cuts: Bool) -> String {
        let own = places.filter { line.start <= $0.range.start && $0.range.start < line.end }
        var text = ""
        var at = line.start
        for (index, place) in own.enumerated() {
            let isWanted = wanted[place.field.name] != nil
            if !isWanted, cuts, place.field.text != nil {
                if index + 1 < own.count {
                    text += source.text(SourceRange(at, place.range.start))
                    at = own[index + 1].range.start
                } else {
                    at = max(at, min(place.range.end, line.end))
                }
                continue
            }
            // A field may go on in the next lines.
            text +=
                source.text(SourceRange(at, place.range.start))
                + value(of: place.field, place.range)
            at = max(place.range.end, at)
        }
        return at < line.end ? text + source.text(SourceRange(at, line.end)) : text
    }

    private func value(of field: Field, _ range: SourceRange) -> String {
        let new = wanted[field.name]
        if case .boolean(let value) = field.value {
            let wants = new == "true"
            return wants == value
                ? source.text(range)
                : Tick.forms(of: wants, insteadOf: source.text(range)).first ?? ""
        }
        guard var new else { return "" }
        if field.meaning == .level {
            new = Spelling(layout.spec).level(new, of: kind, field.name, as: field.text ?? "")
        }
        return TextForms(
            spec: layout.spec, layout: layout, range: range, old: field.text ?? ""
        ).forms(of: new).first ?? new
    }

    private static func withoutEnd(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

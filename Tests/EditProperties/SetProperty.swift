import SpecEditing
import SpecModel
import SpecReading
import TestSupport

/// Sets each field of documents to another value and back, and notes what was not as it should be.
///
/// A batch sets fields that stand apart, one of a table at most, so that each is set as if it were
/// alone and a document needs to be read some dozen times, not once for each field.
public struct SetProperty {
    /// A field that was asked to be set.
    private struct Ask {
        var item: Int
        var field: Field
        var value: String
    }

    /// How many fields were set.
    public private(set) var done = 0
    /// By kind and field, how many were refused, and one of them.
    public private(set) var refused: [String: (count: Int, example: String)] = [:]
    /// What was wrong, a line each.
    public private(set) var wrong: [String] = []

    public init() {}

    public mutating func check(_ bytes: [UInt8], _ name: String) {
        let spec = Self.read(bytes)
        if spec.findings.hasErrors { return }
        var values = Values(seed: UInt64(bytes.count))
        for batch in Self.batches(of: spec, &values) { check(spec, batch, name) }
        for index in spec.metadata.indices {
            checkMetadata(spec, index, values.next(for: spec.metadata[index]), name)
        }
    }

    /// A metadata value is set alone, and set back.
    private mutating func checkMetadata(
        _ spec: Spec, _ index: Int, _ value: String, _ name: String
    ) {
        let field = spec.metadata[index]
        let place = "\(name): \(field.name) set to \(value.debugDescription)"
        let edits: [Edit]
        do throws(EditFailure) {
            edits = try SpecEditor(spec, reread: Self.read)
                .edits(of: [.set(.metadata(index), to: value)])
        } catch {
            refused["metadata", default: (0, "\(place): \(error)")].count += 1
            return
        }
        done += 1
        let new = Self.read(spec.source.applying(edits) ?? [])
        guard new.metadata.count == spec.metadata.count, new.items.count == spec.items.count else {
            wrong.append("\(place) made other metadata or items")
            return
        }
        if Self.trimmed(new.metadata[index].value) != Self.trimmed(value) {
            wrong.append("\(place) is \(new.metadata[index].value.debugDescription)")
        }
        for other in spec.metadata.indices where other != index {
            if new.metadata[other].value != spec.metadata[other].value {
                wrong.append("\(place) changed \(spec.metadata[other].name), too")
            }
        }
        let source = spec.source.text(field.range)
        let back =
            (try? SpecEditor(new, reread: Self.read)
                .edits(of: [
                    source.isEmpty
                        ? .set(.metadata(index), to: "")
                        : .replace(new.metadata[index].range, with: source)
                ])) ?? []
        if new.source.applying(back).map({ $0 == spec.source.bytes }) != true {
            wrong.append("\(place) does not come back")
        }
    }

    private mutating func check(_ spec: Spec, _ asked: [Ask], _ name: String) {
        let editor = SpecEditor(spec, reread: Self.read)
        let results = editor.edits(
            ofGroups: asked.map { [.set(.field(item: $0.item, name: $0.field.name), to: $0.value)] }
        )
        var edits: [Edit] = []
        var set: [Ask] = []
        for (ask, result) in zip(asked, results) {
            switch result {
            case .success(let own):
                set.append(ask)
                edits += own
                for edit in own where !Self.isInPlace(edit.range, ask.field.range, spec) {
                    note(name, spec, ask, "reaches out of its line or cell")
                }
            case .failure(let failure): refuse(ask, failure, spec, name)
            }
        }
        done += set.count
        edits.sort { $0.range.start < $1.range.start }
        guard let bytes = spec.source.applying(edits) else {
            wrong.append("\(name): edits overlap")
            return
        }
        let new = Self.read(bytes)
        guard new.items.count == spec.items.count else {
            wrong.append("\(name): \(new.items.count) items, not \(spec.items.count)")
            return
        }
        compare(spec, new, set, edits, name)
        checkBack(spec, new, set, name)
        let unchanged = editor.edits(
            ofGroups: asked.map {
                [.set(.field(item: $0.item, name: $0.field.name), to: $0.field.text ?? "")]
            })
        for (ask, result) in zip(asked, unchanged) where (try? result.get()) != [] {
            note(name, spec, ask, "changes bytes where it is set to what it is")
        }
    }

    /// What was set is there, and all else is what it was.
    private mutating func compare(
        _ spec: Spec, _ new: Spec, _ set: [Ask], _ edits: [Edit], _ name: String
    ) {
        for ask in set {
            let found = new.items[ask.item].any(ask.field.name)?.text
            let isThere =
                found.map { Self.trimmed($0) == Self.trimmed(ask.value) } ?? ask.value.isEmpty
            if !isThere { note(name, spec, ask, "is \((found ?? "").debugDescription)") }
        }
        for (old, item) in zip(spec.items, new.items) {
            for field in old.fields + old.extra where !field.isEcho {
                let isTouched = edits.contains {
                    $0.range.start <= field.range.end && field.range.start <= $0.range.end
                }
                if !isTouched, item.any(field.name)?.value.words != field.value.words {
                    wrong.append("\(name): the \(field.name) of \(old.key) changed, too")
                }
            }
        }
    }

    /// Each set back to what it was gives the document, byte for byte.
    private mutating func checkBack(_ spec: Spec, _ new: Spec, _ set: [Ask], _ name: String) {
        let requests: [[EditRequest]] = set.map { ask in
            let source = spec.source.text(ask.field.range)
            // Markup that was in the old value is no part of its text.
            let isFree =
                source.isEmpty || ask.field.date != nil
                || ask.field.name != "date"
                    && (ask.field.meaning != .level || ask.field.level != nil)
            let isPlain =
                isFree && source == ask.field.text && source != ask.field.level
                && !source.contains { "[]*_`<&~\\|".contains($0) }
            guard !isPlain, let found = new.items[ask.item].any(ask.field.name) else {
                return [.set(.field(item: ask.item, name: ask.field.name), to: source)]
            }
            return [.replace(found.range, with: source)]
        }
        var edits: [Edit] = []
        let results = SpecEditor(new, reread: Self.read).edits(ofGroups: requests)
        for (ask, result) in zip(set, results) {
            switch result {
            case .success(let own): edits += own
            case .failure(let failure): note(name, spec, ask, "cannot be set back: \(failure)")
            }
        }
        edits.sort { $0.range.start < $1.range.start }
        let back = SourceText(path: "", bytes: new.source.applying(edits) ?? [])
        // An empty cell has one blank or two; which, a filled one does not tell.
        func alike(_ source: SourceText) -> String {
            source.text(SourceRange(0, source.bytes.count))
                .replacing("|  |", with: "| |").replacing("|  |", with: "| |")
        }
        if alike(back) == alike(spec.source) { return }
        let line = back.lineStarts.indices.first { line in
            line >= spec.source.lineStarts.count
                || back.text(back.lineRange(line)) != spec.source.text(spec.source.lineRange(line))
        }
        guard let line, line < spec.source.lineStarts.count else {
            wrong.append("\(name): lost its end on the way back")
            return
        }
        wrong.append(
            """
            \(name):\(line + 1): was
            \(spec.source.text(spec.source.lineRange(line))), is
            \(back.text(back.lineRange(line))), after
            \(new.source.text(new.source.lineRange(min(line, new.source.lineStarts.count - 1))))
            """)
    }

    private mutating func refuse(
        _ ask: Ask, _ failure: EditFailure, _ spec: Spec, _ name: String
    ) {
        let isCell = spec.blocks.contains {
            $0.kind == .tableCell && $0.range.contains(ask.field.range)
        }
        let what = "\(spec.items[ask.item].kind).\(ask.field.name)\(isCell ? " in a cell" : "")"
        let line = spec.source.lineIndex(of: ask.field.range.start) + 1
        let example = "\(name):\(line) \(ask.value.debugDescription): \(failure)"
        // A row may need its words, and a remark in brackets is none of them; but whatever they are, a
        // cell can hold them. In HTML, blanks side by side are one.
        let isHTML = spec.source.text(spec.items[ask.item].range).hasPrefix("<")
        if isCell, !isHTML, Self.withoutRemarks(ask.value).contains(where: \.isLetter) {
            wrong.append("refused \(example)")
        }
        refused[what, default: (0, example)].count += 1
    }

    private static func withoutRemarks(_ text: String) -> String {
        text.replacing(/\([^()]*\)/, with: "")
    }

    private mutating func note(_ name: String, _ spec: Spec, _ ask: Ask, _ what: String) {
        let line = spec.source.lineIndex(of: ask.field.range.start) + 1
        wrong.append(
            "\(name):\(line): \(ask.field.name) set to \(ask.value.debugDescription) \(what)")
    }
}

extension SetProperty {
    private static func read(_ bytes: [UInt8]) -> Spec {
        SpecReader().read(bytes, path: "spec.md")
    }

    /// All fields that hold a text of their own, each with a value that it may have.
    private static func batches(of spec: Spec, _ values: inout Values) -> [[Ask]] {
        var batches: [(asks: [Ask], holders: Set<Int>, end: Int)] = []
        for item in spec.items.indices {
            let fields = (spec.items[item].fields + spec.items[item].extra).filter {
                $0.text != nil && $0.range != $0.inherited?.range && !$0.isEcho
            }
            for field in fields.sorted(by: { $0.range.start < $1.range.start }) {
                // A cell that a row does not have is made, and stays.
                let end = spec.source.lineEnd(of: field.range)
                if field.range.isEmpty, field.range.start == end, !spec.blocks.isEmpty,
                    spec.blocks.contains(where: {
                        $0.kind == .tableCell && $0.range == field.range
                    })
                {
                    continue
                }
                let table = spec.blocks.indices.last {
                    spec.blocks[$0].kind == .table && spec.blocks[$0].range.contains(field.range)
                }
                let holder = table ?? -1 - item
                let ask = Ask(item: item, field: field, value: values.next(for: field))
                let free = batches.indices.first { index in
                    !batches[index].holders.contains(holder)
                        && batches[index].end < field.range.start
                }
                let index = free ?? batches.count
                if free == nil { batches.append(([], [], -1)) }
                batches[index].asks.append(ask)
                batches[index].holders.insert(holder)
                batches[index].end = field.range.end
            }
        }
        return batches.map(\.asks)
    }

    /// Does an edit stay on the lines of a field and, in a table, between the pipes of its cell?
    private static func isInPlace(_ range: SourceRange, _ field: SourceRange, _ spec: Spec) -> Bool
    {
        let source = spec.source
        let first = source.lineRange(source.lineIndex(of: field.start)).start
        let last = source.lineRange(source.lineIndex(of: field.end)).end
        guard first <= range.start, range.end <= last else { return false }
        let isCell = spec.blocks.contains { $0.kind == .tableCell && $0.range.contains(field) }
        if !isCell { return true }
        let around =
            source.bytes[range.start..<max(range.start, min(field.start, range.end))]
            + source.bytes[min(max(field.end, range.start), range.end)..<range.end]
        return !around.contains(UInt8(ascii: "|"))
    }

    private static func trimmed(_ text: String) -> [ArraySlice<UInt8>] {
        func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            line.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()[...]
        }
        let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map(trimmed)
        return lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    }
}

extension Item {
    fileprivate func any(_ name: String) -> Field? {
        field(name) ?? extra.first { $0.name == name }
    }
}

extension Field {
    /// Does it say what stands elsewhere, as the phase of a task does?
    fileprivate var isEcho: Bool { range.isEmpty && text?.isEmpty == false }
}

extension Field.Value {
    /// What it says, without the places.
    fileprivate var words: [String] {
        switch self {
        case .text(let text): [text]
        case .boolean(let value): ["\(value)"]
        case .list(let texts): texts.map(\.text)
        case .record(let entries): entries.flatMap { [$0.name, $0.value.text] }
        }
    }
}

extension SourceText {
    fileprivate func lineEnd(of range: SourceRange) -> Int {
        lineRange(lineIndex(of: range.start)).end
    }
}

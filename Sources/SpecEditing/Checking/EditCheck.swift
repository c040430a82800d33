internal import SpecModel

/// Does a changed document say what was asked for, and all else what it said before?
struct EditCheck {
    let old: Spec
    let new: Spec
    private let changes: [Change]
    let shift: Shift
    /// The fields that hold dates, as the old document tells.
    let dated: Set<Dated>
    private let scopes: [SourceRange]

    /// - Parameter scopes: where items of the old document may have become others.
    init(_ old: Spec, _ new: Spec, _ changes: [Change], scopes: [SourceRange]) {
        self.old = old
        self.new = new
        self.changes = changes
        self.scopes = scopes
        shift = Shift(changes)
        var dated: Set<Dated> = []
        for item in old.items {
            for field in item.fields where field.date != nil {
                dated.insert(Dated(kind: item.kind, field: field.name))
            }
        }
        self.dated = dated
    }

    /// What is wrong, in one sentence; nil where nothing is.
    func problem(_ expectations: [Expectation]) -> String? {
        if let finding = new.findings.first(where: { !old.findings.contains($0) }),
            finding.severity == .error, !old.findings.hasErrors
        {
            return "the document could no longer be read: " + finding.message
        }
        if expectations.contains(.anything) { return nil }
        let items = match(targets(of: expectations))
        if let problem = items.problem { return problem }
        for expectation in expectations {
            if let problem = self.problem(expectation, items.places) { return problem }
        }
        return sections() ?? metadata() ?? blocks() ?? links()
    }

    struct Dated: Hashable {
        var kind: String
        var field: String
    }

    // MARK: items

    /// Holds what is left of the old items against the new ones.
    private func match(
        _ targets: [Int: Set<String>]
    ) -> (places: [Int: Int], problem: String?) {
        var isLeft = [Bool](repeating: true, count: new.items.count)
        var places: [Int: Int] = [:]
        places.reserveCapacity(old.items.count)
        var next = 0
        for (index, item) in old.items.enumerated() {
            guard let start = shift.start(item.range.start) else { continue }
            guard let found = place(of: item.kind, at: start, from: next, isLeft) else {
                if isFree(item.range) { continue }
                return (places, "\(name(item)) would no longer be read")
            }
            isLeft[found] = false
            next = found + 1
            places[index] = found
            if let problem = compare(item, new.items[found], but: targets[index] ?? []) {
                return (places, problem)
            }
        }
        let added = shift.added
        let starts = scopes.compactMap { scope in
            shift.start(scope.start).map { start in
                SourceRange(start, shift.start(scope.end) ?? new.source.bytes.count)
            }
        }
        for item in isLeft.indices.lazy.filter({ isLeft[$0] }).map({ new.items[$0] }) {
            let start = item.range.start
            let isAsked = (added + starts).contains { $0.start <= start && start < $0.end }
            if !isAsked { return (places, "\(name(item, in: new)) would be there that was not") }
        }
        return (places, nil)
    }

    /// The first new item of a kind that begins at an offset, of those that are left.
    /// - Parameter next: where it mostly stands.
    private func place(
        of kind: String, at start: Int, from next: Int, _ isLeft: [Bool]
    ) -> Int? {
        let items = new.items
        var place = next
        // It has to be the first that begins there.
        let isFirst =
            next < items.count && items[next].range.start == start
            && (next == 0 || items[next - 1].range.start < start)
        if !isFirst {
            var high = items.count
            place = 0
            while place < high {
                let middle = (place + high) / 2
                if items[middle].range.start < start { place = middle + 1 } else { high = middle }
            }
        }
        while place < items.count, items[place].range.start == start {
            if isLeft[place], items[place].kind == kind { return place }
            place += 1
        }
        return nil
    }

    private func isFree(_ range: SourceRange) -> Bool {
        scopes.contains { $0.start <= range.start && range.start < $0.end }
    }

    /// By item, the fields that were asked to change.
    private func targets(of expectations: [Expectation]) -> [Int: Set<String>] {
        var targets: [Int: Set<String>] = [:]
        for expectation in expectations {
            switch expectation {
            case .text(.field(let item, let name), _), .tick(.field(let item, let name), _):
                targets[item, default: []].insert(name)
            default: break
            }
        }
        return targets
    }

    private func compare(_ item: Item, _ other: Item, but targets: Set<String>) -> String? {
        if item.extra.isEmpty, other.extra.isEmpty, areSame(item.fields, other.fields) {
            return nil
        }
        for (fields, others) in [(item.fields, other.fields), (item.extra, other.extra)] {
            for field in fields
            where !targets.contains(field.name) && !shift.touches(field.range) {
                guard let found = others.first(where: { same($0.name, field.name) }) else {
                    return "the \(field.name) of \(name(item)) would be gone"
                }
                if !isSame(field, found), !isEcho(field), !isEcho(of: found) {
                    return "the \(field.name) of \(name(item)) would change, too"
                }
            }
            for field in others where !fields.contains(where: { same($0.name, field.name) }) {
                if !shift.touches(item.range), !isTouched(field.range) {
                    return "\(name(item)) would have a \(field.name)"
                }
            }
        }
        return nil
    }

    /// Are the fields of an item what they were, one by one? Those of most items are.
    private func areSame(_ fields: [Field], _ others: [Field]) -> Bool {
        fields.count == others.count
            && fields.indices.allSatisfy { index in
                same(fields[index].name, others[index].name)
                    && isSame(fields[index], others[index])
            }
    }

    /// Does a field say what stands elsewhere, as the phase of a task does, and is that changed?
    private func isEcho(_ field: Field) -> Bool {
        guard field.range.isEmpty, let text = field.text, !text.isEmpty else { return false }
        return old.items.contains { item in
            item.fields.contains { $0.text == text && !$0.range.isEmpty && shift.touches($0.range) }
        }
    }

    /// Does it say what was asked for elsewhere?
    private func isEcho(of field: Field) -> Bool {
        guard field.range.isEmpty, let text = field.text, !text.isEmpty else { return false }
        return new.items.contains { item in
            item.fields.contains { $0.text == text && !$0.range.isEmpty && isTouched($0.range) }
        }
    }

    /// Do they say the same at the same place?
    private func isSame(_ field: Field, _ other: Field) -> Bool {
        guard field.level == other.level, field.date == other.date else { return false }
        switch (field.value, other.value) {
        case (.text(let text), .text(let new)):
            return same(text, new) && shift.range(field.range) == other.range
        case (.boolean(let value), .boolean(let new)): return value == new
        case (.list(let texts), .list(let new)):
            return texts.map(\.text) == new.map(\.text)
        case (.record(let entries), .record(let new)):
            return entries.map(\.name) == new.map(\.name)
                && entries.map(\.value.text) == new.map(\.value.text)
        default: return false
        }
    }

    /// Does a range of the new text lie in what is new?
    private func isTouched(_ range: SourceRange) -> Bool {
        shift.newRanges.contains { $0.start <= range.end && range.start <= $0.end }
    }

    // MARK: the rest

    private func sections() -> String? {
        var starts: [Int: Int] = [:]
        for (index, section) in new.sections.enumerated() {
            starts[section.headingRange.start] = index
        }
        for section in old.sections where !shift.touches(section.headingRange) {
            guard let start = shift.start(section.headingRange.start) else { continue }
            guard let index = starts[start] else {
                return "the section \"\(section.title)\" would be gone"
            }
            let found = new.sections[index]
            guard same(found.title, section.title), found.level == section.level,
                found.number == section.number, found.role == section.role || isFree(section.range)
            else { return "the section \"\(section.title)\" would read as another" }
        }
        return nil
    }

    private func metadata() -> String? {
        var starts: [Int: Int] = [:]
        for (index, field) in new.metadata.enumerated() { starts[field.nameRange.start] = index }
        for field in old.metadata
        where !shift.touches(field.range) && !shift.touches(field.nameRange) {
            guard let start = shift.start(field.nameRange.start) else { continue }
            guard let index = starts[start], same(new.metadata[index].value, field.value) else {
                if isFree(field.range) { continue }
                return "the document's \(field.name) would change, too"
            }
        }
        return nil
    }

    /// New values open no new blocks.
    private func blocks() -> String? {
        guard scopes.isEmpty, changes.allSatisfy({ $0.effect == .value }),
            !old.blocks.elementsEqual(new.blocks, by: { $0.kind == $1.kind })
        else { return nil }
        return "the text around it would read as something else"
    }

    private func links() -> String? {
        let kept = old.links.filter {
            shift.start($0.range.start) != nil && !shift.touches($0.range)
        }
        var starts: [Int: Int] = [:]
        for (index, link) in new.links.enumerated() { starts[link.range.start] = index }
        for link in kept {
            guard let start = shift.start(link.range.start) else { continue }
            guard let index = starts[start], same(new.links[index].target, link.target) else {
                return "the link \"\(link.text)\" would lead elsewhere"
            }
        }
        return nil
    }

    func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    private func name(_ item: Item, in spec: Spec? = nil) -> String {
        let line = (spec ?? old).source.lineIndex(of: item.range.start) + 1
        return "the \(item.kind) in line \(line)"
    }
}

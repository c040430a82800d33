internal import SpecModel

/// Does a changed document say what was asked for?
extension EditCheck {
    func problem(_ expectation: Expectation, _ places: [Int: Int]) -> String? {
        switch expectation {
        case .nothing, .anything: return nil
        case .text(let target, let wanted):
            guard let found = text(of: target, places) else {
                return "it would not be there when the document is read again"
            }
            guard Self.isSame(found, wanted) else {
                return "it would read as \"\(found)\" when the document is read again"
            }
            return wanted.isEmpty ? nil : misfit(wanted, at: target, places)
        case .tick(.field(let item, let name), let wanted):
            let field = places[item].flatMap { new.items[$0].field(name) }
            return field?.value == .boolean(wanted) ? nil : "the box would not read as one"
        case .tick: return nil
        case .item(let kind, let fields):
            let isThere = addedItems.contains { item in
                item.kind == kind
                    && fields.allSatisfy { field in
                        let found =
                            item.field(field.name) ?? item.extra.first { $0.name == field.name }
                        return Self.says(found, field.value)
                    }
            }
            return isThere ? nil : "it would not read as a \(kind) with these fields"
        case .section(let title):
            let isThere = new.sections.contains { section in
                Self.isSame(section.title, title)
                    && shift.added.contains { $0.contains(section.titleRange) }
            }
            return isThere ? nil : "it would not read as a section of that title"
        case .metadata(let wanted):
            let isThere = new.metadata.contains { field in
                Self.isSame(field.name, wanted.name) && Self.isSame(field.value, wanted.value)
                    && shift.added.contains { $0.contains(field.range) }
            }
            return isThere ? nil : "it would not read as metadata"
        }
    }

    /// Why a text is no value of its place: levels, dates and statuses are no free texts.
    private func misfit(
        _ text: String, at target: EditRequest.Target, _ places: [Int: Int]
    ) -> String? {
        switch target {
        case .field(let item, let name):
            guard let field = places[item].flatMap({ new.items[$0].field(name) }) else {
                return nil
            }
            if field.meaning == .level, field.level == nil {
                return "\"\(text)\" is no level; levels are very-low, low, medium, high, very-high "
                    + "and critical, and the words that a vocabulary has for them"
            }
            let isDate = dated.contains(Dated(kind: old.items[item].kind, field: name))
            return isDate && field.date == nil ? Self.noDate(text) : nil
        case .metadata(let index):
            let field = old.metadata[index]
            if field.role == "status", new.status?.value == nil {
                return "\"\(text)\" is no status; statuses are draft, in-review, approved, "
                    + "implemented, rejected and superseded, and the words that a vocabulary has"
            }
            let start = shift.start(field.nameRange.start)
            let date = new.metadata.first { $0.nameRange.start == start }?.date
            let isDate = ["created", "updated", "date"].contains(field.role)
            return isDate && date == nil ? Self.noDate(text) : nil
        case .title, .number, .name: return nil
        }
    }

    private static func noDate(_ text: String) -> String {
        "\"\(text)\" is no date; a date is one day, as 2026-01-31"
    }

    private var addedItems: [Item] {
        let added = shift.added
        return new.items.filter { item in
            added.contains { $0.start <= item.range.start && item.range.start < $0.end }
        }
    }

    private func text(of target: EditRequest.Target, _ places: [Int: Int]) -> String? {
        switch target {
        case .field(let item, let name):
            let found = places[item].map { new.items[$0] }
            return (found?.field(name) ?? found?.extra.first { same($0.name, name) })?.text
        case .title(let section): return self.section(section)?.title
        case .number(let section): return self.section(section).map { $0.number ?? "" }
        case .metadata(let index):
            let start = shift.start(old.metadata[index].nameRange.start)
            return new.metadata.first { $0.nameRange.start == start }?.value
        case .name: return new.title?.text
        }
    }

    private func section(_ index: Int) -> Section? {
        let start = shift.start(old.sections[index].headingRange.start)
        return new.sections.first { $0.headingRange.start == start }
    }

    /// White space at the ends of lines has no place in Markdown.
    private static func isSame(_ text: String, _ wanted: String) -> Bool {
        MarkdownText.trimmed(text).utf8.elementsEqual(MarkdownText.trimmed(wanted).utf8)
    }

    private static func says(_ field: Field?, _ wanted: String) -> Bool {
        guard let field else { return wanted.isEmpty }
        switch field.value {
        case .text(let text):
            if field.meaning == .level, field.level == nil, !wanted.isEmpty { return false }
            return isSame(text, wanted) || field.level == wanted
        case .boolean(let value): return value == (wanted == "true")
        case .list(let texts): return isSame(texts.map(\.text).joined(separator: "\n"), wanted)
        case .record: return false
        }
    }
}

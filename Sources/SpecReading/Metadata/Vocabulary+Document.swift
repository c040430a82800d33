internal import SpecModel
internal import SpecVocabulary

/// What a document as a whole is.
extension Vocabulary {
    /// The title: the first heading of level 1 without the document's sort in front of it. A
    /// template's banner stands in front of a second one that names its sort.
    func title(of spec: Spec) -> SourcedText? {
        let headings = spec.sections.filter { $0.level == 1 && !$0.isImplicit }
        let named = headings.dropFirst().first { withoutPrefix($0, spec.source) != nil }
        let banner = headings.first.map { withoutPrefix($0, spec.source) == nil } ?? false
        if banner, let named, let title = withoutPrefix(named, spec.source) { return title }
        if let first = headings.first {
            return withoutPrefix(first, spec.source) ?? SourcedText(first.title, first.titleRange)
        }
        return spec.metadata.first { $0.role == "title" }.map { SourcedText($0.value, $0.range) }
    }

    private func withoutPrefix(_ section: Section, _ source: SourceText) -> SourcedText? {
        guard let colon = section.title.firstIndex(where: { $0 == ":" || $0 == "：" }),
            let sort = word(section.title[..<colon]), isTitlePrefix(sort)
        else { return nil }
        let rest = section.title[section.title.index(after: colon)...].drop { $0 == " " }
        guard !rest.isEmpty else { return nil }
        let range = section.titleRange
        guard source.says(SourcedText(section.title, range)) else {
            return SourcedText(String(rest), range)
        }
        return SourcedText(String(rest), SourceRange(range.end - rest.utf8.count, range.end))
    }

    func status(of spec: Spec) -> Status? {
        guard let field = spec.metadata.first(where: { $0.role == "status" }) else { return nil }
        let isOpen =
            isOpenChoice(field.value)
            || spec.placeholders.contains { field.range.contains($0.range) }
        return Status(
            raw: field.value, value: isOpen ? nil : status(of: field.value), range: field.range)
    }

    /// The family whose own headings the document has most of.
    func template(of spec: Spec) -> String? {
        let headings = Set(spec.sections.compactMap { word($0.title) })
        var best: (name: String, share: Double)?
        for (number, template) in templates.enumerated() {
            let found = headings.count { isHeading($0, ofTemplate: number) }
            let share = Double(found) / Double(max(1, template.headings))
            if share > best?.share ?? 0 { best = (template.name, share) }
        }
        return best.flatMap { $0.share >= 0.4 ? $0.name : nil }
    }
}

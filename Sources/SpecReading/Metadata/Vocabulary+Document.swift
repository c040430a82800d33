internal import SpecModel
internal import SpecVocabulary

/// What a document as a whole is.
extension Vocabulary {
    func status(of spec: Spec) -> Status? {
        guard let field = spec.metadata.first(where: { $0.role == "status" }) else { return nil }
        let isOpen =
            isOpenChoice(field.value)
            || spec.placeholders.contains { field.range.contains($0.range) }
        return Status(
            raw: field.value, value: isOpen ? nil : status(of: field.value), range: field.range)
    }

    /// The family whose own headings the document has most of.
    func template(of sections: SectionBuilder) -> String? {
        let headings = Set(
            sections.titles.compactMap { piece in
                word(sections.tree.plain.span.extracting(piece.plain))
            })
        var best: (name: String, share: Double)?
        for (number, template) in templates.enumerated() {
            let found = headings.count { isHeading($0, ofTemplate: number) }
            let share = Double(found) / Double(max(1, template.headings))
            if share > best?.share ?? 0 { best = (template.name, share) }
        }
        return best.flatMap { $0.share >= 0.4 ? $0.name : nil }
    }
}

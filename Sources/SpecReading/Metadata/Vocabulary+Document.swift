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
        var found: [WordID] = []
        for case let word? in sections.words
        where templates(ofHeading: word) != 0 && !found.contains(where: { $0 == word }) {
            found.append(word)
        }
        var best: (name: String, share: Double)?
        for (number, template) in templates.enumerated() {
            let count = found.count { templates(ofHeading: $0) >> number & 1 == 1 }
            let share = Double(count) / Double(max(1, template.headings))
            if share > best?.share ?? 0 { best = (template.name, share) }
        }
        return best.flatMap { $0.share >= 0.4 ? $0.name : nil }
    }
}

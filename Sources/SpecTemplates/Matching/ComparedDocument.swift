internal import SpecModel
internal import SpecVocabulary

/// What templates are compared with of a document, whichever of them it is held against.
struct ComparedDocument {
    let outline: SpecOutline
    let tables: TableMatcher
    let likeness: SectionLikeness
    let options: OptionReader
    /// Sections that may stand for one of a template, in document order.
    let candidates: [Int]
    private(set) var meanings: [Int: HeadingMeaning] = [:]
    /// Candidates by title, role and row of the vocabulary.
    private(set) var byKey: [String: [Int]] = [:]
    private(set) var byRole: [String: [Int]] = [:]
    private(set) var byRow: [Int: [Int]] = [:]

    init(_ spec: Spec, _ vocabulary: Vocabulary) {
        outline = SpecOutline(spec)
        tables = TableMatcher(outline, vocabulary)
        likeness = SectionLikeness(tables)
        options = OptionReader(vocabulary)
        candidates = Array(outline.sections.prefix(Schema.candidates))
        for index in candidates {
            let meaning = HeadingMeaning(spec.sections[index], vocabulary)
            meanings[index] = meaning
            byKey[meaning.key, default: []].append(index)
            if let role = meaning.role { byRole[role, default: []].append(index) }
            if meaning.row > 0 { byRow[meaning.row, default: []].append(index) }
        }
    }
}

internal import SpecModel
internal import SpecVocabulary

/// What a heading means, so that two of them can be told to be the same.
struct HeadingMeaning: Sendable {
    /// The title as it is compared; empty where it has no letter.
    let key: String
    /// What the vocabulary calls the section, and which of the sections of that role it is.
    let role: String?
    let row: Int

    init(_ section: Section, _ vocabulary: Vocabulary) {
        key = Words.normalised(section.title)
        role = section.role
        row = vocabulary.word(section.title).map(vocabulary.distinctRow) ?? 0
    }

    /// Do the vocabulary's words for both mean the same section?
    func isSynonym(of other: HeadingMeaning) -> Bool {
        guard let role, let theirs = other.role else { return false }
        return row == other.row && (row > 0 || role == theirs)
    }

    /// Does the vocabulary know both, and take them for different sections?
    func isOther(than other: HeadingMeaning) -> Bool {
        role != nil && other.role != nil && !isSynonym(of: other)
    }
}

internal import SpecVocabulary

/// The vocabulary inside the executable: an index that the build has made, used where it lies.
extension Vocabulary {
    static let english = Vocabulary(.bundled, allLanguages: false)
    static let everyLanguage = Vocabulary(.bundled, allLanguages: true)
}

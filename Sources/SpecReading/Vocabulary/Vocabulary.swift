/// What the words of a specification mean, as data: `vocabulary.yml` compiled into look-up tables.
/// Every key is a `Words.normalised` text.
struct Vocabulary: Sendable {
    var metadataRoles: [String: String] = [:]
    /// What stands in front of a title's colon and is not part of it.
    var titlePrefixes: Set<String> = []
    /// What says that there is nothing.
    var nothing: Set<String> = []
    /// The words that a step of a plan begins with.
    var steps: Set<String> = []
    /// The words in front of the letter and the colon of an appendix.
    var appendices: Set<String> = []
    var statuses: [String: String] = [:]
    var levels: [String: String] = [:]
    var choices: [ChoiceSet] = []
    var roles: [String: SectionRole] = [:]
    /// The roles that a heading may have, in the file's order.
    var rolesByHeading: [String: [String]] = [:]
    var kinds: [String: ItemKind] = [:]
    /// In the file's order.
    var kindNames: [String] = []
    var templates: [TemplateSignature] = []
}

/// Options that a template leaves open.
struct ChoiceSet: Sendable {
    var words: Set<String>
    /// How many of them make a choice that nobody made.
    var least: Int
}

/// What a section of some name holds.
struct SectionRole: Sendable {
    var name: String
    var tables: [String] = []
    var list: String?
    var labelledList: String?
    var headings: String?
    var bold: String?
    var itself: String?
    var named: String?
    /// The kind that each line of a code block is.
    var code: String?
    /// Are sections below without items of their own groups of its items?
    var groups = false
    var within: [String] = []

    /// Does it say anything about its items? Else the section around it does.
    var holdsItems: Bool {
        !tables.isEmpty || list != nil || labelledList != nil || headings != nil || bold != nil
            || itself != nil || named != nil || code != nil
    }
}

/// A kind of item: its fields and the words that name them.
struct ItemKind: Sendable {
    var name: String
    /// In canonical order.
    var fields: [String] = []
    /// Column or label → the fields it may name, each with the word's place among the field's own.
    var columns: [String: [(field: String, rank: Int)]] = [:]
    var identity: [String] = []
    var needs: [String] = []
    var levels: Set<String> = []
    var lists: Set<String> = []
    var flags: Set<String> = []
    var prefixes: Set<String> = []
    var rest: String?
    var frame: Set<String> = []
    /// Does a table with all columns that the kind needs list it wherever it stands?
    var anywhere = false

    /// The field that a text without any label is.
    var mainField: String { identity.first ?? fields.first ?? "text" }
}

/// The headings that tell a bundled template family from the others.
struct TemplateSignature: Sendable {
    var name: String
    var headings: Set<String>
}

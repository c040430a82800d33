package import SpecModel
internal import SpecVocabulary

/// What a template asks of the documents that are written from it.
package struct Schema: Sendable {
    /// The name of a bundled template, or the path of a file.
    package let name: String
    /// In document order, each behind the one around it.
    package internal(set) var sections: [Section] = []
    /// In document order.
    package internal(set) var metadata: [Field] = []
    /// Fields of items that have choices.
    package internal(set) var choices: [Choice] = []
    /// The words of each section and metadata field, and the shapes of items.
    package internal(set) var text = TemplateText()

    /// A section that is to be there.
    package struct Section: Sendable {
        package var title: String
        package var number: String?
        package var level: Int
        package var role: String?
        package var isOptional: Bool
        /// What the template says about it.
        package var hint: String
        /// Index in `sections`.
        package var parent: Int?
        /// What the title means.
        var meaning: HeadingMeaning
        package internal(set) var tables: [Table] = []
    }

    /// A table that a section is to have.
    package struct Table: Sendable {
        package internal(set) var columns: [Column]
        /// The kind of item that it lists.
        var kind: String?
    }

    /// A column of such a table.
    package struct Column: Sendable {
        package var name: String
        package var isOptional: Bool
    }

    /// A metadata field that is to be there.
    package struct Field: Sendable {
        package var name: String
        package var role: String?
        package var isOptional: Bool
        package var hint: String
        /// Empty where any value will do.
        package var options: [String]
        /// The name as it is compared.
        var key: String
    }

    /// The values that a field of a kind of item may have.
    package struct Choice: Sendable {
        package var kind: String
        /// A field, or a column that nobody knows.
        package var field: String
        package var options: [String]
    }

    /// Sections, metadata fields and choices of a template that are looked at, each; what more there
    /// is asks for nothing.
    static let limit = 500
    /// Tables of a section that are looked at.
    static let tables = 20
    /// Headings of a template that are looked at, examples among them.
    static let headings = 4 * limit
    /// Sections of a document that are compared with those of its template.
    static let candidates = 10_000
    /// Columns of a table that is looked at.
    static let columns = 64
}

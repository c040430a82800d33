/// What the template of a document asks for, and what of that the document has.
public struct TemplateMatch: Sendable, Equatable {
    /// The name of a bundled template, or the path of a file.
    public var template: String
    /// In the template's order, each behind the one around it.
    public var sections: [ExpectedSection] = []
    /// In the template's order.
    public var metadata: [ExpectedMetadata] = []
    /// The tables of the document that are held against one of the template.
    public var tables: [ExpectedTable] = []
    /// The values of the document for which the template has choices, in document order.
    public var values: [ChosenValue] = []

    public init(template: String) { self.template = template }

    /// Where each part stands: sections, metadata, tables, the columns of all tables, values.
    public var places: [SourceRange] {
        sections.map(\.place) + metadata.map(\.place) + tables.map(\.place)
            + tables.flatMap { $0.columns.map(\.range) } + values.map(\.range)
    }
}

/// A section that a template asks for.
public struct ExpectedSection: Sendable, Equatable {
    /// As the template spells it.
    public var title: String
    public var number: String?
    public var level: Int
    /// The vocabulary's name for it, or nil.
    public var role: String?
    public var isOptional: Bool
    /// What the template says about it; empty where it says nothing.
    public var hint: String
    /// Index in `TemplateMatch.sections`.
    public var parent: Int?
    /// The section that stands for it: index in `Spec.sections`, or nil where it is missing.
    public var section: Int?
    /// Was it found by likeness alone?
    public var isRenamed = false
    /// Where it stands elsewhere than the template has it.
    public var displacement: Displacement?
    /// The expected section beside it that the document has and that comes before it: index in
    /// `TemplateMatch.sections`.
    public var after: Int?
    /// Sections that say the same once more: indices in `Spec.sections`.
    public var duplicates: [Int] = []
    /// The heading that stands for it, or where it should stand: an empty range.
    public var place: SourceRange

    /// How a section stands elsewhere.
    public enum Displacement: String, Sendable, CaseIterable {
        /// Before or behind sections beside it.
        case order
        /// Below another section.
        case parent
    }

    public init(
        title: String, number: String?, level: Int, role: String?, isOptional: Bool, hint: String,
        parent: Int?, place: SourceRange
    ) {
        self.title = title
        self.number = number
        self.level = level
        self.role = role
        self.isOptional = isOptional
        self.hint = hint
        self.parent = parent
        self.place = place
    }
}

/// A metadata field that a template asks for.
public struct ExpectedMetadata: Sendable, Equatable {
    /// As the template spells it.
    public var name: String
    public var role: String?
    public var isOptional: Bool
    /// What the template says about it; empty where it says nothing.
    public var hint: String
    /// The values that it may have; empty where any will do.
    public var options: [String]
    /// What the document says; nil where it does not have the field.
    public var value: String?
    /// The field's name, or the place that is next to where it should stand.
    public var place: SourceRange

    public init(
        name: String, role: String?, isOptional: Bool, hint: String, options: [String],
        value: String?, place: SourceRange
    ) {
        self.name = name
        self.role = role
        self.isOptional = isOptional
        self.hint = hint
        self.options = options
        self.value = value
        self.place = place
    }
}

/// A table of a document, held against one of its template.
public struct ExpectedTable: Sendable, Equatable {
    /// The section of the template whose table it is: index in `TemplateMatch.sections`.
    public var section: Int
    /// Columns of the template that the table does not have.
    public var missing: [String]
    /// All columns of the document's table.
    public var columns: [Column]
    /// The table's header row.
    public var place: SourceRange

    public struct Column: Sendable, Equatable {
        public var name: String
        /// Does the template have it?
        public var isExpected: Bool
        public var range: SourceRange

        public init(name: String, isExpected: Bool, range: SourceRange) {
            self.name = name
            self.isExpected = isExpected
            self.range = range
        }
    }

    public init(section: Int, missing: [String], columns: [Column], place: SourceRange) {
        self.section = section
        self.missing = missing
        self.columns = columns
        self.place = place
    }
}

/// A value for which a template has choices.
public struct ChosenValue: Sendable, Equatable {
    /// Of the field, as the model or the document calls it.
    public var name: String
    public var value: String
    /// As the template spells them.
    public var options: [String]
    /// Is it one of the options, or means the same as one?
    public var isOption: Bool
    /// Index in `Spec.items`; nil of metadata.
    public var item: Int?
    public var range: SourceRange

    public init(
        name: String, value: String, options: [String], isOption: Bool, item: Int?,
        range: SourceRange
    ) {
        self.name = name
        self.value = value
        self.options = options
        self.isOption = isOption
        self.item = item
        self.range = range
    }
}

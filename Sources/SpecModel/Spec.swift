/// One document as a typed model. Reading never fails: what could not be read stands in `findings`.
public struct Spec: Sendable, Equatable {
    public var source: SourceText
    /// The template that the document was held against or, where it was against none, the nearest of
    /// the bundled families (`numbered engineering proposal formal feature`), or nil where none is
    /// near.
    public var template: String?
    /// What that template asks for; nil where the document was held against none.
    public var match: TemplateMatch?
    public var title: SourcedText?
    public var status: Status?
    /// In document order, with the author's own spelling.
    public var metadata: [MetadataField] = []
    /// Every heading's section, in document order; `parent` makes the tree.
    public var sections: [Section] = []
    /// Every block, in document order; `parent` makes the tree.
    public var blocks: [Block] = []
    /// In document order.
    public var items: [Item] = []
    public var placeholders: [Placeholder] = []
    /// Fenced code blocks.
    public var code: [CodeBlock] = []
    /// In document order; addresses that stand in the text without markup are none.
    public var links: [Link] = []
    public var headings = Headings()
    public var tasks = TaskCount()
    /// Comments that are meant for the checks, in document order.
    public var suppressions: [Suppression] = []
    /// What is wrong with the document as a file: not UTF-8, not text, too large, too deep.
    public var findings: [Finding] = []

    public init(source: SourceText) {
        self.source = source
    }

    public var path: String { source.path }

    public func location(of range: SourceRange) -> Location {
        Location(
            path: path, start: source.position(at: range.start),
            end: source.position(at: range.end))
    }
}

/// Plain text and where it stands.
public struct SourcedText: Sendable, Equatable {
    /// Without Markdown markup, entities decoded, `<br>` a line break.
    public var text: String
    public var range: SourceRange

    @inlinable
    public init(_ text: String, _ range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// The document's status as written and as meant.
public struct Status: Sendable, Equatable {
    public var raw: String
    /// `draft in-review approved implemented rejected superseded`, or nil where the choice was
    /// never made or the word is not known.
    public var value: String?
    public var range: SourceRange

    @inlinable
    public init(raw: String, value: String?, range: SourceRange) {
        self.raw = raw
        self.value = value
        self.range = range
    }
}

/// One `Author: R. Osei`, whatever its form.
public struct MetadataField: Sendable, Equatable {
    /// As the author spelled it.
    public var name: String
    /// `title project feature author reviewers status created updated date version related-prd
    /// target-release`, or nil.
    public var role: String?
    public var value: String
    /// Of a role that is a date: the day as `2026-03-01`, nil where the value says no single day.
    public var date: String?
    public var nameRange: SourceRange
    public var range: SourceRange

    @inlinable
    public init(
        name: String, role: String?, value: String, date: String? = nil, nameRange: SourceRange,
        range: SourceRange
    ) {
        self.name = name
        self.role = role
        self.value = value
        self.date = date
        self.nameRange = nameRange
        self.range = range
    }
}

/// A heading and what stands below it, up to the next heading of its level or above.
public struct Section: Sendable, Equatable {
    public var title: String
    /// `3.1`, `A`: split from the title.
    public var number: String?
    /// 1 to 6; a bold paragraph that acts as a heading is one below the heading it stands under.
    public var level: Int
    /// The vocabulary's name for it, or nil.
    public var role: String?
    /// Index in `Spec.sections`.
    public var parent: Int?
    public var titleRange: SourceRange
    public var headingRange: SourceRange
    /// From the heading to the last byte before the next section that is not below this one.
    public var range: SourceRange
    /// Is there anything but white space, comments and rules between the heading and the next one?
    public var isEmpty: Bool
    /// Is it a bold paragraph that acts as a heading?
    public var isImplicit: Bool
    /// Does the heading say "(optional)" or "(if applicable)"?
    public var isOptional: Bool
}

extension Section {
    public init(
        title: String, number: String?, level: Int, role: String?, parent: Int?,
        titleRange: SourceRange, headingRange: SourceRange, range: SourceRange,
        isEmpty: Bool, isOptional: Bool, isImplicit: Bool
    ) {
        // As `Field` does.
        self.init(
            title: title, number: number, level: level, role: role, parent: parent,
            titleRange: titleRange, headingRange: headingRange, range: range, isEmpty: isEmpty,
            isImplicit: isImplicit, isOptional: isOptional)
    }
}

/// Text that the template left for somebody to fill.
public struct Placeholder: Sendable, Equatable {
    /// `bracket` (`[Name]`), `mustache` (`{{NAME}}`), `date` (`YYYY-MM-DD`), `angle`
    /// (`<placeholder>`), `choice` (`Draft | In Review`), `token` (`TBD`, `TODO`).
    public var style: String
    public var text: String
    public var range: SourceRange

    @inlinable
    public init(style: String, text: String, range: SourceRange) {
        self.style = style
        self.text = text
        self.range = range
    }
}

/// A fenced code block.
public struct CodeBlock: Sendable, Equatable {
    /// The first word of the info string, or nil.
    public var language: String?
    public var range: SourceRange

    @inlinable
    public init(language: String?, range: SourceRange) {
        self.language = language
        self.range = range
    }
}

/// Task list entries of the whole document.
public struct TaskCount: Sendable, Equatable {
    public var done = 0
    public var open = 0

    @inlinable
    public init(done: Int = 0, open: Int = 0) {
        self.done = done
        self.open = open
    }
}

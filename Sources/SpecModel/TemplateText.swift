/// What only those ask for of a template who write by it: its own words, and the shapes of its items.
public struct TemplateText: Sendable, Equatable {
    /// What stands in front of its first section.
    public var head: String
    /// The Markdown of each section: its heading, and what stands below it up to the next section
    /// that is asked for.
    public var sections: [String]
    /// The shapes of each section's items, at most one of a kind.
    public var shapes: [[ItemShape]]
    /// The line of each metadata field.
    public var metadata: [String]

    public init(
        head: String = "", sections: [String] = [], shapes: [[ItemShape]] = [],
        metadata: [String] = []
    ) {
        self.head = head
        self.sections = sections
        self.shapes = shapes
        self.metadata = metadata
    }
}

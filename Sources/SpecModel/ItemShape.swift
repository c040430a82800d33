/// How an item is written: in which block, and below which columns or labels.
public struct ItemShape: Sendable, Equatable {
    public enum Form: String, Sendable, CaseIterable {
        /// A row each.
        case table
        /// An entry each, with a bullet, with a number, with a box.
        case list, ordered, tasks
        /// A heading each.
        case headings
        /// A paragraph each that a label or bold words begin.
        case paragraphs
        /// In code, or in no block of their own.
        case other
    }

    public var kind: String
    public var form: Form
    /// The columns of the table, in order; the labels of other forms.
    public var labels: [Label]

    /// A column or a label, and the field that it means.
    public struct Label: Sendable, Equatable {
        public var name: String
        /// nil where it means none.
        public var field: String?

        public init(name: String, field: String?) {
            self.name = name
            self.field = field
        }
    }

    public init(kind: String, form: Form, labels: [Label]) {
        self.kind = kind
        self.form = form
        self.labels = labels
    }
}

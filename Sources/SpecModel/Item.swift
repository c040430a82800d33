/// One thing that a section says: a risk, a requirement, an endpoint, whatever its shape there.
public struct Item: Sendable, Equatable {
    /// A kind of the vocabulary: `risk`, `requirement`, …
    public var kind: String
    /// Unique within its spec, and stable when the document around the item changes.
    public var key: String
    /// Index in `Spec.sections`.
    public var section: Int?
    /// Starts on the item's own first line: its table row, bullet, heading or paragraph.
    public var range: SourceRange
    /// In the vocabulary's order; a field the document does not have is not in it.
    public var fields: [Field]
    /// Columns that nobody knows, under their own names.
    public var extra: [Field]
    /// Of a kind that a vocabulary adds: the field that names its items.
    public var titleField: String?
    /// Is it made of placeholders alone, as a template's example row is?
    public var isPlaceholder: Bool

    public func field(_ name: String) -> Field? {
        fields.first { $0.name == name }
    }

    /// What names the item in a line of text, whatever its kind calls the field; nil where nothing
    /// does.
    public var title: String? {
        for name in titleField.map({ [$0] }) ?? Self.namingFields {
            guard let text = field(name)?.text else { continue }
            let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            if !words.isEmpty { return words.map { String($0) }.joined(separator: " ") }
        }
        return nil
    }

    /// In the order in which they are asked.
    private static let namingFields = [
        "name", "text", "scenario", "term", "role", "type", "version", "category", "id", "path",
        "condition",
    ]
}

extension Item {
    public init(
        kind: String, key: String, section: Int?, range: SourceRange, fields: [Field],
        extra: [Field], isPlaceholder: Bool, titleField: String? = nil
    ) {
        // As `Field` does.
        self.init(
            kind: kind, key: key, section: section, range: range, fields: fields, extra: extra,
            titleField: titleField, isPlaceholder: isPlaceholder)
    }
}

/// One value of an item.
public struct Field: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        /// Plain text; empty where the document leaves the place empty.
        case text(String)
        case boolean(Bool)
        case list([SourcedText])
        /// Named texts, in document order: environment → value.
        case record([Entry])
    }

    public struct Entry: Sendable, Equatable {
        public var name: String
        public var value: SourcedText

        @inlinable
        public init(name: String, value: SourcedText) {
            self.name = name
            self.value = value
        }
    }

    public var name: String
    public var value: Value
    /// Of a level field: `very-low low medium high very-high critical`, nil where the text is
    /// none of them.
    public var level: String?
    /// Of a date field: the day as `2026-03-01`, nil where the text says no single day.
    public var date: String?
    /// Of a level field that is empty or absent: the text above the item that says its level, as a
    /// heading `Must Have (P0)` does. `range` is that text's where the item has no place for it.
    public var inherited: SourcedText?
    /// What a text is meant to be read as.
    public var meaning: Meaning
    public var range: SourceRange

    /// The text of a text field; nil of all others.
    public var text: String? {
        if case .text(let text) = value { text } else { nil }
    }
}

extension Field {
    /// - Parameter meaning: without one, a level where the field has a level, else a text.
    public init(
        name: String, value: Value, level: String? = nil, date: String? = nil,
        inherited: SourcedText? = nil, meaning: Meaning? = nil, range: SourceRange
    ) {
        // The initializer of all members writes the field where it will be; one that assigns them
        // in turn makes it elsewhere and copies it.
        let meant: Meaning = meaning ?? (level == nil ? .text : .level)
        self.init(
            name: name, value: value, level: level, date: date, inherited: inherited,
            meaning: meant, range: range)
    }
}

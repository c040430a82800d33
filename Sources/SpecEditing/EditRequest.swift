package import SpecModel

/// Something that is asked to change in a spec. Parts are named by their index in the spec.
package enum EditRequest: Sendable, Equatable {
    /// Gives a field, a title or a metadata value a new plain text.
    case set(Target, to: String)
    /// Ticks a box, or takes the tick away.
    case tick(Target, Bool)
    /// Puts Markdown in a place.
    case replace(SourceRange, with: String)
    /// Puts Markdown in the place of the whole document; its lines that are there already stay.
    case replaceAll(with: String)
    /// A new row or entry in the form of its neighbours.
    case insertItem(kind: String, fields: [NewField], Anchor)
    case insertSection(NewSection, Anchor)
    case insertMetadata(NewField, Anchor)
    /// An empty column beside the one that a cell is in.
    case insertColumn(name: String, beside: SourceRange, isBehind: Bool)
    case remove(Part)
    case move(Part, Anchor)
    /// Adds Markdown behind a section's own text, above its first sub-section.
    case append(section: Int, String)
    /// Puts Markdown in front of and behind a block, on lines of their own.
    case wrap(block: Int, before: String, after: String)

    /// What can be given a value.
    package enum Target: Sendable, Equatable {
        case field(item: Int, name: String)
        case title(section: Int)
        /// The number in front of a heading's title; empty takes it away.
        case number(section: Int)
        /// Index in `Spec.metadata`.
        case metadata(Int)
        /// The document's title.
        case name
    }

    /// What can be taken away or moved.
    package enum Part: Sendable, Equatable {
        case item(Int)
        case section(Int)
        case metadata(Int)
        case block(Int)
    }

    /// Where something goes.
    package enum Anchor: Sendable, Equatable {
        case before(Part)
        case after(Part)
        /// As the last of a section, or of the document where there is none.
        case into(section: Int?)

        var part: Part? {
            switch self {
            case .before(let part), .after(let part): part
            case .into: nil
            }
        }
    }

    package struct NewField: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package struct NewSection: Sendable, Equatable {
        package var title: String
        package var number: String?
        /// nil for that of its neighbours.
        package var level: Int?
        /// Markdown below the heading; empty for none.
        package var text: String

        package init(title: String, number: String?, level: Int?, text: String) {
            self.title = title
            self.number = number
            self.level = level
            self.text = text
        }
    }
}

/// Why an edit is not made: one sentence in lower case, for whoever asked.
package struct EditRefusal: Error, Equatable {
    package var message: String

    init(_ message: String) { self.message = message }
}

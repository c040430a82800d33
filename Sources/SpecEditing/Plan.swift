internal import SpecModel

/// One way to do what was asked: bytes that change, and what the document must say then.
struct Plan: Equatable {
    /// In document order, apart.
    var changes: [Change]
    var expectation = Expectation.nothing
    /// Items that begin there may become others.
    var scope: SourceRange?

    init(_ changes: [Change], _ expectation: Expectation = .nothing) {
        self.changes = Unit.sorted(changes)
        self.expectation = expectation
    }
}

/// New text for one range of bytes.
struct Change: Equatable {
    enum Effect: Equatable {
        /// What stands there stays what it is and says something else.
        case value
        /// What stood there is gone; what comes may be anything.
        case anything
        /// The text stood elsewhere; so many bytes are new in front of it.
        case moved(from: SourceRange, lead: Int)
    }

    var range: SourceRange
    var text: String
    var effect: Effect

    init(_ range: SourceRange, _ text: String, _ effect: Effect = .value) {
        self.range = range
        self.text = text
        self.effect = effect
    }

    static func removal(_ range: SourceRange) -> Change { Change(range, "", .anything) }

    static func insertion(_ text: String, at offset: Int) -> Change {
        Change(SourceRange(offset, offset), text, .anything)
    }
}

/// What a plan promises, beside that all else stays as it is.
enum Expectation: Equatable {
    case nothing
    /// All of it is new, so nothing need be as it was.
    case anything
    case text(EditRequest.Target, String)
    case tick(EditRequest.Target, Bool)
    case item(kind: String, [EditRequest.NewField])
    case section(title: String)
    case metadata(EditRequest.NewField)
}

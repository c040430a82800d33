public import SpecModel

/// Edits of one document that are made together or not at all.
public struct ProposedChange: Sendable, Equatable {
    /// The document's path.
    public var path: String
    /// The full name of the rule or the transform that asks for it.
    public var author: String
    /// What it is for: the message of the finding; nil of a transform.
    public var message: String?
    /// Where the finding is, or the first of the edits, counted from 1.
    public var line: Int
    /// In document order, and apart.
    public var edits: [Edit]
    /// The document's place.
    var document: Int

    /// Changes that were tried together.
    struct Batch: Hashable {
        var plugin: Substring
        var group: Int
    }

    var batch: Batch {
        Batch(plugin: author.prefix { $0 != "/" }, group: edits.first?.group ?? 0)
    }
}

/// Which of some changes can be made at once: the first, and each of the others that stays clear of
/// those in front of it. One that overlaps or touches another waits until the document was read
/// again, for what stands there by then may ask for nothing, or for something else.
struct ChangesAtOnce {
    private(set) var changes: [ProposedChange] = []
    /// By document, in order and apart.
    private var taken: [Int: [SourceRange]] = [:]

    /// Would a change stay clear of all that were added?
    func hasRoom(for change: ProposedChange) -> Bool {
        guard let taken = taken[change.document] else { return true }
        return change.edits.allSatisfy { edit in
            let place = Self.place(of: edit.range, in: taken)
            return place == taken.count || taken[place].start > edit.range.end
        }
    }

    mutating func add(_ change: ProposedChange) {
        changes.append(change)
        for edit in change.edits {
            var taken = taken[change.document, default: []]
            self.taken[change.document] = nil
            taken.insert(edit.range, at: Self.place(of: edit.range, in: taken))
            self.taken[change.document] = taken
        }
    }

    /// The edits of each document, in order.
    var edits: [Int: [Edit]] {
        var edits: [Int: [Edit]] = [:]
        for change in changes { edits[change.document, default: []] += change.edits }
        return edits.mapValues { $0.sorted { $0.range.start < $1.range.start } }
    }

    /// Of the first range that ends at the start of another one or behind it.
    private static func place(of range: SourceRange, in taken: [SourceRange]) -> Int {
        var low = 0
        var high = taken.count
        while low < high {
            let middle = (low + high) / 2
            if taken[middle].end < range.start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

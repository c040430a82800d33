public import SpecModel

/// What somebody says who is asked for a change.
public enum ChangeAnswer: Sendable {
    case make, leave
    /// This one and all that come.
    case makeAll
    /// Neither this one nor any that comes.
    case leaveAll
}

/// Asks for a change of a document as it is by then.
public typealias AskForChange = (ProposedChange, SourceText) throws(Problem) -> ChangeAnswer

/// Chooses among changes, pass after pass. What was left once is not asked for again.
struct ChangeChoice {
    private let ask: AskForChange?
    /// Nil until one answer is for all.
    private var makesAll: Bool?
    /// By document, where they would be by now.
    private var left: [Int: [ProposedChange]] = [:]

    init(ask: AskForChange?) {
        self.ask = ask
        makesAll = ask == nil ? true : nil
    }

    /// Those that are made now: in their order, each that stays clear of those in front of it.
    /// - Parameter together: those of some changes that can be made at once.
    mutating func chosen(
        among changes: [ProposedChange], in documents: (Int) -> SourceText,
        together: (ChangesAtOnce) throws(Problem) -> ChangesAtOnce
    ) throws(Problem) -> ChangesAtOnce {
        var chosen = ChangesAtOnce()
        for change in changes where makesAll != false && chosen.hasRoom(for: change) {
            if left[change.document]?.contains(change) == true { continue }
            if makesAll == true {
                chosen.add(change)
            } else if try isWanted(change, documents) {
                chosen.add(change)
            }
        }
        chosen = try together(chosen)
        for (document, edits) in chosen.edits where left[document] != nil {
            left[document] = left[document]?.compactMap { $0.moved(by: edits) }
        }
        return chosen
    }

    private mutating func isWanted(
        _ change: ProposedChange, _ documents: (Int) -> SourceText
    ) throws(Problem) -> Bool {
        guard let ask else { return false }
        let answer = try ask(change, documents(change.document))
        switch answer {
        case .make: return true
        case .leave: left[change.document, default: []].append(change)
        case .makeAll: makesAll = true
        case .leaveAll: makesAll = false
        }
        return answer == .makeAll
    }
}

extension ProposedChange {
    /// The same change once others were made; nil where one of them touches it.
    fileprivate func moved(by others: [Edit]) -> ProposedChange? {
        var moved = self
        for index in edits.indices {
            let range = edits[index].range
            var shift = 0
            for other in others {
                if other.range.end < range.start {
                    shift += other.replacement.utf8.count - other.range.count
                } else if other.range.start <= range.end {
                    return nil
                }
            }
            moved.edits[index].range = SourceRange(range.start + shift, range.end + shift)
        }
        return moved
    }
}

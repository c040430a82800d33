internal import SpecModel

/// Where the places of a text are once it is changed.
struct Shift {
    /// In document order, apart.
    private let changes: [Change]
    /// How far the bytes behind each change have moved.
    private let moved: [Int]
    /// Changes that put in what stood elsewhere.
    private let elsewhere: [(change: Change, moved: Int)]

    init(_ changes: [Change]) {
        self.changes = changes
        var sum = 0
        moved = changes.map { change in
            sum += change.text.utf8.count - change.range.count
            return sum
        }
        elsewhere = zip(changes, moved).filter { change, _ in
            if case .moved = change.effect { true } else { false }
        }.map { ($0, $1) }
    }

    /// Where what begins at an offset begins now; nil where it is gone.
    func start(_ offset: Int) -> Int? {
        let next = index(of: offset)
        if next > 0 {
            let change = changes[next - 1]
            let isInside = offset < change.range.end
            if isInside || offset == change.range.start && change.range.isEmpty {
                switch change.effect {
                case .value where offset == change.range.start:
                    return offset + (next > 1 ? moved[next - 2] : 0)
                case _ where change.range.isEmpty: break
                default: return place(ofMoved: offset)
                }
            }
        }
        return offset + (next > 0 ? moved[next - 1] : 0)
    }

    /// A range that no change touches, where it is now.
    func range(_ range: SourceRange) -> SourceRange? {
        guard let start = start(range.start) else { return nil }
        return SourceRange(start, start + range.count)
    }

    /// Does a change lie in a range, or at its edge?
    func touches(_ range: SourceRange) -> Bool {
        let next = index(of: range.end)
        return next > 0 && changes[next - 1].range.end >= range.start
    }

    /// The new text of each change that is not there already, as ranges of the new text.
    var added: [SourceRange] {
        zip(changes, newRanges).filter { $0.0.effect == .anything && !$0.1.isEmpty }.map(\.1)
    }

    /// The text of all changes, as ranges of the new text.
    var newRanges: [SourceRange] {
        zip(changes, moved).map { change, moved in
            let end = change.range.end + moved
            return SourceRange(end - change.text.utf8.count, end)
        }
    }

    /// How many changes begin at or in front of an offset.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].range.start <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where something is that was cut out and put in elsewhere.
    private func place(ofMoved offset: Int) -> Int? {
        for (change, moved) in elsewhere {
            guard case .moved(let from, let lead) = change.effect,
                from.start <= offset, offset < from.end
            else { continue }
            let start = change.range.end + moved - change.text.utf8.count
            return start + lead + offset - from.start
        }
        return nil
    }
}

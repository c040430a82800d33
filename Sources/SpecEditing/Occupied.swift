internal import SpecModel

/// The places that some units change.
struct Occupied {
    /// By where they start, the group of those that give a place a value.
    private var values: [Int: Int] = [:]
    /// Where sections are put in.
    private var sections: Set<Int> = []
    /// In document order, apart.
    private var ranges: [SourceRange] = []

    /// The group that gives a place of the unit another value.
    func rival(of unit: Unit) -> Int? {
        unit.changes.lazy.compactMap { change in
            change.effect == .value ? values[change.range.start] : nil
        }.first
    }

    /// Does the unit change the same bytes, or put something into what is taken away? Of two sections in
    /// one place, which is inside of the other would be a guess.
    func overlaps(_ unit: Unit) -> Bool {
        unit.changes.contains { overlaps($0.range) }
            || unit.putsSection && unit.changes.contains { sections.contains($0.range.start) }
    }

    mutating func add(_ unit: Unit) {
        for change in unit.changes {
            if change.effect == .value { values[change.range.start] = unit.group }
            if unit.putsSection { sections.insert(change.range.start) }
            ranges.insert(change.range, at: index(of: change.range.start))
        }
    }

    /// How many ranges begin in front of an offset.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func overlaps(_ range: SourceRange) -> Bool {
        var index = index(of: range.start)
        let before = ranges[..<index].last { !$0.isEmpty }
        if let before, before.end > range.start { return true }
        while index < ranges.count, ranges[index].start < range.end {
            if !ranges[index].isEmpty || ranges[index].start > range.start { return true }
            index += 1
        }
        return false
    }
}

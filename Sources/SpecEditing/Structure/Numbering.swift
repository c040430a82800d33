internal import SpecModel

/// The numbers in front of the entries of an ordered list.
struct Numbering {
    private let layout: Layout
    let entries: [Int]
    private let marks: [SourceRange]
    private let numbers: [Int]

    /// nil of a list that is not ordered, or whose numbers do not count up one by one.
    init?(_ layout: Layout, list: Int) {
        self.layout = layout
        entries = layout.children(of: list)
        let source = layout.source
        var marks: [SourceRange] = []
        var numbers: [Int] = []
        for entry in entries {
            let start = layout.spec.blocks[entry].range.start
            var end = start
            while end < source.bytes.count, end - start < 9, 0x30...0x39 ~= source.bytes[end] {
                end += 1
            }
            guard let number = Int(source.text(SourceRange(start, end))) else { return nil }
            marks.append(SourceRange(start, end))
            numbers.append(number)
        }
        guard let first = numbers.first, numbers.count > 1,
            numbers.elementsEqual(first..<first + numbers.count)
        else { return nil }
        self.marks = marks
        self.numbers = numbers
    }

    func mark(of entry: Int) -> SourceRange? { entries.firstIndex(of: entry).map { marks[$0] } }

    /// What changes where the entries stand in another order; nil stands for one that is new.
    /// - Parameter moved: whose number is not written here.
    func changes(for order: [Int?], but moved: Int? = nil) -> [Change] {
        guard let first = numbers.first else { return [] }
        var changes: [Change] = []
        for (place, entry) in order.enumerated() {
            guard let entry, entry != moved, let index = entries.firstIndex(of: entry),
                numbers[index] != first + place
            else { continue }
            changes.append(Change(marks[index], "\(first + place)"))
        }
        return changes
    }

    /// The number of a place.
    func number(at place: Int) -> String { "\((numbers.first ?? 1) + place)" }
}

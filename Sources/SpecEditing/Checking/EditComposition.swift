package import SpecModel

/// Do edits that read well in parts read well together? They do where together they change what those
/// parts change: two fixes that each empty a cell may leave a row that is no item any more.
package struct EditComposition {
    private let spec: Spec
    private let reread: ([UInt8]) -> Spec

    /// - Parameter reread: reads the document with other bytes, as the spec was read.
    package init(_ spec: Spec, reread: @escaping ([UInt8]) -> Spec) {
        self.spec = spec
        self.reread = reread
    }

    /// How many of the first parts read well together: one at least, where there are any. One reading
    /// for each part, and one for each step of a binary search.
    package func sound(_ parts: [[Edit]]) -> Int {
        if parts.count < 2 { return parts.count }
        let old = Statements(spec)
        let alone = parts.map { statements($0)?.subtracting(old) }
        func isSound(_ count: Int) -> Bool {
            guard let together = statements(parts[..<count].flatMap { $0 }) else { return false }
            var expected = old
            for change in alone[..<count] {
                guard let change else { return false }
                expected.add(change)
            }
            return together == expected
        }
        if isSound(parts.count) { return parts.count }
        var (low, high) = (1, parts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if isSound(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func statements(_ edits: [Edit]) -> Statements? {
        let edits = edits.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }.map(\.element)
        return spec.source.applying(edits).map { Statements(reread($0)) }
    }
}

/// What a document says, each statement with how often it says it; places do not count.
private struct Statements: Equatable {
    private var counts: [[String]: Int] = [:]

    init(_ spec: Spec) {
        for finding in spec.findings { add(["finding", finding.rule]) }
        for block in spec.blocks { add(["block", block.kind.rawValue]) }
        for link in spec.links { add(["link", link.target]) }
        for field in spec.metadata { add(["metadata", field.name, field.value]) }
        for section in spec.sections {
            add(["section", "\(section.level)", section.number ?? "", section.title])
            add(["role", section.role ?? ""])
        }
        for item in spec.items {
            add(["item", item.kind])
            for field in item.fields + item.extra {
                add(
                    [item.kind, field.name, field.level ?? "", field.date ?? ""] + field.value.words
                )
            }
        }
    }

    mutating func add(_ other: Statements) {
        for (statement, count) in other.counts { add(statement, count) }
    }

    func subtracting(_ other: Statements) -> Statements {
        var rest = self
        for (statement, count) in other.counts { rest.add(statement, -count) }
        return rest
    }

    private mutating func add(_ statement: [String], _ count: Int = 1) {
        let sum = counts[statement, default: 0] + count
        counts[statement] = sum == 0 ? nil : sum
    }
}

extension Field.Value {
    fileprivate var words: [String] {
        switch self {
        case .text(let text): [text]
        case .boolean(let value): ["\(value)"]
        case .list(let texts): texts.map(\.text)
        case .record(let entries): entries.flatMap { [$0.name, $0.value.text] }
        }
    }
}

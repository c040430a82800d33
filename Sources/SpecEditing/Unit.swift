internal import SpecModel

/// Changes that are made together or not at all.
struct Unit {
    /// Which group of requests they are of.
    var group: Int
    /// Units of one number were found to read well together.
    var batch = 0
    private(set) var changes: [Change] = []
    private(set) var expectations: [Expectation] = []
    private(set) var scopes: [SourceRange] = []

    init(group: Int) { self.group = group }

    init(group: Int, _ plan: Plan) {
        self.group = group
        add(plan)
    }

    mutating func add(_ plan: Plan) {
        if plan.changes.isEmpty { return }
        changes = Self.sorted(changes + plan.changes)
        expectations.append(plan.expectation)
        if let scope = plan.scope { scopes.append(scope) }
    }

    /// In document order; those of one place in the order in which they came.
    static func sorted(_ changes: [Change]) -> [Change] {
        changes.enumerated().sorted {
            ($0.element.range.start, $0.element.range.end, $0.offset)
                < ($1.element.range.start, $1.element.range.end, $1.offset)
        }.map(\.element)
    }

    /// Does it put a section into the document?
    var putsSection: Bool {
        expectations.contains { expectation in
            if case .section = expectation { true } else { false }
        }
    }

    /// Units that can be tried together, each in one of the lists.
    static func layers(of units: [Unit]) -> [[Unit]] {
        var layers: [(end: Int, units: [Unit])] = []
        for unit in units.sorted(by: { $0.start < $1.start }) {
            if let free = layers.firstIndex(where: { $0.end < unit.start }) {
                layers[free].units.append(unit)
                layers[free].end = unit.end
            } else {
                layers.append((unit.end, [unit]))
            }
        }
        return layers.map(\.units)
    }

    private var start: Int { changes.first?.range.start ?? 0 }
    private var end: Int { changes.map(\.range.end).max() ?? 0 }
}

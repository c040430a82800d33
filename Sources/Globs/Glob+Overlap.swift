extension Glob {
    /// Can a path below a folder match? Of no folder, the empty path, every pattern says yes that
    /// matches anything.
    package func canMatch(below folder: ArraySlice<String>) -> Bool {
        var states = closure([0])
        for part in folder {
            let name = Array(part.unicodeScalars)
            var next: Set<Int> = []
            for state in states where state < parts.count {
                switch parts[state] {
                case .anyParts where !isHidden(name): next.insert(state)
                case .name(let tokens) where matches(tokens, name): next.insert(state + 1)
                default: continue
                }
            }
            states = closure(next)
        }
        // Behind the last part there is nothing more to match.
        return states.contains { $0 < parts.count }
    }

    /// Can some path match both? Names that begin with a dot count as any others.
    package func overlaps(_ other: Glob) -> Bool {
        Self.reaches(
            partsWithRuns, other.partsWithRuns, isRun: { $0 == .anyParts },
            goTogether: { left, right in
                guard case .name(let left) = left, case .name(let right) = right else {
                    return false
                }
                return Self.reaches(
                    left, right, isRun: { $0 == .anyRun }, goTogether: Self.shareScalar)
            })
    }

    /// At the end `**` stands for at least one part; here each stands for any number.
    private var partsWithRuns: [Part] {
        parts.last == .anyParts ? parts.dropLast() + [.name([.anyRun]), .anyParts] : parts
    }

    /// With all that are reached where `**` stands for nothing. At the end it stands for something.
    private func closure(_ states: Set<Int>) -> Set<Int> {
        var all = states
        for state in 0..<max(0, parts.count - 1)
        where all.contains(state) && parts[state] == .anyParts {
            all.insert(state + 1)
        }
        return all
    }

    /// Do two sequences, in which a run stands for any number of any elements, match a third one?
    private static func reaches<Element>(
        _ left: [Element], _ right: [Element], isRun: (Element) -> Bool,
        goTogether: (Element, Element) -> Bool
    ) -> Bool {
        let row = Array(repeating: false, count: right.count + 1)
        var reached = Array(repeating: row, count: left.count + 1)
        reached[0][0] = true
        for i in 0...left.count {
            for j in 0...right.count where reached[i][j] {
                let (hasLeft, hasRight) = (i < left.count, j < right.count)
                let (leftRuns, rightRuns) = (
                    hasLeft && isRun(left[i]), hasRight && isRun(right[j])
                )
                // A run ends, or takes what the other has.
                if hasLeft, leftRuns || rightRuns { reached[i + 1][j] = true }
                if hasRight, leftRuns || rightRuns { reached[i][j + 1] = true }
                if hasLeft, hasRight, !leftRuns, !rightRuns, goTogether(left[i], right[j]) {
                    reached[i + 1][j + 1] = true
                }
            }
        }
        return reached[left.count][right.count]
    }

    private static func shareScalar(_ left: Token, _ right: Token) -> Bool {
        let (left, right) = (left.scalars, right.scalars)
        return left.contains { range in right.contains { $0.overlaps(range) } }
    }
}

extension Glob.Token {
    /// What it matches, of all numbers that scalars have.
    fileprivate var scalars: [ClosedRange<UInt32>] {
        let all: ClosedRange<UInt32> = 0...0x10FFFF
        switch self {
        case .one(let scalar): return [scalar.value...scalar.value]
        case .any, .anyRun: return [all]
        case .set(let ranges, negated: false):
            return ranges.map { $0.lowerBound.value...$0.upperBound.value }
        case .set(let ranges, negated: true):
            var rest: [ClosedRange<UInt32>] = []
            var next: UInt32 = 0
            for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if range.lowerBound.value > next { rest.append(next...range.lowerBound.value - 1) }
                next = max(next, range.upperBound.value + 1)
            }
            if next <= all.upperBound { rest.append(next...all.upperBound) }
            return rest
        }
    }
}

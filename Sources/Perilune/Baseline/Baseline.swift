public import SpecModel

/// The findings that were there when a team adopted its checks, and are there still: they are not
/// reported again. An entry names a rule and what it found something about, never a line, so that it
/// survives whatever happens around it.
public struct Baseline: Sendable, Equatable {
    /// What is known of a spec: so many findings of a rule about one thing.
    public struct Entry: Sendable, Hashable {
        /// Of the spec, as seen from the workspace's root.
        public var path: String
        /// `plugin/rule`.
        public var rule: String
        /// The item's key, else a hash of the text that is marked.
        public var key: String
    }

    /// How many findings each entry stands for, 1 or more.
    private(set) var counts: [Entry: Int] = [:]

    /// One that knows nothing.
    public init() {}

    init(_ counts: [Entry: Int]) { self.counts = counts }

    /// How many findings it knows.
    public var count: Int { counts.values.reduce(0, +) }

    /// Its entries by path, rule and key.
    var sorted: [(entry: Entry, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { left, right in
            for part in [\Entry.path, \Entry.rule, \Entry.key] {
                let (a, b) = (left.entry[keyPath: part], right.entry[keyPath: part])
                if a != b { return Path.precedes(a, b) }
            }
            return false
        }
    }
}

extension Baseline {
    /// All findings of a run.
    public init(_ findings: [Finding], _ run: BaselineRun) {
        for entry in findings.compactMap(run.entry) { counts[entry, default: 0] += 1 }
    }

    /// What is left of findings when those are gone that are known: of more than are known of one
    /// entry, the last ones, in document order.
    /// - Returns: what was reported, how many were not, and what the baseline no longer needs.
    public func applied(
        to findings: [Finding], _ run: BaselineRun
    ) -> (new: [Finding], known: Int, stale: Baseline) {
        var left = counts
        var new: [Finding] = []
        for finding in findings {
            if let entry = run.entry(of: finding), let count = left[entry] {
                left[entry] = count == 1 ? nil : count - 1
            } else {
                new.append(finding)
            }
        }
        let stale = Baseline(left.filter { run.covers($0.key) })
        return (new, findings.count - new.count, stale)
    }

    /// Without what another one holds.
    public func subtracting(_ other: Baseline) -> Baseline {
        var rest = counts
        for (entry, count) in other.counts {
            let left = (rest[entry] ?? 0) - count
            rest[entry] = left > 0 ? left : nil
        }
        return Baseline(rest)
    }
}

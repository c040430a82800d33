internal import SpecModel
internal import SpecReading
public import Spilling

/// One run of checks over specs of a workspace, as a baseline needs to know it.
public struct BaselineRun {
    /// Which rules a run looked for.
    public enum Rules {
        /// All that there are, each to its end.
        case all
        /// Those that were chosen, by their full names, each to its end.
        case chosen(Set<String>)
        /// Nobody knows: a plugin failed.
        case unknown
    }

    /// By the bytes of the paths that the findings say.
    private var sources: [[UInt8]: (workspacePath: String, content: SpilledBytes)] = [:]
    private var workspacePaths: Set<String> = []
    private let rules: Rules
    private let isWhole: Bool

    /// - Parameter isWhole: were all specs of the workspace looked at?
    public init(_ rules: Rules, isWhole: Bool) {
        self.rules = rules
        self.isWhole = isWhole
    }

    /// Adds a spec that was checked.
    /// - Parameters:
    ///   - path: as the findings say it.
    ///   - workspacePath: as seen from the workspace's root.
    public mutating func add(path: String, workspacePath: String, content: SpilledBytes) {
        sources[Array(path.utf8)] = (workspacePath, content)
        workspacePaths.insert(workspacePath)
    }

    /// The entry that a finding belongs to; nil of what reading found: a document that cannot be read
    /// is nothing to get used to.
    func entry(of finding: Finding) -> Baseline.Entry? {
        guard !ReadingRule.allCases.contains(where: { $0.name == finding.rule }),
            let source = sources[Array(finding.location.path.utf8)]
        else { return nil }
        return Baseline.Entry(
            path: source.workspacePath, rule: finding.rule,
            key: FindingFingerprints.key(finding, in: source.content.bytes))
    }

    /// Would this run have found what an entry stands for?
    func covers(_ entry: Baseline.Entry) -> Bool {
        guard isWhole || workspacePaths.contains(entry.path) else { return false }
        switch rules {
        case .all: return true
        case .chosen(let names): return names.contains(entry.rule)
        case .unknown: return false
        }
    }
}

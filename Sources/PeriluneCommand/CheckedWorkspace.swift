internal import Perilune
internal import SpecModel
internal import SpecWorkers
internal import Spilling

/// What the checks came to in one workspace.
struct CheckedWorkspace {
    let group: Selection.Group
    /// As they are with their fixes, where fixes were asked for.
    private(set) var documents: [Document]
    /// Are these all specs of the workspace?
    let isWhole: Bool
    /// Those that looked at them.
    let rules: BaselineRun.Rules
    var report = CheckReport()
    private(set) var changes: [DocumentChange] = []
    /// How many findings have a fix that was not made because it is unsafe.
    private(set) var passedOver = 0

    init(
        group: Selection.Group, documents: [Document], isWhole: Bool, rules: BaselineRun.Rules
    ) {
        self.group = group
        self.documents = documents
        self.isWhole = isWhole
        self.rules = rules
    }

    /// Takes what is left when fixes were made.
    mutating func take(_ fixed: FixReport) {
        report = fixed.report
        changes = fixed.changes
        passedOver = fixed.passedOver
        var left = changes[...]
        // Both are in the order of the documents.
        for place in documents.indices where left.first?.path == documents[place].path {
            documents[place].bytes = left.removeFirst().new
        }
    }

    var sources: [(path: String, content: SpilledBytes)] {
        documents.map { (path: $0.path, content: $0.content) }
    }
}

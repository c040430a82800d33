/// Has specs looked at one by one by workers, and all of them together in this process.
package struct DividedChecks: CheckEngine {
    private let apart: WorkerPool
    private let together: LocalChecks

    package init(_ apart: WorkerPool, _ together: LocalChecks) {
        self.apart = apart
        self.together = together
    }

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(WorkerPool.Unavailable) {
        try apart.check(documents, rules, wishes, accept: accept)
    }

    /// The workers' memory is worth more than their start, should there be more to do.
    package func rest() { apart.end() }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) throws(WorkerPool.Unavailable) -> CheckedTogether {
        together.checkWorkspace(documents, rules, wishes)
    }
}

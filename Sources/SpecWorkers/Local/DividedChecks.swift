/// Has specs looked at one by one by one engine, and all of them together by another.
package struct DividedChecks<Apart: CheckEngine, Together: CheckEngine>: CheckEngine {
    private let apart: Apart
    private let together: Together

    package init(_ apart: Apart, _ together: Together) {
        self.apart = apart
        self.together = together
    }

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(WorkerPool.Unavailable) {
        try apart.check(documents, rules, wishes, accept: accept)
    }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) throws(WorkerPool.Unavailable) -> CheckedTogether {
        try together.checkWorkspace(documents, rules, wishes)
    }
}

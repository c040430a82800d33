internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

extension Pipeline {
    /// What was found that is wanted, once comments had their say.
    func suppressed(
        _ findings: consuming [Finding], _ checked: Checked, _ documents: [Document],
        _ plan: CheckPlan, isWhole: Bool
    ) -> (findings: [Finding], suppressed: [SuppressedFinding]) {
        var findings = plan.levelled(findings)
        findings.removeAll { !choice.wants($0) }
        if !suppresses || checked.suppressions.isEmpty { return (findings, []) }
        let failures = workspace.failures + checked.failures
        var suppressor = Suppressor(
            Suppressor.Run(
                today: workspace.today, isEverything: choice.isEverything && failures.isEmpty,
                isWhole: isWhole, failed: Set(failures.map { $0.rule ?? $0.plugin }),
                leftOut: Set(workspace.rules.map(\.name))
                    .subtracting(choice.rules(of: workspace.rules).map(\.name))),
            workspace)
        let places = Dictionary(
            checked.suppressions.keys.map { (Array(documents[$0].path.utf8), $0) },
            uniquingKeysWith: { $1 })
        let byPlace = Dictionary(grouping: findings) { places[Array($0.location.path.utf8)] }
        suppressor.add(byPlace[nil] ?? [])
        for (place, suppressions) in checked.suppressions.sorted(by: { $0.key < $1.key }) {
            suppressor.add(
                byPlace[place] ?? [], in: documents[place], rules(of: place, plan), suppressions)
        }
        return (suppressor.findings, suppressor.suppressed)
    }

    /// All rules as they are for a document, also those that this run leaves out.
    private func rules(of document: Int, _ plan: CheckPlan) -> [Rule] {
        let chosen = Dictionary(
            plan.rules(of: document).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return workspace.rules.map { chosen[$0.name] ?? $0 }
    }
}

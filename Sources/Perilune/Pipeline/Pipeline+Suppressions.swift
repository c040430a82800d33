internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

extension Pipeline {
    /// What was found that is wanted, once comments had their say.
    func suppressed(
        _ checked: Checked, _ documents: [Document], isWhole: Bool
    ) -> Suppressor {
        let failures = workspace.failures + checked.failures
        var suppressor = Suppressor(
            Suppressor.Run(
                today: workspace.today, isEverything: choice.isEverything && failures.isEmpty,
                isWhole: isWhole, failed: Set(failures.map { $0.rule ?? $0.plugin }),
                leftOut: Set(workspace.rules.map(\.name)).subtracting(rules.map(\.name))),
            workspace)
        let findings = checked.findings.filter(choice.wants)
        if !suppresses || checked.suppressions.isEmpty {
            suppressor.add(findings)
            return suppressor
        }
        let places = Dictionary(
            checked.suppressions.keys.map { (Array(documents[$0].path.utf8), $0) },
            uniquingKeysWith: { $1 })
        let byPlace = Dictionary(grouping: findings) { places[Array($0.location.path.utf8)] }
        suppressor.add(byPlace[nil] ?? [])
        let chosen = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let rules = workspace.rules.map { chosen[$0.name] ?? $0 }
        for (place, suppressions) in checked.suppressions.sorted(by: { $0.key < $1.key }) {
            suppressor.add(byPlace[place] ?? [], in: documents[place], rules, suppressions)
        }
        return suppressor
    }
}

internal import SpecModel
internal import SpecPlugins
internal import SpecReading

/// What a SARIF file says of rules: of those that ran, in the order of their plugins, then of those
/// of reading.
struct SARIFRules {
    /// No text of it is empty, which GitHub refuses.
    struct Rule {
        var id: String
        var summary: String
        var why: String
        var fix: String
        /// By default, whatever a configuration says.
        var severity: Severity
        var tags: [String]
    }

    private(set) var all: [Rule] = []
    private var indices: [String: Int] = [:]

    init(of report: CheckReport) {
        for rule in report.groups.flatMap(\.rules) {
            let check = rule.check
            add(
                Rule(
                    id: rule.name, summary: check.summary, why: check.why, fix: check.fix,
                    severity: check.severity, tags: [rule.plugin, check.each]))
        }
        for rule in ReadingRule.allCases {
            add(
                Rule(
                    id: rule.name, summary: rule.summary, why: RulesReport.whyOfReading,
                    fix: RulesReport.fixOfReading, severity: rule.severity, tags: ["reading"]))
        }
    }

    func index(of id: String) -> Int? { indices[id] }

    /// Two workspaces may run one rule; it is described once.
    private mutating func add(_ rule: Rule) {
        guard indices[rule.id] == nil else { return }
        indices[rule.id] = all.count
        var rule = rule
        if rule.summary.isEmpty { rule.summary = rule.id }
        if rule.why.isEmpty { rule.why = rule.summary }
        if rule.fix.isEmpty { rule.fix = "perilune explain \(rule.id)" }
        all.append(rule)
    }
}

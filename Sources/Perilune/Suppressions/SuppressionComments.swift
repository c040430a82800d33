internal import SpecModel
internal import SpecPlugins
internal import SpecReading

/// The comments of one document: what is wrong with them, and what they hide.
struct SuppressionComments {
    var index: SuppressionIndex
    /// What is wrong with them, but for those that hide nothing.
    private(set) var findings: [Finding] = []

    private let source: SourceText
    private let run: Suppressor.Run
    private let rules: [String: Rule]
    private let rulesOfPlugins: [String: [Rule]]
    private var all: [Suppression] = []
    private var count = 0
    /// The names of each that count, by place; empty is the name of all rules.
    private var names: [[(name: String, range: SourceRange)]] = []
    private var used: Set<SuppressionIndex.Entry> = []
    private var open = OpenSuppressions()

    init(_ source: SourceText, _ rules: [Rule], _ run: Suppressor.Run) {
        self.source = source
        self.run = run
        self.rules = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        rulesOfPlugins = Dictionary(grouping: rules, by: \.plugin)
        index = SuppressionIndex(source)
    }

    func location(_ range: SourceRange) -> Location {
        Location(
            path: source.path, start: source.position(at: range.start),
            end: source.position(at: range.end))
    }

    /// Takes in the next comment of the document.
    mutating func add(_ suppression: Suppression, _ meanings: inout SuppressionNames) {
        count += suppression.weight
        if count > Suppression.limit {
            return report(
                .wellFormed, suppression.range,
                "more than \(Suppression.limit) comments for the checks, or rules in them; this one "
                    + "and what follows it are not read")
        }
        let place = all.count
        all.append(suppression)
        names.append([])
        if let (message, range) = suppression.mistake {
            return report(.wellFormed, range, message)
        }
        if suppression.kind == .enable {
            if !open.close(suppression.rules.map(\.text)) {
                report(
                    .wellFormed, suppression.range, "nothing that it could enable is disabled here")
            }
        } else {
            if suppression.kind == .disable { open.open(suppression.rules.map(\.text)) }
            if suppression.reason.isEmpty {
                report(
                    .reasonGiven, suppression.range,
                    "no reason is given; write it behind the rules: -- reason")
            }
        }
        var known: [(name: String, range: SourceRange)] = []
        for rule in suppression.rules {
            switch meanings.meaning(of: rule.text) {
            case .known: known.append((rule.text, rule.range))
            case .wrong(let message): report(.ruleKnown, rule.range, message)
            }
        }
        if suppression.rules.isEmpty { known = [("", suppression.range)] }
        if let until = suppression.until, let today = run.today, until.text < today {
            return report(.inDate, until.range, "the suppression ended on \(until.text)")
        }
        names[place] = known
        for (number, name) in known.enumerated() {
            index.add(suppression, name.name, .init(suppression: place, name: number))
        }
    }

    /// The comment that suppresses a finding, from now on in use.
    mutating func suppress(_ finding: Finding) -> Suppression? {
        guard let entry = index.entry(for: finding) else { return nil }
        let suppression = all[entry.suppression]
        // Nothing is silent about itself.
        let range = SourceRange(finding.location.start.offset, finding.location.end.offset)
        if Path.parent(finding.rule) == SuppressionRule.plugin, suppression.range.contains(range) {
            return nil
        }
        used.insert(entry)
        return suppression
    }

    /// What hides nothing.
    /// - Parameter ofUse: of the names that stand for this very rule, or of the others?
    func unused(ofUse: Bool) -> [Finding] {
        var found: [Finding] = []
        for (place, suppression) in all.enumerated() where suppression.kind != .enable {
            for (number, (name, range)) in names[place].enumerated() {
                let isOfUse =
                    name == SuppressionRule.plugin || name == SuppressionRule.inUse.name
                guard isOfUse == ofUse, hasRun(name),
                    !used.contains(.init(suppression: place, name: number))
                else { continue }
                let what = name.isEmpty ? "the suppression" : "the suppression of \(name)"
                let isOnly = names[place].count == 1 && suppression.rules.count < 2
                found += finding(
                    .inUse, isOnly ? suppression.range : range, what + " hides nothing")
            }
        }
        return found
    }

    /// Would all that a name stands for have been found in this document?
    private func hasRun(_ name: String) -> Bool {
        if name.isEmpty {
            return run.isEverything && (run.isWhole || !rules.values.contains(where: looksAtAll))
        }
        if let rule = rules[name] { return hasRun(rule) }
        let all = (rulesOfPlugins[name] ?? []).filter { $0.severity != nil }
        return !all.isEmpty && all.allSatisfy(hasRun)
    }

    private func hasRun(_ rule: Rule) -> Bool {
        rule.severity != nil && !run.leftOut.contains(rule.name) && !run.failed.contains(rule.name)
            && !run.failed.contains(rule.plugin) && (run.isWhole || !looksAtAll(rule))
    }

    private func looksAtAll(_ rule: Rule) -> Bool {
        rule.severity != nil && rule.check.each == "workspace"
    }

    private mutating func report(_ rule: SuppressionRule, _ range: SourceRange, _ message: String) {
        findings += finding(rule, range, message)
    }

    /// A finding of a rule that is on; none of one that is off.
    private func finding(
        _ rule: SuppressionRule, _ range: SourceRange, _ message: String
    ) -> [Finding] {
        guard let severity = rules[rule.name]?.severity, !run.leftOut.contains(rule.name) else {
            return []
        }
        return [
            Finding(
                rule: rule.name, severity: severity, message: message, location: location(range))
        ]
    }
}

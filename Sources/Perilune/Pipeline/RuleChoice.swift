internal import SpecModel
internal import SpecPlugins
internal import SpecReading
internal import Yaml

/// Which rules a single run is about, whatever the configuration says.
public struct RuleChoice: Sendable, Equatable {
    /// Rules, or plugins with all of theirs; empty for those that are on.
    public var select: [String]
    /// Rules, or plugins with all of theirs, that are left out.
    public var ignore: [String]
    /// Do rules run that are off, where they are selected?
    public var turnsOn: Bool

    public init(select: [String] = [], ignore: [String] = [], turnsOn: Bool = true) {
        self.select = select
        self.ignore = ignore
        self.turnsOn = turnsOn
    }

    /// Does it leave the choice to the configuration?
    public var isEverything: Bool { select.isEmpty && ignore.isEmpty }

    /// Full names, once each name was found in one of the workspaces.
    public func resolved(in workspaces: [Workspace]) throws(Problems) -> RuleChoice {
        var problems: [Problem] = []
        let choice = RuleChoice(
            select: select.flatMap { Self.names($0, in: workspaces, &problems) },
            ignore: ignore.flatMap { Self.names($0, in: workspaces, &problems) },
            turnsOn: turnsOn)
        if !problems.isEmpty { throw Problems(problems) }
        return choice
    }

    /// Those of some rules that are to run, among them those that are off. A rule that is off runs where
    /// it is selected, if that turns it on.
    func rules(of all: [Rule]) -> [Rule] {
        all.compactMap { rule in
            if ignore.contains(rule.name) { return nil }
            if select.isEmpty { return rule }
            guard select.contains(rule.name) else { return nil }
            var rule = rule
            if turnsOn { rule.severity = rule.severity ?? rule.check.severity }
            return rule
        }
    }

    /// Is a finding wanted? What could not be read is always said unless it is ignored by name.
    func wants(_ finding: Finding) -> Bool { !ignore.contains(finding.rule) }

    private static func names(
        _ name: String, in workspaces: [Workspace], _ problems: inout [Problem]
    ) -> [String] {
        var all = ReadingRule.allCases.map(\.name)
        for rule in workspaces.flatMap(\.rules) where !all.contains(rule.name) {
            all.append(rule.name)
        }
        let theirs = all.filter { $0.hasPrefix(name + "/") }
        if !theirs.isEmpty { return theirs }
        switch Names(all, kind: "check").find(name) {
        case .success(let index):
            return [all[index]]
        case .failure(let problem):
            // It may be a check of a plugin that did not load, which is said elsewhere.
            guard workspaces.allSatisfy(\.failures.isEmpty) else { return [name] }
            let plugins = workspaces.flatMap(\.plugins).map(\.name)
            if let near = nearestName(to: name, among: plugins) {
                problems.append(
                    Problem("unknown check or plugin \"\(name)\"; did you mean \"\(near)\"?"))
            } else {
                problems.append(problem)
            }
            return []
        }
    }
}

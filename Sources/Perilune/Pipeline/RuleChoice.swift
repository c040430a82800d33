internal import SpecModel
internal import SpecPlugins

/// Which rules a single run is about, whatever the configuration says.
public struct RuleChoice: Sendable, Equatable {
    /// Rules, or plugins with all of theirs; empty for those that are on.
    public var select: [String]
    /// Rules, or plugins with all of theirs, that are left out.
    public var ignore: [String]

    /// The rules that reading itself reports under.
    static let reading = "reading"

    public init(select: [String] = [], ignore: [String] = []) {
        self.select = select
        self.ignore = ignore
    }

    /// Full names, once each name was found in one of the workspaces.
    public func resolved(in workspaces: [Workspace]) throws(Problems) -> RuleChoice {
        var problems: [Problem] = []
        let choice = RuleChoice(
            select: select.flatMap { Self.names($0, in: workspaces, &problems) },
            ignore: ignore.flatMap { Self.names($0, in: workspaces, &problems) })
        if !problems.isEmpty { throw Problems(problems) }
        return choice
    }

    /// The rules of a workspace to run. A rule that is off runs where it is selected.
    func rules(of workspace: Workspace) -> [Rule] {
        workspace.rules.compactMap { rule in
            if ignore.contains(rule.name) { return nil }
            if select.isEmpty { return rule }
            guard select.contains(rule.name) else { return nil }
            var rule = rule
            rule.severity = rule.severity ?? rule.check.severity
            return rule
        }
    }

    /// Is a finding wanted? What could not be read is always said unless it is ignored by name.
    func wants(_ finding: Finding) -> Bool { !ignore.contains(finding.rule) }

    private static func names(
        _ name: String, in workspaces: [Workspace], _ problems: inout [Problem]
    ) -> [String] {
        if name.hasPrefix(reading + "/") { return [name] }
        var all: [String] = []
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
            if workspaces.allSatisfy(\.failures.isEmpty) { problems.append(problem) }
            return [name]
        }
    }
}

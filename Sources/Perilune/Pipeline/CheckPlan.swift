internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// Which rules look at which documents. Documents that the same overrides are about make a part, whose
/// rules have the same levels and options.
struct CheckPlan {
    struct Part {
        /// Places of documents, in their order.
        var documents: [Int]
        /// Those that were asked for, among them those that are off.
        var rules: [Rule]

        /// Those of a plugin that look at one spec and are on.
        func requests(of plugin: String) -> [CheckRequest] {
            CheckPlan.requests(rules.filter { $0.plugin == plugin && !$0.looksAtAll })
        }
    }

    private let documents: [Document]
    /// In the order of their first documents; one where there is no document.
    private(set) var parts: [Part] = []
    /// By document, the place of its part.
    private var partOfDocument: [Int] = []
    /// The rules that look at all specs together: each that is on for one document or another, as it is for the first.
    private var together: [Rule] = []

    init(_ documents: [Document], _ workspace: Workspace, _ choice: RuleChoice) {
        self.documents = documents
        // Most documents have no overrides, and to make a dictionary of lists costs much at start-up.
        var plain: Int?
        var places: [[Int]: Int] = [:]
        for (place, document) in documents.enumerated() {
            let isPlain = document.overrides.isEmpty
            let part = (isPlain ? plain : places[document.overrides]) ?? parts.count
            if part == parts.count {
                if isPlain { plain = part } else { places[document.overrides] = part }
                let rules = workspace.ruleSettings.rules(under: document.overrides)
                parts.append(Part(documents: [], rules: choice.rules(of: rules)))
            }
            parts[part].documents.append(place)
            partOfDocument.append(part)
        }
        if parts.isEmpty {
            parts = [Part(documents: [], rules: choice.rules(of: workspace.rules))]
        }
        for part in parts {
            for rule in part.rules where rule.looksAtAll && rule.severity != nil {
                let isKnown = together.contains {
                    $0.plugin == rule.plugin && $0.check.name == rule.check.name
                }
                if !isKnown { together.append(rule) }
            }
        }
    }

    /// As a report tells of them.
    var groups: [CheckedGroup] {
        parts.map { part in
            CheckedGroup(
                specs: part.documents.map { documents[$0].path },
                rules: part.rules.filter { $0.severity != nil })
        }
    }

    func rules(of document: Int) -> [Rule] { parts[partOfDocument[document]].rules }

    /// Is a rule of a plugin on, for one document or another?
    func asks(_ plugin: String) -> Bool {
        parts.contains { $0.rules.contains { $0.plugin == plugin && $0.severity != nil } }
    }

    /// The rules of a plugin that look at all specs together: each that is on for one or another.
    func requestsTogether(of plugin: String) -> [CheckRequest] {
        Self.requests(together.filter { $0.plugin == plugin })
    }

    /// What rules that look at all specs together read of each; nil where no such rule is on.
    func reads(of plugins: [Plugin]) -> SpecReads? {
        var reads: SpecReads?
        for plugin in plugins {
            for request in requestsTogether(of: plugin.name) {
                let check = plugin.checks.first { $0.name == request.name }
                reads = (reads ?? []).union(check?.reads ?? .all)
            }
        }
        return reads
    }

    /// Findings of rules that look at all specs follow the documents that they are in, where these say
    /// different things of a rule.
    func levelled(_ findings: consuming [Finding]) -> [Finding] {
        guard parts.count > 1 else { return findings }
        var severities: [[String: Severity?]] = []
        for part in parts {
            severities.append(
                Dictionary(
                    part.rules.filter(\.looksAtAll).map { ($0.name, $0.severity) },
                    uniquingKeysWith: { $1 }))
        }
        let places = Dictionary(
            zip(documents.lazy.map { Array($0.path.utf8) }, partOfDocument),
            uniquingKeysWith: { $1 })
        return findings.compactMap { finding in
            guard let part = places[Array(finding.location.path.utf8)],
                let severity = severities[part][finding.rule]
            else { return finding }
            guard let severity else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }

    private static func requests(_ rules: [Rule]) -> [CheckRequest] {
        rules.compactMap { rule in
            rule.severity.map {
                CheckRequest(name: rule.check.name, severity: $0, options: rule.options)
            }
        }
    }
}

extension Rule {
    /// Does it look at all specs together?
    var looksAtAll: Bool { check.each == "workspace" }
}

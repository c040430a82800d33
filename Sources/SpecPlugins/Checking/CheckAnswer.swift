internal import LuaSandbox
internal import Printable
internal import SpecModel

/// A rule that ran, and whose it is.
struct CheckedRule {
    var plugin: String
    var request: CheckRequest
    var declaration: CheckDeclaration
    /// As findings say it: one text for all of them.
    let name: String

    init(plugin: String, request: CheckRequest, declaration: CheckDeclaration) {
        self.plugin = plugin
        self.request = request
        self.declaration = declaration
        name = "\(plugin)/\(request.name)"
    }
}

/// Reads what the host's runner of checks gave back.
struct CheckAnswer {
    /// In the order in which the runner was told of them.
    let rules: [CheckedRule]
    let specs: SpecList
    let reader: any TextReader
    /// Did the rules look at all specs together?
    let isOfWorkspace: Bool

    /// What the rules said, by plugin in the order of these names.
    func results(_ answer: LuaValue, of plugins: [String]) -> [CheckResult] {
        plugins.map { plugin in
            var result = CheckResult()
            read(answer, of: plugin, into: &result)
            return result
        }
    }

    /// Adds what the rules of one plugin said.
    func read(_ answer: LuaValue, of plugin: String, into result: inout CheckResult) {
        var fixes: [AskedFix] = []
        for value in answer["findings"]?.list ?? [] {
            let rule = rule(value)
            guard rule == nil || rule?.plugin == plugin else { continue }
            guard let rule, let place = Place(value, in: specs),
                let message = value["message"]?.string
            else {
                result.failures.append(
                    PluginFailure(
                        plugin: plugin, kind: .shape,
                        message: "a finding points outside of the spec"))
                continue
            }
            if let asked = value["fix"] {
                fixes.append(
                    AskedFix(
                        finding: result.findings.count, spec: place.spec,
                        rule: rule.request.name, asked: asked))
            }
            result.findings.append(
                Finding(
                    rule: rule.name, severity: rule.request.severity,
                    message: message.printable, location: place.location(in: specs),
                    item: place.itemKey(in: specs), related: related(value),
                    help: value["help"]?.string,
                    applicability: value["unsafe"]?.boolean == true ? .unsafe : .safe))
        }
        let wrongFixes = fix(fixes, of: plugin, &result.findings)
        for value in answer["failures"]?.list ?? [] {
            guard let rule = rule(value), rule.plugin == plugin else { continue }
            let failure = PluginFailure(
                LuaFailure(caught: value), plugin: plugin, rule: rule.request.name)
            result.failures.append(
                failure.and(value["more"]?.integer ?? 0).at(Place(value, in: specs), in: specs))
        }
        if wrongFixes.isEmpty { return }
        for rule in rules where rule.plugin == plugin {
            guard let (first, more) = wrongFixes[rule.request.name] else { continue }
            result.failures.append(first.and(Int64(more)))
        }
    }

    /// What a finding's fix asked for.
    private struct AskedFix {
        var finding: Int
        var spec: Int
        var rule: String
        var asked: LuaValue
    }

    /// Gives findings their fixes, those of one spec together; by rule, the first that is wrong and the
    /// number of others.
    private func fix(
        _ fixes: [AskedFix], of plugin: String, _ findings: inout [Finding]
    ) -> [String: (first: PluginFailure, more: Int)] {
        if fixes.isEmpty { return [:] }
        var wrong: [String: (first: PluginFailure, more: Int)] = [:]
        for (spec, fixes) in Dictionary(grouping: fixes, by: \.spec).sorted(by: { $0.key < $1.key })
        {
            let results = EditReader.edits(
                ofFixes: fixes.map {
                    ($0.rule, $0.asked, findings[$0.finding].applicability == .safe)
                }, of: specs[spec], plugin, reader)
            for (fix, result) in zip(fixes, results) {
                switch result {
                case .success(let edits):
                    findings[fix.finding].fix = edits.map(numbered)
                    if edits.isEmpty { findings[fix.finding].applicability = .safe }
                case .failure(let failure):
                    wrong[fix.rule, default: (failure, -1)].more += 1
                }
            }
        }
        return wrong
    }

    /// What rules of single specs ask for was not tried with what those of all specs do.
    private func numbered(_ edit: Edit) -> Edit {
        var edit = edit
        if isOfWorkspace { edit.group = -1 - edit.group }
        return edit
    }

    private func related(_ value: LuaValue) -> [Finding.Related] {
        (value["related"]?.list ?? []).compactMap { value in
            guard let place = Place(value, in: specs), let message = value["message"]?.string
            else { return nil }
            return Finding.Related(
                message: message.printable, location: place.location(in: specs))
        }
    }

    private func rule(_ value: LuaValue) -> CheckedRule? {
        guard let number = value["rule"]?.integer.map({ Int($0) - 1 }),
            rules.indices.contains(number)
        else { return nil }
        return rules[number]
    }
}

extension CheckResult {
    /// Path, place, rule, message: the order of all output.
    mutating func sort() { findings.sort(by: Self.isBefore) }

    private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
        if a.location.path != b.location.path {
            return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
        }
        if a.location.start != b.location.start { return a.location.start < b.location.start }
        if a.rule != b.rule { return a.rule < b.rule }
        return a.message < b.message
    }
}

extension PluginFailure {
    /// The first of some of one rule.
    fileprivate func and(_ more: Int64) -> PluginFailure {
        var failure = self
        if more > 0 { failure.message += " (and on \(more) more)" }
        return failure
    }
}

extension Place {
    fileprivate func location(in specs: SpecList) -> Location {
        specs[spec].location(of: range(in: specs))
    }
}

internal import LuaSandbox
internal import Printable
internal import SpecModel
internal import Yaml

/// Some rules over some specs, in one call; once more without the offender where one hits a limit,
/// so that a limit of one rule leaves the findings of the others.
struct CheckRun {
    enum Scope { case spec, workspace }

    private let plugin: Plugin
    private let marshalled: MarshalledSpecs
    private let function: String
    private var requests: [(request: CheckRequest, declaration: CheckDeclaration)] = []
    private var unknown: [PluginFailure] = []

    init(
        _ plugin: Plugin, _ marshalled: MarshalledSpecs, _ requests: [CheckRequest],
        of scope: Scope
    ) {
        self.plugin = plugin
        self.marshalled = marshalled
        let specs = marshalled.specs
        function = scope == .spec ? "check" : "check_workspace"
        for request in requests {
            guard let check = plugin.checks.first(where: { $0.name == request.name }) else {
                unknown.append(Self.unknown(request.name, in: plugin))
                continue
            }
            guard (check.each == "workspace") == (scope == .workspace) else { continue }
            guard scope == .workspace || specs.contains(where: { $0.has(check.each) }) else {
                continue
            }
            self.requests.append((request, check))
        }
    }

    func result(_ session: inout PluginSession) -> CheckResult {
        var result = CheckResult()
        result.failures = unknown
        var remaining = requests
        while !remaining.isEmpty {
            do throws(LuaFailure) {
                let answer = try session.call(
                    function, frames(remaining), on: specs,
                    apart: function == "check_workspace")
                read(answer, remaining.map(\.request), session.reader, into: &result)
                break
            } catch {
                // A limit ends the call and takes its findings along: all but the rule at hand
                // run again, in a fresh state with limits of its own.
                let index = error.mark.list?.first?.integer.map { Int($0) - 1 } ?? -1
                guard remaining.indices.contains(index) else {
                    result.failures.append(PluginFailure(error, plugin: plugin.name))
                    break
                }
                result.failures.append(
                    PluginFailure(
                        error, plugin: plugin.name, rule: remaining[index].request.name
                    ).at(Place(marked: error.mark, in: specs), in: specs))
                remaining.remove(at: index)
            }
        }
        result.findings.sort(by: Self.isBefore)
        return result
    }
}

extension CheckRun {
    private var specs: [Spec] { marshalled.specs }

    private func frames(
        _ requests: [(request: CheckRequest, declaration: CheckDeclaration)]
    ) -> [Frame] {
        let wanted = requests.map(\.declaration.each).reduce(into: Set<Block.Kind>()) {
            if let kind = Block.Kind(rawValue: $1) { $0.insert(kind) }
            if $1 == "text" { $0.formUnion(Block.Kind.text) }
        }
        var builder = FrameBuilder()
        builder.list { builder in
            for (request, declaration) in requests {
                builder.record { builder in
                    builder.text("name", request.name)
                    builder.text("each", declaration.each)
                    builder.key("options")
                    OptionsFrame.write(declaration.options, request.options, to: &builder)
                }
            }
        }
        let blocks = function == "check" ? [marshalled.blocks(of: wanted)] : []
        return [marshalled.frame] + blocks + [builder.finish()]
    }

    private func read(
        _ answer: LuaValue, _ requests: [CheckRequest], _ reader: any TextReader,
        into result: inout CheckResult
    ) {
        var fixes: [AskedFix] = []
        for value in answer["findings"]?.list ?? [] {
            guard let place = Place(value, in: specs), let rule = rule(value, requests),
                let message = value["message"]?.string
            else {
                result.failures.append(
                    PluginFailure(
                        plugin: plugin.name, kind: .shape,
                        message: "a finding points outside of the spec"))
                continue
            }
            if let asked = value["fix"] {
                fixes.append(
                    AskedFix(
                        finding: result.findings.count, spec: place.spec, rule: rule.name,
                        asked: asked))
            }
            result.findings.append(
                Finding(
                    rule: plugin.name + "/" + rule.name, severity: rule.severity,
                    message: message.printable, location: place.location(in: specs),
                    item: place.itemKey(in: specs), related: related(value),
                    help: value["help"]?.string,
                    applicability: value["unsafe"]?.boolean == true ? .unsafe : .safe))
        }
        let wrongFixes = fix(fixes, reader, &result.findings)
        for value in answer["failures"]?.list ?? [] {
            let failure = PluginFailure(
                LuaFailure(caught: value), plugin: plugin.name, rule: rule(value, requests)?.name)
            result.failures.append(
                failure.and(value["more"]?.integer ?? 0).at(Place(value, in: specs), in: specs))
        }
        for request in requests {
            guard let (first, more) = wrongFixes[request.name] else { continue }
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
        _ fixes: [AskedFix], _ reader: any TextReader, _ findings: inout [Finding]
    ) -> [String: (first: PluginFailure, more: Int)] {
        var wrong: [String: (first: PluginFailure, more: Int)] = [:]
        for (spec, fixes) in Dictionary(grouping: fixes, by: \.spec).sorted(by: { $0.key < $1.key })
        {
            let results = EditReader.edits(
                ofFixes: fixes.map {
                    ($0.rule, $0.asked, findings[$0.finding].applicability == .safe)
                }, of: specs[spec], plugin.name, reader)
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
        if function == "check_workspace" { edit.group = -1 - edit.group }
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

    private func rule(_ value: LuaValue, _ requests: [CheckRequest]) -> CheckRequest? {
        guard let number = value["rule"]?.integer.map({ Int($0) - 1 }),
            requests.indices.contains(number)
        else { return nil }
        return requests[number]
    }

    private static func unknown(_ name: String, in plugin: Plugin) -> PluginFailure {
        PluginFailure(
            plugin: plugin.name, kind: .shape,
            message: "the plugin has no check \"\(name)\""
                + suggestion(for: name, among: plugin.checks.map(\.name)))
    }

    /// Path, place, rule, message: the order of all output.
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
    fileprivate func location(in specs: [Spec]) -> Location {
        specs[spec].location(of: range(in: specs))
    }

    /// Reads what the runner marked: rule, spec, part, index.
    init?(marked mark: LuaValue, in specs: [Spec]) {
        guard let list = mark.list, list.count == 4 else { return nil }
        self.init(
            .record([
                .init(key: "index", value: list[3]), .init(key: "spec", value: list[1]),
                .init(key: "what", value: list[2]),
            ]), in: specs)
    }
}

extension Block.Kind {
    /// What running text stands in, wherever that is.
    fileprivate static let text: Set = [Self.paragraph, .tableCell]
}

extension Spec {
    /// Does it have anything that such a rule looks at?
    func has(_ each: String) -> Bool {
        switch each {
        case "spec", "workspace": true
        case "section": !sections.isEmpty
        case "placeholder": !placeholders.isEmpty
        case "link": !links.isEmpty
        case "text": blocks.contains { Block.Kind.text.contains($0.kind) }
        default:
            items.contains { $0.kind == each } || blocks.contains { $0.kind.rawValue == each }
        }
    }
}

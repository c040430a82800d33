internal import LuaSandbox
internal import SpecModel
internal import Yaml

/// Some rules over some specs, in one call; once more without the offender where one hits a limit,
/// so that a limit of one rule leaves the findings of the others.
struct CheckRun {
    enum Scope { case spec, workspace }

    private let plugin: Plugin
    private let marshalled: MarshalledSpecs
    private let function: String
    private var requests: [CheckedRule] = []
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
            self.requests.append(
                CheckedRule(plugin: plugin.name, request: request, declaration: check))
        }
    }

    func result(_ session: inout PluginSession) -> CheckResult {
        var result = CheckResult()
        result.failures = unknown
        for rules in together { run(rules, &session, into: &result) }
        result.sort()
        return result
    }

    /// Those that share a call. Rules that read different parts of specs share none: what one of them
    /// has looked at the others would see.
    private var together: [[CheckedRule]] {
        var groups: [[CheckedRule]] = []
        for rule in requests {
            let reads = rule.declaration.reads
            if let group = groups.firstIndex(where: { $0[0].declaration.reads == reads }) {
                groups[group].append(rule)
            } else {
                groups.append([rule])
            }
        }
        return groups
    }

    private func run(
        _ rules: [CheckedRule], _ session: inout PluginSession, into result: inout CheckResult
    ) {
        var remaining = rules
        while !remaining.isEmpty {
            let asked = remaining
            defer { session.stopwatch?.note(session.times, of: asked) }
            do throws(LuaFailure) {
                let answer = try session.call(
                    function, frames(remaining), on: specs,
                    apart: function == "check_workspace")
                CheckAnswer(
                    rules: remaining, specs: specs, reader: session.reader,
                    isOfWorkspace: function == "check_workspace"
                ).read(answer, of: plugin.name, into: &result)
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
    }
}

extension CheckRun {
    private var specs: SpecList { marshalled.specs }

    private func frames(_ rules: [CheckedRule]) -> [Frame] {
        [marshalled.frame, rules.frame()] + (rules.lookAtBlocks ? [marshalled.blocks] : [])
    }

    private static func unknown(_ name: String, in plugin: Plugin) -> PluginFailure {
        PluginFailure(
            plugin: plugin.name, kind: .shape,
            message: "the plugin has no check \"\(name)\""
                + suggestion(for: name, among: plugin.checks.map(\.name)))
    }
}

extension [CheckedRule] {
    /// Does one of them look at blocks?
    var lookAtBlocks: Bool {
        contains { rule in
            let each = rule.declaration.each
            return each == "text" || Block.Kind(rawValue: each) != nil
        }
    }

    /// As the runner is told of them.
    /// - Parameter owners: is it told whose they are?
    func frame(owners: Bool = false) -> Frame {
        var builder = FrameBuilder()
        builder.list { builder in
            for rule in self {
                builder.record { builder in
                    builder.text("name", rule.request.name)
                    if owners { builder.text("plugin", rule.plugin) }
                    builder.text("each", rule.declaration.each)
                    builder.key("options")
                    OptionsFrame.write(
                        rule.declaration.options, rule.request.options, to: &builder)
                }
            }
        }
        return builder.finish()
    }
}

extension Place {
    /// Reads what the runner marked: rule, spec, part, index.
    init?(marked mark: LuaValue, in specs: SpecList) {
        guard let list = mark.list, list.count == 4 else { return nil }
        self.init(
            .record([
                .init(key: "index", value: list[3]), .init(key: "spec", value: list[1]),
                .init(key: "what", value: list[2]),
            ]), in: specs)
    }
}

extension Spec {
    /// Does it have anything that such a rule looks at?
    func has(_ each: String) -> Bool {
        switch each {
        case "spec", "workspace": true
        case "section": !sections.isEmpty
        case "placeholder": !placeholders.isEmpty
        case "link": !links.isEmpty
        case "text": blocks.contains { $0.kind == .paragraph || $0.kind == .tableCell }
        default:
            items.contains { $0.kind == each } || blocks.contains { $0.kind.rawValue == each }
        }
    }
}

internal import LuaSandbox
internal import SpecModel

/// Rules of some plugins over one spec after another, in one Lua state that they share and without the meter
/// (`Sandbox.init(trial:)`): what they look at crosses once for all of them. Nothing that it says of
/// limits is worth anything, so it says nothing then: whoever asked runs the same once more, each plugin
/// under its own meter.
///
/// A plugin that is not bundled is alone in its trial, which is rewound in front of each spec: so no
/// result depends on the specs before it. Bundled plugins leave nothing behind; a test holds them to that.
struct CheckTrial: ~Copyable {
    private let plugins: [Plugin]
    private let reader: any TextReader
    private let areBundled: Bool
    private var sandbox: Sandbox
    /// By plugin, what the state was told to run.
    private var requests: [[CheckRequest]]
    private var rules: [CheckedRule]
    /// Do they look at blocks?
    private var lookAtBlocks: Bool
    /// Of a spec, those that travel at once.
    private var parts: [SpecPart] = []
    /// Can the state be rewound?
    private var isKept = false
    private var hasRun = false

    /// What a trial says of what it cannot do.
    struct Failed: Error {}

    /// May such plugins share a state? Those that ask for nothing beside specs, whose limits nobody changed.
    static func isShared(_ plugin: Plugin) -> Bool {
        plugin.files.isBundled && plugin.limits == PluginLimits()
            && plugin.grant.requested == Permissions()
    }

    /// Is so much allowed to a plugin that a trial cannot come near it unseen?
    static func isFor(_ limits: PluginLimits) -> Bool {
        limits[.fuel] >= PluginLimits.Name.fuel.standard
            && limits[.deadline] >= PluginLimits.Name.deadline.standard
    }

    /// - Parameters:
    ///   - plugins: one, or several that may share a state.
    ///   - requests: by plugin, rules that look at one spec.
    ///   - bytes: of its frames, where they are many and it is for one spec alone.
    init(
        _ plugins: [Plugin], _ requests: [[CheckRequest]], _ reader: any TextReader,
        frames bytes: Int = 0
    ) throws(Failed) {
        let rules = try Self.rules(plugins, requests, of: .spec)
        let sandbox = try Self.open(plugins, rules, frames: bytes)
        self.plugins = plugins
        self.reader = reader
        self.requests = requests
        areBundled = plugins.allSatisfy(\.files.isBundled)
        self.rules = rules
        lookAtBlocks = rules.lookAtBlocks
        self.sandbox = sandbox
    }

    private static func rules(
        _ plugins: [Plugin], _ requests: [[CheckRequest]], of scope: CheckRun.Scope
    ) throws(Failed) -> [CheckedRule] {
        var rules: [CheckedRule] = []
        for (plugin, requests) in zip(plugins, requests) {
            for request in requests {
                let declared = plugin.checks.first { $0.name == request.name }
                guard let declared else { throw Failed() }
                guard (declared.each == "workspace") == (scope == .workspace) else { continue }
                rules.append(
                    CheckedRule(plugin: plugin.name, request: request, declaration: declared))
            }
        }
        return rules
    }

    private static func open(
        _ plugins: [Plugin], _ rules: [CheckedRule], frames bytes: Int = 0
    ) throws(Failed) -> Sandbox {
        do throws(LuaFailure) {
            var sandbox = try Host.openTrial(plugins, frames: bytes)
            _ = try sandbox.call("prepare", [rules.frame(owners: plugins.count > 1)])
            return sandbox
        } catch {
            throw Failed()
        }
    }

    /// What the rules say of a spec, by plugin.
    mutating func check(
        _ spec: MarshalledSpecs, _ requests: [[CheckRequest]], _ stopwatch: Stopwatch?
    ) throws(Failed) -> [CheckResult] {
        try prepare(requests)
        hasRun = true
        defer { stopwatch?.note(sandbox.times, of: rules) }
        let answers = Answers(spec.specs, plugins, reader)
        let answer: LuaValue
        do throws(LuaFailure) {
            answer = try sandbox.call(
                "check_prepared",
                [spec.frame(with: parts)] + (lookAtBlocks ? [spec.blocks] : []),
                answering: answers.answer)
        } catch {
            throw Failed()
        }
        // What was asked for once will be asked for again, and crosses more cheaply with the rest.
        parts += answers.asked.filter { !parts.contains($0) }
        return try results(
            answer, answers,
            CheckAnswer(rules: rules, specs: spec.specs, reader: reader, isOfWorkspace: false))
    }

    /// What the rules say of all specs together, by plugin; of bundled plugins.
    mutating func checkWorkspace(
        _ specs: MarshalledSpecs, _ requests: [[CheckRequest]], _ stopwatch: Stopwatch?
    ) throws(Failed) -> [CheckResult] {
        let rules = try Self.rules(plugins, requests, of: .workspace)
        defer { stopwatch?.note(sandbox.times, of: rules) }
        let answers = Answers(specs.specs, plugins, reader)
        let answer: LuaValue
        do throws(LuaFailure) {
            answer = try sandbox.call(
                "check_workspace", [specs.frame, rules.frame(owners: plugins.count > 1)],
                answering: answers.answer)
        } catch {
            throw Failed()
        }
        return try results(
            answer, answers,
            CheckAnswer(rules: rules, specs: specs.specs, reader: reader, isOfWorkspace: true))
    }

    private mutating func results(
        _ answer: LuaValue, _ answers: Answers, _ read: CheckAnswer
    ) throws(Failed) -> [CheckResult] {
        let log = sandbox.takeLog()
        if answers.isAtALoss || plugins.count > 1 && !log.isEmpty { throw Failed() }
        var results = read.results(answer, of: plugins.map(\.name))
        for (plugin, result) in zip(plugins, results) {
            if result.findings.count > plugin.limits[.findings] { throw Failed() }
        }
        for place in results.indices { results[place].sort() }
        results[0].log = log
        return results
    }

    /// Has the state ready for other rules, or for another spec.
    private mutating func prepare(_ requests: [[CheckRequest]]) throws(Failed) {
        let areSame = requests == self.requests
        guard hasRun, !areSame || !areBundled || sandbox.isPiled else { return }
        hasRun = false
        if areSame, isKept, sandbox.rewind() { return }
        if !areSame {
            self.requests = requests
            rules = try Self.rules(plugins, requests, of: .spec)
            lookAtBlocks = rules.lookAtBlocks
        }
        sandbox = try Self.open(plugins, rules)
        isKept = sandbox.keep()
    }
}

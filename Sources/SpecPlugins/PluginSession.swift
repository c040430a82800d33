internal import LuaSandbox
public import SpecModel
internal import Yaml

/// One check to run, with its configuration.
public struct CheckRequest: Sendable, Equatable {
    /// Without the plugin's name.
    public var name: String
    public var severity: Severity
    /// Only what differs from the declared defaults.
    public var options: [String: OptionValue]

    public init(name: String, severity: Severity, options: [String: OptionValue]) {
        self.name = name
        self.severity = severity
        self.options = options
    }
}

/// What checks said. A failure of one rule leaves the findings of the others.
public struct CheckResult: Sendable, Equatable {
    public var findings: [Finding] = []
    public var failures: [PluginFailure] = []
    /// What the plugin printed, one element a line, sanitised.
    public var log: [String] = []

    public init() {}
}

/// What a transform of all specs asks for.
public struct WorkspaceEdits: Sendable, Equatable {
    /// By the place of the spec.
    public var bySpec: [[Edit]]
    /// Places of specs that it would have changed and that the run is not about.
    public var leftOut: [Int] = []

    init(_ count: Int) { bySpec = Array(repeating: [], count: count) }
}

/// A plugin's own Lua state, alive over many specs. Belongs to one thread.
///
/// A limit ends the state, not the session: the next call opens a fresh one, so a spec's result
/// does not depend on the specs before it. What looks at all specs together runs in a state of its
/// own, whose limits grow with the specs.
public struct PluginSession: ~Copyable {
    public let plugin: Plugin
    /// Reads what an edit makes of a document, and what plugins ask to have read.
    public var reader: any TextReader
    /// nil until it is needed: what looks at all specs together has a state of its own.
    private var sandbox: Sandbox?
    private var isSpent = false
    /// Takes the time of checks; nil where nobody wants to know.
    var stopwatch: Stopwatch?
    /// Where the time of the last call went.
    private(set) var times: [Sandbox.Time] = []
    private var log: [String] = []

    /// Opens the plugin's state.
    public init(_ plugin: Plugin, _ reader: any TextReader) throws(PluginFailure) {
        self.init(unopened: plugin, reader)
        if sandbox != nil { return }
        do throws(LuaFailure) {
            sandbox = try Host.open(plugin)
        } catch {
            throw PluginFailure(error, plugin: plugin.name)
        }
    }

    /// Opens the plugin's state when it is needed; that it cannot be opened is a failure of the call then.
    package init(unopened plugin: Plugin, _ reader: any TextReader) {
        self.plugin = plugin
        self.reader = reader
        sandbox = plugin.described?.take()
    }

    /// Runs the rules that look at one spec; `workspace` rules are left out.
    public mutating func check(_ spec: MarshalledSpecs, _ requests: [CheckRequest]) -> CheckResult {
        var result = CheckRun(plugin, spec, requests, of: .spec).result(&self)
        result.log = takeLog()
        return result
    }

    /// The same of a spec that no other plugin looks at.
    public mutating func check(_ spec: Spec, _ requests: [CheckRequest]) -> CheckResult {
        check(MarshalledSpecs(spec), requests)
    }

    /// Runs the rules that look at all specs together.
    public mutating func checkWorkspace(
        _ specs: MarshalledSpecs, _ requests: [CheckRequest]
    ) -> CheckResult {
        var result = CheckRun(plugin, specs, requests, of: .workspace).result(&self)
        result.log = takeLog()
        return result
    }

    /// The same of specs that no other plugin looks at.
    public mutating func checkWorkspace(
        _ specs: [Spec], _ requests: [CheckRequest]
    ) -> CheckResult {
        checkWorkspace(MarshalledSpecs(workspace: specs), requests)
    }

    /// The edits that a transform of single specs asks for, in document order, not overlapping.
    public mutating func transform(
        _ name: String, _ spec: Spec, options: [String: OptionValue],
        reserved: ReservedIds = ReservedIds()
    ) throws(PluginFailure) -> [Edit] {
        let declared = try declaration(name, among: plugin.transforms, "transform")
        let answer = try run("transform", .single(name), rule: name, specs: [spec]) {
            [
                SpecFrame.single(spec), $0, OptionsFrame.single(declared.options, options),
                reserved.frame,
            ]
        }
        return try EditReader(
            plugin: plugin.name, rule: name, spec: spec, reader: reader
        ).edits(answer)
    }

    /// The edits that a transform of all specs asks for, spec by spec.
    /// - Parameters:
    ///   - specs: of the whole workspace, by path.
    ///   - selected: by place, is the run about the spec? Edits of others are left out, and they may
    ///     be known without their blocks.
    public mutating func transformWorkspace(
        _ name: String, _ specs: [Spec], selected: [Bool], options: [String: OptionValue],
        reserved: ReservedIds = ReservedIds()
    ) throws(PluginFailure) -> WorkspaceEdits {
        let declared = try declaration(name, among: plugin.transforms, "transform")
        let list = SpecList(specs)
        let answer = try run("transform_workspace", .single(name), rule: name, specs: list) {
            [
                SpecFrame.workspace(list), $0, OptionsFrame.single(declared.options, options),
                reserved.frame, .flags(selected),
            ]
        }
        var edits = WorkspaceEdits(specs.count)
        for (place, asked) in (answer.list ?? []).enumerated() where specs.indices.contains(place) {
            guard asked.list?.isEmpty == false else { continue }
            guard selected[place] else {
                edits.leftOut.append(place)
                continue
            }
            edits.bySpec[place] = try EditReader(
                plugin: plugin.name, rule: name, spec: specs[place], reader: reader
            ).edits(asked)
        }
        return edits
    }

    /// Runs an export over all specs.
    public mutating func export(
        _ name: String, _ specs: [Spec], options: [String: OptionValue],
        links: TicketLinks = TicketLinks()
    ) throws(PluginFailure) -> Artifact {
        let declared = try declaration(name, among: plugin.exports, "export")
        let specs = SpecList(sorting: specs)
        let answer = try run("export", .single(name), rule: name, specs: specs) {
            [
                SpecFrame.workspace(specs), $0,
                OptionsFrame.single(declared.options, options), links.frame,
            ]
        }
        let written = (answer["files"]?.list ?? []).map { file in
            (
                name: file["name"]?.string ?? "",
                bytes: (file["pieces"]?.list ?? []).flatMap { $0.bytes ?? [] }
            )
        }
        let plan = (answer["plan"]?.list ?? []).compactMap(PlannedTicket.init)
        let writable = WritableNames(of: declared, plugin.grant)
        guard let artifact = Artifact(written, declared.outputs, beside: writable, plan: plan)
        else {
            throw PluginFailure(
                plugin: plugin.name, kind: .shape,
                message: "the export wrote what it does not declare",
                rule: "\(plugin.name)/\(name)")
        }
        return artifact
    }

    /// What the plugin printed since this was last asked, in transforms and exports, one element a
    /// line, sanitised.
    public mutating func takeLog() -> [String] {
        defer { log = [] }
        return log + (sandbox?.takeLog() ?? [])
    }
}

extension PluginSession {
    /// Frames of more bytes get a state of their own.
    private static let largeFrame = 4 << 20
    /// Of all parts of a spec, for each byte of its source.
    static let bytesOfParts = 3
    /// Of what stands in a spec itself.
    private static let bytesOfSpec = 1 << 10

    /// Calls a host function in a state that has not hit a limit; in one of its own where it is
    /// to run apart, or its frames are large.
    /// - Parameter specs: those of the frames, in their order; queries look at them.
    mutating func call(
        _ function: String, _ frames: [Frame], on specs: SpecList, apart: Bool = false
    ) throws(LuaFailure) -> LuaValue {
        let bytes = Self.bytes(frames, specs)
        let answers = Answers(specs, [plugin], reader)
        if apart || bytes > Self.largeFrame {
            return try callApart(function, frames, bytes, answers)
        }
        if isSpent || sandbox == nil {
            log += sandbox?.takeLog() ?? []
            sandbox = try Host.open(plugin)
            isSpent = false
        }
        defer { if stopwatch != nil { times = sandbox?.times ?? [] } }
        do throws(LuaFailure) {
            return try sandbox?.call(function, frames, answering: answers.answer) ?? .none
        } catch {
            isSpent = error.kind == .limit
            throw error
        }
    }

    /// Bytes of frames, with those of the parts of specs that cross when somebody looks at them: so what a
    /// plugin may use grows with the specs, whatever it looks at.
    private static func bytes(_ frames: [Frame], _ specs: SpecList) -> Int {
        frames.reduce(specs.bytes * bytesOfParts + specs.count * bytesOfSpec) {
            $0 + $1.count
        }
    }

    private mutating func callApart(
        _ function: String, _ frames: [Frame], _ bytes: Int, _ answers: Answers
    ) throws(LuaFailure) -> LuaValue {
        var sandbox = try Host.open(plugin, frames: bytes)
        defer { if stopwatch != nil { times = sandbox.times } }
        do throws(LuaFailure) {
            let answer = try sandbox.call(function, frames, answering: answers.answer)
            log += sandbox.takeLog()
            return answer
        } catch {
            log += sandbox.takeLog()
            throw error
        }
    }

    private mutating func run(
        _ function: String, _ name: Frame, rule: String, specs: SpecList,
        _ frames: (Frame) -> [Frame]
    ) throws(PluginFailure) -> LuaValue {
        do throws(LuaFailure) {
            return try call(function, frames(name), on: specs, apart: function != "transform")
        } catch {
            throw PluginFailure(error, plugin: plugin.name, rule: rule)
                .at(Place(marked: error.mark, in: specs), in: specs)
        }
    }

    private func declaration(
        _ name: String, among declarations: [StageDeclaration], _ noun: String
    ) throws(PluginFailure) -> StageDeclaration {
        guard let found = declarations.first(where: { $0.name == name }) else {
            throw PluginFailure(
                plugin: plugin.name, kind: .shape,
                message: "the plugin has no \(noun) \"\(name)\""
                    + suggestion(for: name, among: declarations.map(\.name)))
        }
        return found
    }
}

extension Frame {
    fileprivate static func single(_ text: String) -> Frame {
        var builder = FrameBuilder()
        builder.string(text)
        return builder.finish()
    }

    fileprivate static func flags(_ flags: [Bool]) -> Frame {
        var builder = FrameBuilder()
        builder.list { builder in
            for flag in flags { builder.boolean(flag) }
        }
        return builder.finish()
    }
}

extension ReservedIds {
    /// Prefix → the first and the last number of each range, one behind the other.
    fileprivate var frame: Frame {
        var builder = FrameBuilder()
        builder.record { builder in
            for (prefix, ranges) in ranges.sorted(by: { $0.key < $1.key }) {
                builder.key(prefix)
                builder.list { builder in
                    for range in ranges {
                        builder.integer(range.lowerBound)
                        builder.integer(range.upperBound)
                    }
                }
            }
        }
        return builder.finish()
    }
}

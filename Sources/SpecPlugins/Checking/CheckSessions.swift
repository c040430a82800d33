internal import LuaSandbox
internal import SpecModel

/// The checks of some plugins over spec after spec. Each result is what the plugin would say if it were
/// alone and the spec the only one. Belongs to one thread.
///
/// Where trials are allowed (`allowTrials`), plugins run in one first; else, and where a trial comes to
/// nothing, under the meter.
public final class CheckSessions {
    /// Takes the time; nil where nobody wants to know.
    public var stopwatch: Stopwatch?
    private let plugins: [Plugin]
    /// Reads what plugins ask to have read.
    private let reader: any TextReader
    private let groups: [Group]
    /// Under the meter, by plugin; nil until they are needed.
    private var metered: [MeteredSession?]

    /// How often a trial may come to nothing before it is left alone.
    private static let patience = 3
    /// Bytes from which on a spec is large.
    private static let bytesOfLarge = 1 << 20
    /// Bytes of specs that a trial looks at together, whose limits do not grow with them.
    private static let bytesOfFew = 1 << 20

    /// Plugins that share a trial, by their places.
    private final class Group {
        let members: [Int]
        var failures = 0
        var trial: CheckTrial?
        /// Those that have something to do, for whom the trial was opened.
        var trialMembers: [Int] = []

        init(_ members: [Int]) { self.members = members }
    }

    /// Allows trials in this process, all on the thread that calls this; takes its SIGVTALRM.
    public static func allowTrials() { Sandbox.allowTrials() }

    public init(_ plugins: [Plugin], _ reader: any TextReader) {
        self.plugins = plugins
        self.reader = reader
        metered = plugins.map { _ in nil }
        guard Sandbox.areTrialsAllowed else {
            groups = []
            return
        }
        let able = plugins.indices.filter { CheckTrial.isFor(plugins[$0].limits) }
        let shared = able.filter { CheckTrial.isShared(plugins[$0]) }
        groups =
            (shared.isEmpty ? [] : [Group(shared)])
            + able.filter { !shared.contains($0) }.map { Group([$0]) }
    }

    /// What rules say of a spec, by plugin.
    /// - Parameter requests: by plugin, rules that look at one spec.
    public func check(_ spec: MarshalledSpecs, _ requests: [[CheckRequest]]) -> [CheckResult] {
        stopwatch.checking { results(of: spec, requests) }
    }

    private func results(
        of spec: MarshalledSpecs, _ requests: [[CheckRequest]]
    ) -> [CheckResult] {
        var results = plugins.map { _ in CheckResult() }
        var isDone = plugins.map { _ in false }
        for group in groups {
            guard let found = attempt(group, spec, requests) else { continue }
            for (place, result) in found {
                results[place] = result
                isDone[place] = true
            }
        }
        for place in plugins.indices where !isDone[place] && !requests[place].isEmpty {
            results[place] = run(place) { $0.check(spec, requests[place]) }
        }
        return results
    }

    /// What rules say that look at all specs together, by plugin.
    public func checkWorkspace(
        _ specs: MarshalledSpecs, _ requests: [[CheckRequest]]
    ) -> [CheckResult] {
        stopwatch.checking {
            let tried = attemptWorkspace(specs, requests)
            return plugins.indices.map { place in
                if requests[place].isEmpty { return CheckResult() }
                return tried[place] ?? run(place) { $0.checkWorkspace(specs, requests[place]) }
            }
        }
    }

    /// By place, what a trial of the bundled plugins says of so few specs that to open each of these
    /// plugins once more would take longer than its rules do.
    private func attemptWorkspace(
        _ specs: MarshalledSpecs, _ requests: [[CheckRequest]]
    ) -> [CheckResult?] {
        var found = [CheckResult?](repeating: nil, count: plugins.count)
        let bytes = specs.specs.bytes
        guard let group = groups.first, bytes <= Self.bytesOfFew, group.trial != nil,
            plugins[group.members[0]].files.isBundled
        else { return found }
        let asked = group.trialMembers.map { requests[$0] }
        do throws(CheckTrial.Failed) {
            let results = try group.trial?.checkWorkspace(specs, asked, stopwatch) ?? []
            for (place, result) in zip(group.trialMembers, results) { found[place] = result }
        } catch {
            group.failures += 1
            group.trial = nil
        }
        return found
    }

    /// By place, what a trial says; nil where it comes to nothing.
    private func attempt(
        _ group: Group, _ spec: MarshalledSpecs, _ requests: [[CheckRequest]]
    ) -> [(Int, CheckResult)]? {
        let members = group.members.filter { !requests[$0].isEmpty }
        guard !members.isEmpty, group.failures < Self.patience else { return nil }
        let asked = members.map { requests[$0] }
        do throws(CheckTrial.Failed) {
            let bytes = spec.specs[0].source.bytes.count
            if bytes > Self.bytesOfLarge {
                // One of its own, whose limits grow with the spec as those of the meter do.
                var trial = try CheckTrial(
                    members.map { plugins[$0] }, asked, reader,
                    frames: PluginSession.bytesOfParts * bytes)
                return Array(zip(members, try trial.check(spec, asked, stopwatch)))
            }
            if group.trial == nil || group.trialMembers != members {
                group.trial = try CheckTrial(members.map { plugins[$0] }, asked, reader)
                group.trialMembers = members
            }
            let results = try group.trial?.check(spec, asked, stopwatch) ?? []
            return Array(zip(members, results))
        } catch {
            group.failures += 1
            group.trial = nil
            return nil
        }
    }

    /// Runs a plugin under the meter. Where trials are allowed, in a state of its own each time: so what
    /// it says does not depend on which specs came to nothing before.
    private func run(
        _ place: Int, _ body: (inout PluginSession) -> CheckResult
    ) -> CheckResult {
        let plugin = plugins[place]
        let isKept = plugin.files.isBundled || !Sandbox.areTrialsAllowed
        let session = metered[place] ?? MeteredSession(plugin, reader)
        metered[place] = isKept ? session : nil
        session.session.stopwatch = stopwatch
        return body(&session.session)
    }
}

/// A plugin under the meter.
private final class MeteredSession {
    var session: PluginSession

    init(_ plugin: Plugin, _ reader: any TextReader) {
        session = PluginSession(unopened: plugin, reader)
    }
}

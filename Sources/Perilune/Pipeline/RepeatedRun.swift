internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// The rules of one plugin over spec after spec. One that keeps hitting a limit is taken out: it
/// would cost as long again for each spec of a large workspace, and say nothing new. Which specs it
/// still sees depends on their order alone: that of the documents within each part of them.
struct RepeatedRun {
    /// At how many specs a rule may hit a limit.
    private static let patience = 3

    let plugin: String
    private(set) var requests: [CheckRequest] = []
    private(set) var failures: [PluginFailure] = []
    private(set) var log: [String] = []
    /// By rule; nil for what no single rule did.
    private var hits: [String?: Int] = [:]
    /// Bytes that findings and log may still take.
    private var room: Int
    private let total: Int
    /// Those that were taken out.
    private var out: Set<String> = []
    private var isOver = false

    init(_ plugin: Plugin) {
        self.plugin = plugin.name
        total = plugin.limits[.total]
        room = total
    }

    /// Goes on with other rules, or with other options of them; those that are out stay out.
    mutating func begin(_ rules: [CheckRequest]) {
        requests = isOver ? [] : rules.filter { !out.contains($0.name) }
    }

    /// Takes in what was said of one more spec.
    /// - Parameters:
    ///   - left: how many specs are still to come.
    ///   - findings: those of all plugins.
    mutating func add(_ part: CheckResult, left: Int, to findings: inout SpilledFindings) {
        guard !requests.isEmpty else { return }
        // Where specs are looked at ahead of their turn, rules that are out were still in; what they
        // found counts for nothing. Where they did more, the spec was looked at again.
        var part = part
        part.findings.removeAll { !runs($0.rule) }
        part.failures.removeAll { !($0.rule.map(runs) ?? true) }
        room -= part.size
        if room < 0 { return end() }
        findings.add(part.findings)
        failures += part.failures
        log += part.log
        for failure in part.failures where failure.kind == .limit {
            hits[failure.rule, default: 0] += 1
            if hits[failure.rule] == Self.patience, left > 0 { drop(failure.rule, left) }
        }
    }

    /// Is asked of each finding: no name is put together for that.
    private func runs(_ rule: String) -> Bool {
        guard rule.utf8.starts(with: plugin.utf8) else { return false }
        let name = rule.utf8.dropFirst(plugin.utf8.count)
        guard name.first == UInt8(ascii: "/") else { return false }
        return requests.contains { $0.name.utf8.elementsEqual(name.dropFirst()) }
    }

    /// Findings of this spec on are not kept: memory is the host's own.
    private mutating func end() {
        requests = []
        isOver = true
        failures.append(
            PluginFailure(
                plugin: plugin, kind: .limit,
                message: "total limit of \(PluginLimits.Unit.bytes.text(total)) for the findings "
                    + "of all specs reached",
                limit: .total))
    }

    /// - Parameter rule: nil for all of the plugin.
    private mutating func drop(_ rule: String?, _ left: Int) {
        if rule == nil { isOver = true }
        let gone = requests.filter { rule == nil || "\(plugin)/\($0.name)" == rule }.map(\.name)
        out.formUnion(gone)
        requests.removeAll { gone.contains($0.name) }
        let specs = left == 1 ? "the last spec" : "the last \(left) specs"
        failures.append(
            PluginFailure(
                plugin: plugin, kind: .limit,
                message: "not run on \(specs), for it hit a limit at \(Self.patience) before them",
                rule: rule))
    }
}

extension CheckResult {
    /// Bytes that it takes, and a little more.
    fileprivate var size: Int {
        findings.reduce(0) { $0 + $1.size }
            + failures.reduce(0) { $0 + $1.message.utf8.count + Self.entry }
            + log.reduce(0) { $0 + $1.utf8.count + Self.entry }
    }

    /// What a value takes beside its text.
    fileprivate static let entry = 160
}

extension Finding {
    fileprivate var size: Int {
        let entry = CheckResult.entry
        return message.utf8.count + (help?.utf8.count ?? 0) + entry
            + related.reduce(0) { $0 + $1.message.utf8.count + entry }
            + fix.reduce(0) { $0 + $1.replacement.utf8.count + entry }
    }
}

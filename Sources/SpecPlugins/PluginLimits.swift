internal import LuaSandbox

/// What a plugin may use. The defaults hold for every plugin; whoever runs one may say otherwise,
/// the plugin itself cannot.
public struct PluginLimits: Sendable, Equatable {
    public enum Name: String, Sendable, CaseIterable {
        /// Work: VM instructions, and what library functions touch; of one call.
        case fuel
        /// Live memory.
        case memory
        /// One string or table.
        case block
        /// Processor time of one call, in milliseconds; the safety net behind `fuel`.
        case deadline
        /// One source file.
        case source
        /// What one call gives back: findings, edits, an artifact.
        case result
        /// Findings of one call.
        case findings
        /// One message of a finding.
        case message
        /// Edits of one call.
        case edits
        /// Findings and log of all calls of a run.
        case total
        /// What `print` collects in one call; the rest is dropped.
        case log
    }

    public enum Unit: Sendable { case count, bytes, milliseconds }

    /// Those that are not the defaults, in the order of their names.
    private var amounts: [Amount] = []

    private struct Amount: Equatable {
        var name: Name
        var value: Int
    }

    /// The defaults.
    public init() {}

    /// In the unit of the limit.
    public subscript(name: Name) -> Int {
        get { amounts.first { $0.name == name }?.value ?? name.standard }
        set {
            amounts.removeAll { $0.name == name }
            if newValue == name.standard { return }
            let place = amounts.firstIndex { $0.name.rawValue > name.rawValue } ?? amounts.count
            amounts.insert(Amount(name: name, value: newValue), at: place)
        }
    }
}

extension PluginLimits.Name {
    public var unit: PluginLimits.Unit {
        switch self {
        case .fuel, .findings, .edits: .count
        case .memory, .block, .source, .result, .message, .total, .log: .bytes
        case .deadline: .milliseconds
        }
    }

    /// What holds where nobody says otherwise.
    public var standard: Int {
        let limits = Limits()
        return switch self {
        case .fuel: limits.fuel
        case .memory: limits.memory
        case .block: limits.block
        case .deadline: Int(limits.deadline * 1000)
        case .source: limits.source
        case .result: limits.result
        case .log: limits.log
        case .findings, .edits: 10_000
        case .message: 4 << 10
        case .total: 256 << 20
        }
    }

    /// The least, with which a plugin that does little still works, and the most.
    public var range: ClosedRange<Int> {
        switch self {
        case .fuel: 1_000_000...1_000_000_000_000
        case .memory: 4 << 20...2 << 30
        case .block: 64 << 10...256 << 20
        case .deadline: 100...600_000
        case .source: 1 << 10...4 << 20
        case .result: 64 << 10...1 << 30
        case .findings, .edits: 1...1_000_000
        case .message: 80...64 << 10
        case .total: 64 << 10...4 << 30
        case .log: 0...16 << 20
        }
    }
}

extension Limits {
    /// Of one call whose frames have so many bytes: each full MiB raises what grows with the specs.
    /// Tables made from a frame are about four times its size.
    init(_ limits: PluginLimits, frames bytes: Int) {
        self.init()
        let mebibytes = bytes >> 20
        fuel = limits[.fuel] + mebibytes * 200_000_000
        memory = limits[.memory] + mebibytes * 6 << 20
        deadline = Double(limits[.deadline]) / 1000 + Double(mebibytes) * 10
        block = limits[.block]
        // An instruction may copy a block while the old one lives.
        reserve = 2 * block + 4 << 20
        source = limits[.source]
        result = limits[.result]
        log = limits[.log]
    }
}

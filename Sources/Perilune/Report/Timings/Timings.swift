public import SpecPlugins

/// Where the time of a check went.
public struct Timings: Sendable, Equatable {
    /// What one process after another did, in their order.
    public struct Phase: Sendable, Equatable {
        /// `configuration`, `specs found`.
        public var name: String
        /// Elapsed time.
        public var nanoseconds: Int

        public init(name: String, nanoseconds: Int) {
            self.name = name
            self.nanoseconds = nanoseconds
        }
    }

    /// What the command did, one thing after the other.
    public var phases: [Phase]
    /// Processes that checked at once, at most.
    public var jobs: Int
    /// How many specs there are.
    public var specs: Int
    /// What looking at them took.
    public var checks: CheckTimes

    public init(phases: [Phase], jobs: Int, specs: Int, checks: CheckTimes) {
        self.phases = phases
        self.jobs = jobs
        self.specs = specs
        self.checks = checks
    }

    /// Nanoseconds of all phases.
    public var elapsed: Int { phases.reduce(0) { $0 + $1.nanoseconds } }

    /// What the rules of one plugin took.
    struct Plugin: Sendable {
        var name: String
        var nanoseconds = 0
        /// Those that had something to look at; what took longest comes first.
        var rules: [(name: String, time: TimeSpent.Rule)] = []
    }

    /// What took longest comes first.
    var plugins: [Plugin] {
        var plugins: [String: Plugin] = [:]
        for (name, time) in checks.spent.rules {
            let plugin = String(name.prefix { $0 != "/" })
            plugins[plugin, default: Plugin(name: plugin)].nanoseconds += time.nanoseconds
            plugins[plugin]?.rules.append((name, time))
        }
        return plugins.values.map { plugin in
            var plugin = plugin
            plugin.rules.sort { ($1.time.nanoseconds, $0.name) < ($0.time.nanoseconds, $1.name) }
            return plugin
        }.sorted { ($1.nanoseconds, $0.name) < ($0.nanoseconds, $1.name) }
    }
}

/// What looking at specs took.
public struct CheckTimes: Sendable, Equatable {
    /// Of reading and rules, summed over specs and processes.
    public var spent = TimeSpent()
    /// Specs that were looked at; what was said of the others was known.
    public var specs = 0

    public init() {}

    mutating func add(_ other: CheckTimes) {
        spent.add(other.spent)
        specs += other.specs
    }
}

/// Takes the time of one phase after the other.
public struct PhaseClock {
    public private(set) var phases: [Timings.Phase] = []
    private var last = Stopwatch.now

    public init() {}

    /// What was since the last phase, or since this was made, is over.
    public mutating func end(_ name: String) {
        let now = Stopwatch.now
        phases.append(Timings.Phase(name: name, nanoseconds: now - last))
        last = now
    }
}

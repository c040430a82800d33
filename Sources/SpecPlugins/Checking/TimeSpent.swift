internal import LuaSandbox

/// Elapsed time that went into checks, summed over specs, and over processes where there were several.
public struct TimeSpent: Sendable, Equatable {
    /// Nanoseconds in which documents were read into the model.
    public var reading = 0
    /// Nanoseconds around the rules: states opened, what rules look at brought into Lua, what they said
    /// out of it.
    public var host = 0
    /// By full name.
    public var rules: [String: Rule] = [:]

    /// What one rule took.
    public struct Rule: Sendable, Equatable {
        /// Elapsed time.
        public var nanoseconds = 0
        /// How many specs had something that it looks at.
        public var runs = 0

        public init(nanoseconds: Int = 0, runs: Int = 0) {
            self.nanoseconds = nanoseconds
            self.runs = runs
        }
    }

    /// No count here is greater, almost three hours: what workers tell of their time nobody can check, and no
    /// sum of such counts may overflow.
    package static let most = 10_000_000_000_000

    public init() {}

    /// Adds what was spent on something else.
    public mutating func add(_ other: TimeSpent) {
        reading = reading.adding(other.reading)
        host = host.adding(other.host)
        for (name, rule) in other.rules { add(rule, to: name) }
    }

    mutating func add(_ more: Rule, to name: String) {
        var sum = rules[name] ?? Rule()
        sum.nanoseconds = sum.nanoseconds.adding(more.nanoseconds)
        sum.runs = sum.runs.adding(more.runs)
        rules[name] = sum
    }
}

extension Int {
    /// The sum of two that are within `TimeSpent.most`, and no more than that.
    fileprivate func adding(_ other: Int) -> Int { Swift.min(TimeSpent.most, self + other) }
}

/// Takes the time that checks need. Belongs to one thread.
public final class Stopwatch {
    private var spent = TimeSpent()

    public init() {}

    /// Nanoseconds since some moment.
    public static var now: Int { Sandbox.clock }

    /// What was spent since this was last asked.
    public func take() -> TimeSpent {
        defer { spent = TimeSpent() }
        return spent
    }

    /// Reads something.
    public func reading<Value>(_ body: () -> Value) -> Value {
        let start = Self.now
        defer { spent.reading += Self.now - start }
        return body()
    }

    /// Runs checks. What is not noted of their rules meanwhile is the host's.
    func checking<Value>(_ body: () -> Value) -> Value {
        let start = Self.now
        let before = inRules
        defer { spent.host += max(0, Self.now - start - (inRules - before)) }
        return body()
    }

    /// Notes where the time of a call went.
    /// - Parameter rules: in the order of their numbers.
    func note(_ times: [Sandbox.Time], of rules: [CheckedRule]) {
        for (rule, time) in zip(rules, times.dropFirst()) where time.runs > 0 {
            inRules += time.nanoseconds
            spent.add(
                TimeSpent.Rule(nanoseconds: time.nanoseconds, runs: time.runs),
                to: rule.name)
        }
    }

    /// Nanoseconds of all rules ever.
    private var inRules = 0
}

extension Stopwatch? {
    /// Reads something, and takes the time if anybody wants to know.
    public func reading<Value>(_ body: () -> Value) -> Value {
        self?.reading(body) ?? body()
    }

    func checking<Value>(_ body: () -> Value) -> Value { self?.checking(body) ?? body() }
}

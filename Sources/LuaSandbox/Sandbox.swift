/// Lua source text and the name that errors and traces show for it.
public struct Chunk: Sendable, Equatable {
    /// `risk-register/init.lua`.
    public var name: String
    /// Empty where there is code.
    public var source: [UInt8]
    /// What the source was compiled to when the product was built; nil where that is done when it runs.
    package let code: ChunkCode?
    /// How many bytes the source of the code has: the fuel that running it costs.
    private let sizeOfCompiled: Int

    public init(name: String, source: [UInt8]) {
        self.name = name
        self.source = source
        code = nil
        sizeOfCompiled = 0
    }

    /// - Parameter size: how many bytes the source has.
    package init(name: String, size: Int, code: ChunkCode) {
        self.name = name
        source = []
        self.code = code
        sizeOfCompiled = size
    }

    /// How many bytes the source has.
    var size: Int { code == nil ? source.count : sizeOfCompiled }
}

/// One Lua state under limits. Values go in as frames, values come out; knows nothing of specs.
/// Belongs to one thread at a time, which needs 1 MiB of stack; the main thread's 8 MiB are plenty.
public struct Sandbox: ~Copyable {
    private let state: LuaState

    /// Opens a state and runs the host's own chunks in it, in order. Each gets the privileged
    /// `sandbox` table as its only argument (`local sandbox = ...`) and may set globals for the
    /// plugin.
    public init(limits: Limits = Limits(), host: HostCode) throws(LuaFailure) {
        state = try LuaState.open(limits, host: host)
    }

    /// The same without the meter: for code that is expected to stay far below its limits. A trial ends with a
    /// limit where anything is out of the ordinary, also where the meter would have let it pass; then the
    /// same has to be run again in a sandbox that is none, and what the trial said is worth nothing. Where a
    /// trial does not fail, its results are those of the meter. At most half of `Limits.fuel` is used then.
    /// - Throws: also where `allowTrials` was not called, or in vain.
    public init(trial limits: Limits, host: HostCode) throws(LuaFailure) {
        state = try LuaState.open(limits, host: host, isTrial: true)
    }

    /// Allows trials in this process, all on the thread that calls this. Takes its SIGVTALRM: a timer ticks
    /// every 10 ms of processor time, which is what ends a trial that loops.
    /// - Returns: false where the signal is somebody else's.
    @discardableResult
    public static func allowTrials() -> Bool { LuaState.allowTrials() }

    /// Are trials allowed in this process?
    public static var areTrialsAllowed: Bool { LuaState.areTrialsAllowed }

    /// Remembers all of a trial as it is now; costs a copy of its memory. False where there is no memory.
    public mutating func keep() -> Bool { state.keep() }

    /// Makes a trial what it was when it was kept, whatever ran since; costs a copy of what was kept.
    /// False where it never was kept.
    public mutating func rewind() -> Bool { state.rewind() }

    /// Has a trial used so much memory, of which nothing is collected, that it is time to rewind it?
    public var isPiled: Bool { state.isPiled }

    /// Makes the plugin's files requirable, runs the entry chunk and hands what it returns to the
    /// host function `sandbox.exports.define`. A module is found by its path beside the entry:
    /// `risk-register/lib/table.lua` is `require "lib.table"`. Modules in another folder are of a library:
    /// `team-lib/levels.lua` is `require "team-lib.levels"`, and `"levels"` to the library's own files;
    /// `team-lib/lib.lua` is `require "team-lib"`.
    public mutating func load(entry: Chunk, modules: [Chunk]) throws(LuaFailure) {
        try state.load(entry: entry, modules: modules)
    }

    /// Calls the host function `sandbox.exports[function]`; its first result.
    /// - Parameter answering: answers what the host's Lua asks while the call lasts; without it,
    ///   asking is an error.
    public mutating func call(
        _ function: String, _ arguments: [Frame], answering: Question.Answerer? = nil
    ) throws(LuaFailure) -> LuaValue {
        try state.call(function, arguments, answering: answering)
    }

    /// What `print` collected and nobody took yet, one element a line, sanitised. Ends with a
    /// remark where `Limits.log` was reached.
    public mutating func takeLog() -> [String] { state.takeLog() }

    /// What the last call used.
    public var usage: Usage { state.usage }

    /// Where the time of the last call went, by the number that a mark of the host begins with
    /// (`sandbox.mark`); 0 is what was not marked.
    public var times: [Time] { state.times }

    /// Nanoseconds since some moment.
    public static var clock: Int { LuaState.clock }

    /// What one thing took in a call.
    public struct Time: Sendable, Equatable {
        /// Elapsed time.
        public var nanoseconds: Int
        /// How often it was marked.
        public var runs: Int
    }

    /// What one call used.
    public struct Usage: Sendable, Equatable {
        /// Of `Limits.fuel`. The same for the same code and values on every machine.
        public var fuel: Int
        /// Bytes that live on after the call, garbage included.
        public var memory: Int
        /// The most bytes there were at once.
        public var peakMemory: Int
        /// How often memory was asked for.
        public var allocations: Int
    }
}

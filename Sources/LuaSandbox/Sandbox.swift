/// Lua source text and the name that errors and traces show for it.
public struct Chunk: Sendable, Equatable {
    /// `risk-register/init.lua`.
    public var name: String
    public var source: [UInt8]

    public init(name: String, source: [UInt8]) {
        self.name = name
        self.source = source
    }
}

/// What one sandbox may use. Every limit is sticky: once hit, no code of the sandbox runs again.
public struct Limits: Sendable, Equatable {
    /// Instructions and bytes or elements touched by library functions, over all coroutines.
    public var fuel: Int = 200_000_000
    /// Bytes of live memory, collected at safe points before they count.
    public var memory: Int = 64 << 20
    /// Bytes of one allocation.
    public var block: Int = 8 << 20
    /// Bytes of one source file.
    public var source: Int = 256 << 10
    /// Bytes of one encoded result.
    public var result: Int = 64 << 20
    /// Seconds of processor time; the safety net behind `fuel`.
    public var deadline: Double = 10

    public init() {}
}

/// Why Lua code did not finish.
public struct LuaFailure: Error, Sendable, Equatable {
    public enum Kind: String, Sendable { case syntax, runtime, limit, denied, shape }

    public var kind: Kind
    /// One line, sanitised, without the place in front.
    public var message: String
    /// The chunk and line where it happened, where they are known.
    public var chunk: String?
    public var line: Int?
    /// `risk-register/init.lua:12: in function 'run'`, innermost first.
    public var traceback: [String]
    /// What the host code last marked with `sandbox.mark`.
    public var mark: LuaValue

    public init(
        kind: Kind, message: String, chunk: String? = nil, line: Int? = nil,
        traceback: [String] = [], mark: LuaValue = .none
    ) {
        self.kind = kind
        self.message = message
        self.chunk = chunk
        self.line = line
        self.traceback = traceback
        self.mark = mark
    }
}

/// One Lua state under limits. Values go in as frames, values come out; knows nothing of specs.
public struct Sandbox: ~Copyable {
    /// Opens a state and runs the host's own chunks in it, in order. Each gets the privileged
    /// `sandbox` table as its only argument (`local sandbox = ...`) and may set globals for the
    /// plugin.
    public init(limits: Limits = Limits(), host: [Chunk]) throws(LuaFailure) {}

    /// Makes the plugin's files requirable, runs the entry chunk and hands what it returns to the
    /// host function `sandbox.exports.define`.
    public mutating func load(entry: Chunk, modules: [Chunk]) throws(LuaFailure) {}

    /// Calls the host function `sandbox.exports[function]`.
    public mutating func call(
        _ function: String, _ arguments: [Frame]
    ) throws(LuaFailure) -> LuaValue { .none }
}

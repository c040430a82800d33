/// What one entry into a sandbox may use. Every limit is sticky: once hit, no code of the sandbox
/// runs again, and every later call fails with the same words.
public struct Limits: Sendable, Equatable {
    /// Instructions, and elements or sixteenths of the bytes touched by library functions, over
    /// all coroutines; refilled at every call, so that it does not matter how work is divided.
    public var fuel: Int = 200_000_000
    /// Bytes of live memory; garbage is collected before it counts.
    public var memory: Int = 64 << 20
    /// Bytes granted above `memory` for the length of one instruction.
    public var reserve: Int = 20 << 20
    /// Bytes of one string or table that a library function makes; the interpreter itself may
    /// make twice as much at once.
    public var block: Int = 8 << 20
    /// Bytes of one source file.
    public var source: Int = 256 << 10
    /// Bytes of one encoded result.
    public var result: Int = 64 << 20
    /// Bytes that `print` may collect before the rest is dropped. Not an error.
    public var log: Int = 64 << 10
    /// Seconds of processor time of one call; the safety net behind `fuel`.
    public var deadline: Double = 10

    /// For tests: the ordinal of the one allocation in each call that fails; 0 for none.
    package var failingAllocation = 0

    public init() {}

    /// A limit that was hit: one of these, or of the host's chunks, which name their own.
    public struct Name: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let fuel = Name(rawValue: "fuel")
        public static let memory = Name(rawValue: "memory")
        public static let block = Name(rawValue: "block")
        public static let source = Name(rawValue: "source")
        public static let result = Name(rawValue: "result")
        public static let deadline = Name(rawValue: "deadline")
    }
}

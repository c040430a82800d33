/// What holds in a worker: the first thing that it says, before it has read anything that could make
/// it lie.
public struct WorkerLock: Sendable, Equatable {
    /// A part of the lock, in the order in which a worker takes them.
    public enum Piece: Int, Sendable, CaseIterable {
        /// It dies with the thread that started it.
        case parent
        /// No other process of the same user looks into it.
        case unreadable
        /// No program that it might execute has more rights.
        case noNewPrivileges
        /// Nothing is open but the null device and the channel.
        case descriptors
        /// Memory, files, processes, descriptors and processor time are limited.
        case resources
        /// Landlock: no path, no port.
        case landlock
        /// seccomp: no system call but those that computing needs.
        case systemCalls
    }

    /// The error numbers of those that do not hold.
    public var missing: [Piece: Int32] = [:]
    /// The version of Landlock's interface; 0 where the kernel has none.
    public var landlockVersion = 0
    /// How many variables its environment has.
    public var variables = 0
    /// How many descriptors are open, of the first 1,024.
    public var descriptors = 0

    public init() {}

    /// What is missing of that which `WorkerSettings.requiresLock` asks for.
    public var required: [Piece] {
        Piece.allCases.filter { $0 != .landlock && missing[$0] != nil }
    }

    /// Why a piece does not hold, in the system's words; nil where it does.
    public func reason(_ piece: Piece) -> String? { missing[piece].map(Channel.reason) }

    /// Four-byte little-endian numbers: an error or 0 for each piece, then the other three.
    package var frame: [UInt8] {
        let errors = Piece.allCases.map { missing[$0] ?? 0 }
        let counts = [landlockVersion, variables, descriptors].map { Int32(clamping: $0) }
        return (errors + counts).flatMap { UInt32(bitPattern: $0).littleEndianBytes }
    }

    /// Nil where the frame is anything else.
    init?(frame: [UInt8]) {
        let pieces = Piece.allCases
        guard frame.count == 4 * (pieces.count + 3) else { return nil }
        let numbers = stride(from: 0, to: frame.count, by: 4).map {
            Int32(bitPattern: UInt32(littleEndianBytes: frame[$0..<$0 + 4]))
        }
        guard numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        for (piece, error) in zip(pieces, numbers) where error != 0 { missing[piece] = error }
        landlockVersion = Int(numbers[pieces.count])
        variables = Int(numbers[pieces.count + 1])
        descriptors = Int(numbers[pieces.count + 2])
    }
}

extension UInt32 {
    var littleEndianBytes: [UInt8] {
        [
            UInt8(truncatingIfNeeded: self), UInt8(truncatingIfNeeded: self >> 8),
            UInt8(truncatingIfNeeded: self >> 16), UInt8(truncatingIfNeeded: self >> 24),
        ]
    }

    init(littleEndianBytes bytes: some Sequence<UInt8>) {
        self = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

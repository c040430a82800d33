/// Bytes that are in memory or in a file beside it (`SpillFile`), which lives as long as one of them does.
public struct SpilledBytes: Sendable {
    private enum Place: Sendable {
        case memory([UInt8])
        case file(SpillFile, start: Int)
    }

    private let place: Place
    /// How many they are; asks no file.
    public let count: Int

    /// Bytes in memory.
    public init(_ bytes: [UInt8]) {
        place = .memory(bytes)
        count = bytes.count
    }

    init(in file: SpillFile, start: Int, count: Int) {
        place = .file(file, start: start)
        self.count = count
    }

    /// The bytes; read each time where they are in a file, some microseconds for a page. Where that fails
    /// they are so many zeros, and `isDamaged` says so from then on.
    public var bytes: [UInt8] {
        switch place {
        case .memory(let bytes): bytes
        case .file(let file, let start): file.bytes(from: start, count: count)
        }
    }

    /// Could bytes of the same file not be read?
    public var isDamaged: Bool {
        switch place {
        case .memory: false
        case .file(let file, _): file.isDamaged
        }
    }
}

extension SpilledBytes: Equatable {
    public static func == (one: SpilledBytes, other: SpilledBytes) -> Bool {
        one.count == other.count && one.bytes == other.bytes
    }
}

/// A value that crosses a pipe. What comes from a worker is read as if an enemy had written it.
protocol WireValue {
    func write(to writer: inout WireWriter)
    static func read(from reader: inout WireReader) throws(WireError) -> Self
}

/// The bytes are no such value.
struct WireError: Error {}

extension WireValue {
    /// The value alone in a frame.
    var frame: [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// The value that a frame is, to its last byte.
    init(frame: [UInt8]) throws(WireError) {
        var reader = WireReader(frame)
        self = try Self.read(from: &reader)
        guard reader.isAtEnd else { throw WireError() }
    }
}

/// Numbers of as few bytes as they need, texts behind their lengths.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Seven bits a byte, the lowest first (LEB128); small numbers of either sign are short.
    mutating func number(_ value: Int64) {
        var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func raw(_ value: [UInt8]) {
        number(Int64(value.count))
        bytes += value
    }

    mutating func text(_ value: String) {
        number(Int64(value.utf8.count))
        bytes += value.utf8
    }
}

/// Reads what a `WireWriter` has written, and never beyond the end.
struct WireReader {
    /// Elements that one list may have, as many findings as a workspace may allow: what they are
    /// made to in memory is larger than they are.
    static let longestList = 1_000_000

    private let bytes: [UInt8]
    private var place = 0
    /// How many values that hold others this one is in.
    var depth = 0
    /// The last offset that a range may name: what it is a range of has so many bytes.
    var furthest = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func byte() throws(WireError) -> UInt8 {
        guard place < bytes.count else { throw WireError() }
        place += 1
        return bytes[place - 1]
    }

    mutating func number() throws(WireError) -> Int64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try byte()
            guard shift < 63 || byte < 2 else { throw WireError() }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
        }
        throw WireError()
    }

    /// A number from 0 up to one that is told.
    mutating func count(upTo most: Int) throws(WireError) -> Int {
        let value = try number()
        guard value >= 0, value <= most else { throw WireError() }
        return Int(value)
    }

    /// How many elements a list has; parts of a document as many as that has bytes.
    mutating func countOfList() throws(WireError) -> Int {
        try count(upTo: max(Self.longestList, furthest))
    }

    mutating func raw() throws(WireError) -> [UInt8] {
        let count = try count(upTo: bytes.count)
        // The length itself has moved the place.
        guard count <= bytes.count - place else { throw WireError() }
        place += count
        return Array(bytes[(place - count)..<place])
    }

    /// Bytes that are not UTF-8 are no text.
    mutating func text() throws(WireError) -> String {
        guard let text = String(validating: try raw(), as: UTF8.self) else { throw WireError() }
        return text
    }
}

/// The bytes of an index: a part of the executable that is used where it lies, or memory of its
/// own. Numbers are units of 14 bits in two bytes of seven, so that a text literal can hold them.
/// Unchecked because it has a pointer; nothing writes to the bytes once they are there.
@safe
package struct IndexBytes: @unchecked Sendable {
    private let start: UnsafePointer<UInt8>
    package let count: Int
    /// Frees what is no literal.
    private let memory: Memory?

    package init(_ literal: StaticString) {
        unsafe start = literal.utf8Start
        count = literal.utf8CodeUnitCount
        memory = nil
    }

    package init(_ bytes: [UInt8]) {
        let memory = Memory(bytes)
        unsafe start = memory.start
        count = bytes.count
        self.memory = memory
    }

    /// All of them.
    package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

    subscript(_ place: Int) -> UInt8 {
        precondition(place >= 0 && place < count)
        return unsafe start[place]
    }

    /// The unit at a place counted in units.
    func unit(_ place: Int) -> Int {
        precondition(place >= 0 && place &* 2 &+ 1 < count)
        return unsafe Int(start[place &* 2]) | Int(start[place &* 2 &+ 1]) << 7
    }

    /// A number of 28 bits in two units.
    func wide(_ place: Int) -> Int { unit(place) | unit(place + 1) << 14 }

    func says(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
        guard bytes.count == range.count, range.upperBound <= count else { return false }
        for index in bytes.indices where unsafe start[range.lowerBound &+ index] != bytes[index] {
            return false
        }
        return true
    }

    func string(_ range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count),
            as: UTF8.self)
    }

    @safe
    private final class Memory {
        let start: UnsafePointer<UInt8>

        init(_ bytes: [UInt8]) {
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
            unsafe bytes.withUnsafeBufferPointer { source in
                _ = unsafe UnsafeMutableBufferPointer(start: copy, count: source.count)
                    .initialize(from: source)
            }
            unsafe start = UnsafePointer(copy)
        }

        deinit { unsafe start.deallocate() }
    }
}

/// Units as the bytes that hold them.
struct UnitWriter {
    private(set) var bytes: [UInt8] = []

    static let limit = 1 << 14
    /// Stands for nothing where 0 is something.
    static let none = limit - 1

    mutating func unit(_ value: Int) {
        precondition(value >= 0 && value < Self.limit)
        bytes.append(UInt8(value & 0x7F))
        bytes.append(UInt8(value >> 7))
    }

    mutating func wide(_ value: Int) {
        unit(value & (Self.limit - 1))
        unit(value >> 14)
    }
}

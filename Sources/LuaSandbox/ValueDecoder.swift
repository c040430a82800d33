/// Reads values that Lua returned. Every length and count is checked: later the same bytes come
/// over a pipe from a process that may be hostile.
struct ValueDecoder {
    private let bytes: [UInt8]
    /// The next byte.
    private var place = 0
    /// Of the list or record at hand.
    private var end: Int
    private var depth = 0

    /// The encoder stops at 32 levels; the marks of a failure add none.
    private static let depthLimit = 64

    struct Malformed: Error {}

    static func decode(_ bytes: [UInt8]) -> LuaValue? {
        var decoder = ValueDecoder(bytes)
        guard let value = try? decoder.value(), decoder.place == bytes.count else { return nil }
        return value
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    private mutating func value() throws(Malformed) -> LuaValue {
        guard let tag = ValueTag(rawValue: UInt8(try number(octets: 1))) else { throw Malformed() }
        switch tag {
        case .none: return .none
        case .false: return .boolean(false)
        case .true: return .boolean(true)
        case .integer: return .integer(Int64(bitPattern: try number(octets: 8)))
        case .number: return .number(Double(bitPattern: try number(octets: 8)))
        case .string:
            let text = try take(try number(octets: 4))
            return String(validating: bytes[text], as: UTF8.self).map { .string($0) }
                ?? .raw(Array(bytes[text]))
        case .list: return .list(try elements { decoder throws(Malformed) in try decoder.value() })
        case .integers:
            return .list(
                try elements { decoder throws(Malformed) in
                    .integer(Int64(try decoder.number(octets: 4)))
                })
        // Only frames have these.
        case .alike, .rows, .row: throw Malformed()
        case .record:
            return .record(
                try elements(named: true) { decoder throws(Malformed) in
                    LuaValue.Entry(key: try decoder.name(), value: try decoder.value())
                })
        }
    }

    private mutating func elements<Element>(
        named: Bool = false,
        _ read: (inout ValueDecoder) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let length = try number(octets: 4)
        guard depth < Self.depthLimit, length <= UInt64(end - place) else { throw Malformed() }
        let outer = end
        end = place + Int(length)
        depth += 1
        let count = try number(octets: 4)
        // Behind a class stands an index.
        if named, try !name().isEmpty { _ = try number(octets: 4) }
        // Each element takes a byte at least, so that a count is no promise of memory.
        guard count <= UInt64(end - place) else { throw Malformed() }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count { elements.append(try read(&self)) }
        guard place == end else { throw Malformed() }
        end = outer
        depth -= 1
        return elements
    }

    private mutating func number(octets: Int) throws(Malformed) -> UInt64 {
        var number: UInt64 = 0
        for (shift, octet) in try take(UInt64(octets)).enumerated() {
            number |= UInt64(bytes[octet]) << (8 * shift)
        }
        return number
    }

    private mutating func name() throws(Malformed) -> String {
        String(decoding: bytes[try take(try number(octets: 2))], as: UTF8.self)
    }

    /// The places of the next so many bytes.
    private mutating func take(_ count: UInt64) throws(Malformed) -> Range<Int> {
        guard count <= UInt64(end - place) else { throw Malformed() }
        defer { place += Int(count) }
        return place..<(place + Int(count))
    }
}

/// Reads values that Lua returned. Every length and count is checked: later the same bytes come
/// over a pipe from a process that may be hostile.
struct ValueDecoder {
    private var rest: ArraySlice<UInt8>
    private var depth = 0

    /// The encoder stops at 32 levels; the marks of a failure add none.
    private static let depthLimit = 64

    struct Malformed: Error {}

    static func decode(_ bytes: [UInt8]) -> LuaValue? {
        var decoder = ValueDecoder(rest: bytes[...])
        guard let value = try? decoder.value(), decoder.rest.isEmpty else { return nil }
        return value
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    private mutating func value() throws(Malformed) -> LuaValue {
        guard let tag = ValueTag(rawValue: UInt8(try number(octets: 1))) else { throw Malformed() }
        switch tag {
        case .none: return .none
        case .false: return .boolean(false)
        case .true: return .boolean(true)
        case .integer: return .integer(Int64(bitPattern: try number(octets: 8)))
        case .number: return .number(Double(bitPattern: try number(octets: 8)))
        case .string:
            let bytes = try bytes(count: try number(octets: 4))
            return String(validating: bytes, as: UTF8.self).map { .string($0) }
                ?? .raw(Array(bytes))
        case .list: return .list(try elements { decoder throws(Malformed) in try decoder.value() })
        case .record:
            return .record(
                try elements(named: true) { decoder throws(Malformed) in
                    let key = try decoder.text(count: try decoder.number(octets: 2))
                    return LuaValue.Entry(key: key, value: try decoder.value())
                })
        }
    }

    private mutating func elements<Element>(
        named: Bool = false,
        _ read: (inout ValueDecoder) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let length = try number(octets: 4)
        guard depth < Self.depthLimit, length <= UInt64(rest.count) else { throw Malformed() }
        var inside = ValueDecoder(rest: rest.prefix(Int(length)))
        rest = rest.dropFirst(Int(length))
        inside.depth = depth + 1
        let count = try inside.number(octets: 4)
        if named { _ = try inside.text(count: try inside.number(octets: 2)) }
        // Each element takes a byte at least, so that a count is no promise of memory.
        guard count <= UInt64(inside.rest.count) else { throw Malformed() }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count { elements.append(try read(&inside)) }
        guard inside.rest.isEmpty else { throw Malformed() }
        return elements
    }

    private mutating func number(octets: Int) throws(Malformed) -> UInt64 {
        guard rest.count >= octets else { throw Malformed() }
        var number: UInt64 = 0
        for (index, octet) in rest.prefix(octets).enumerated() {
            number |= UInt64(octet) << (8 * index)
        }
        rest = rest.dropFirst(octets)
        return number
    }

    private mutating func text(count: UInt64) throws(Malformed) -> String {
        String(decoding: try bytes(count: count), as: UTF8.self)
    }

    private mutating func bytes(count: UInt64) throws(Malformed) -> ArraySlice<UInt8> {
        guard count <= UInt64(rest.count) else { throw Malformed() }
        let bytes = rest.prefix(Int(count))
        rest = rest.dropFirst(Int(count))
        return bytes
    }
}

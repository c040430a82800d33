/// A plain value on its way out of Lua.
public enum LuaValue: Sendable, Equatable {
    case none
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    /// A string that is not UTF-8.
    case raw([UInt8])
    case list([LuaValue])
    /// Sorted by key.
    case record([Entry])

    public struct Entry: Sendable, Equatable {
        public var key: String
        public var value: LuaValue

        public init(key: String, value: LuaValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a record's field; nil of anything else.
    public subscript(_ key: String) -> LuaValue? {
        guard case .record(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// What is not UTF-8 is repaired with U+FFFD.
    public var string: String? {
        switch self {
        case .string(let value): value
        case .raw(let bytes): String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The bytes of a string.
    public var bytes: [UInt8]? {
        switch self {
        case .string(let value): Array(value.utf8)
        case .raw(let bytes): bytes
        default: nil
        }
    }

    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    public var list: [LuaValue]? { if case .list(let value) = self { value } else { nil } }
}

extension LuaValue {
    /// The value that a frame holds; nil where that is none.
    public init?(_ frame: Frame) {
        guard let value = ValueDecoder.decode(frame.bytes) else { return nil }
        self = value
    }

    /// The value as Lua would be told of it.
    public var frame: Frame {
        var builder = FrameBuilder()
        write(to: &builder)
        return builder.finish()
    }

    private func write(to builder: inout FrameBuilder) {
        switch self {
        case .none: builder.none()
        case .boolean(let value): builder.boolean(value)
        case .integer(let value): builder.integer(Int(value))
        case .number(let value): builder.number(value)
        case .string(let value): builder.string(value)
        case .raw(let bytes): builder.bytes(bytes[...])
        case .list(let values):
            builder.list { builder in
                for value in values { value.write(to: &builder) }
            }
        case .record(let entries):
            builder.record { builder in
                for entry in entries {
                    builder.key(entry.key)
                    entry.value.write(to: &builder)
                }
            }
        }
    }
}

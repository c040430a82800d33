/// An encoded value on its way into Lua, where its lists and records become tables that are filled
/// when they are first touched. The encoding is private to this package.
public struct Frame: Sendable, Equatable {
    public let bytes: [UInt8]

    /// Bytes that came from elsewhere. They are checked where they are read: what is malformed
    /// is a failure of kind `shape`.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Writes a frame in one pass, without a tree in between.
public struct FrameBuilder: Sendable {
    private var bytes: [UInt8] = []
    /// The number of values written into the list or record at hand.
    private var count = 0

    public init() {}

    public mutating func none() { put(.none) }

    public mutating func boolean(_ value: Bool) { put(value ? .true : .false) }

    public mutating func integer(_ value: Int) {
        put(.integer)
        append(Int64(value))
    }

    public mutating func number(_ value: Double) {
        put(.number)
        append(value.bitPattern)
    }

    public mutating func string(_ value: String) {
        put(.string)
        append(UInt32(truncatingIfNeeded: value.utf8.count))
        append(value, most: .max)
    }

    /// A string of raw bytes.
    public mutating func bytes(_ value: ArraySlice<UInt8>) {
        put(.string)
        append(UInt32(truncatingIfNeeded: value.count))
        bytes.append(contentsOf: value)
    }

    /// A list; `body` writes its elements. nil elements are written with `none()` and read as
    /// nil, so that a list with holes keeps its indices.
    public mutating func list(_ body: (inout FrameBuilder) -> Void) {
        put(.list)
        nest(header: { _ in }, body)
    }

    /// A record; `body` writes keys and values in turn. With a class, a key that the record does
    /// not have is looked up in the methods that the host registered for the class.
    public mutating func record(class: String? = nil, _ body: (inout FrameBuilder) -> Void) {
        put(.record)
        nest(header: { $0.name(`class` ?? "") }, body)
    }

    /// At most 65,535 bytes; what is longer is cut.
    public mutating func key(_ name: String) { self.name(name) }

    /// The frame of the one value written.
    public func finish() -> Frame { Frame(bytes: bytes) }

    private mutating func put(_ tag: ValueTag) {
        count += 1
        bytes.append(tag.rawValue)
    }

    private mutating func nest(
        header: (inout FrameBuilder) -> Void, _ body: (inout FrameBuilder) -> Void
    ) {
        let outer = count
        let start = reserveLength()
        let countAt = reserveLength()
        header(&self)
        count = 0
        body(&self)
        write(UInt32(count), at: countAt)
        patchLength(at: start)
        count = outer
    }

    private mutating func name(_ name: String) {
        append(UInt16(clamping: name.utf8.count))
        append(name, most: Int(UInt16.max))
    }

    /// Through a buffer: the views of a string are copied byte by byte.
    private mutating func append(_ text: String, most: Int) {
        var text = text
        text.withUTF8 { unsafe bytes.append(contentsOf: $0.prefix(most)) }
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func reserveLength() -> Int {
        append(0 as UInt32)
        return bytes.count - 4
    }

    private mutating func patchLength(at start: Int) {
        write(UInt32(truncatingIfNeeded: bytes.count - start - 4), at: start)
    }

    private mutating func write(_ value: UInt32, at start: Int) {
        for index in 0..<4 {
            bytes[start + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
        }
    }
}

/// The first byte of every encoded value; `codec.h` of `CLuaSandbox` has the other half.
enum ValueTag: UInt8 {
    case none, `false`, `true`, integer, number, string, list, record
}

/// An encoded value on its way into Lua, where its lists and records become tables that are filled
/// when they are first touched. The encoding is private to this package.
public struct Frame: Sendable, Equatable {
    let memory: FrameMemory

    /// Bytes that came from elsewhere. They are checked where they are read: what is malformed
    /// is a failure of kind `shape`.
    public init(bytes: [UInt8]) {
        var builder = FrameBuilder(room: bytes.count)
        unsafe bytes.withUnsafeBytes { unsafe builder.append($0) }
        self = builder.finish()
    }

    fileprivate init(memory: FrameMemory) { self.memory = memory }

    /// A copy of them.
    public var bytes: [UInt8] { unsafe Array(memory.bytes) }

    /// How many bytes there are.
    public var count: Int { unsafe memory.bytes.count }

    public static func == (left: Frame, right: Frame) -> Bool {
        unsafe left.memory.bytes.elementsEqual(right.memory.bytes)
    }
}

/// The bytes of a frame, where its builder wrote them, which it frees. Unchecked because it has a pointer;
/// nothing writes to the bytes once they are there.
@safe final class FrameMemory: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    fileprivate init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

    deinit { unsafe bytes.baseAddress?.deallocate() }
}

/// Writes a frame in one pass, without a tree in between. Each value is a few stores into memory that is
/// the builder's alone.
@safe public struct FrameBuilder: ~Copyable {
    @usableFromInline var bytes: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    /// Bytes written.
    @usableFromInline var used = 0
    /// The number of values written into the list or record at hand.
    @usableFromInline var count = 0
    /// Does the record at hand have the keys of another?
    @usableFromInline var isAlike = false
    /// Where the rows at hand begin.
    @usableFromInline var rowsStart = 0

    /// - Parameter room: about how many bytes it will have.
    public init(room: Int = 1 << 10) {
        capacity = max(16, room)
        unsafe bytes = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { unsafe bytes.deallocate() }

    @inlinable public mutating func none() { put(.none) }

    @inlinable public mutating func boolean(_ value: Bool) { put(value ? .true : .false) }

    @inlinable public mutating func integer(_ value: Int) {
        put(.integer)
        append(Int64(value))
    }

    public mutating func number(_ value: Double) {
        put(.number)
        append(value.bitPattern)
    }

    @inlinable public mutating func string(_ value: String) {
        put(.string)
        let text = value.utf8.span
        append(UInt32(truncatingIfNeeded: text.count))
        unsafe text.withUnsafeBytes { unsafe append($0) }
    }

    /// A string of raw bytes.
    @inlinable public mutating func bytes(_ value: ArraySlice<UInt8>) { bytes(value.span) }

    /// A string of raw bytes.
    @inlinable public mutating func bytes(_ value: Span<UInt8>) {
        put(.string)
        append(UInt32(truncatingIfNeeded: value.count))
        unsafe value.withUnsafeBytes { unsafe append($0) }
    }

    /// A list; `body` writes its elements. nil elements are written with `none()` and read as
    /// nil, so that a list with holes keeps its indices.
    @inlinable public mutating func list(_ body: (inout FrameBuilder) -> Void) {
        put(.list)
        let start = reserveLength()
        let countAt = reserveLength()
        write(values(of: body), at: countAt)
        patchLength(at: start)
    }

    /// A list of whole numbers, of which each is from 0 to 4,294,967,295.
    @inlinable public mutating func integers(_ values: some Sequence<Int>) {
        put(.integers)
        let start = reserveLength()
        let countAt = reserveLength()
        var count: UInt32 = 0
        for value in values {
            append(UInt32(truncatingIfNeeded: value))
            count += 1
        }
        write(count, at: countAt)
        patchLength(at: start)
    }

    /// A record whose keys others may share.
    public struct Model: Sendable {
        @usableFromInline var offset: UInt32?

        public init() {}
    }

    /// A record; `body` writes keys and values in turn. With a class, a key that the record does
    /// not have is looked up in the methods that the host registered for the class.
    /// - Parameter index: which of its class it is, for `sandbox.origin`; of a record with a class.
    @inlinable public mutating func record(
        class: String? = nil, index: Int = 0, _ body: (inout FrameBuilder) -> Void
    ) {
        put(.record)
        let start = reserveLength()
        let countAt = reserveLength()
        name(`class` ?? "")
        if `class` != nil { append(UInt32(truncatingIfNeeded: index)) }
        write(values(of: body), at: countAt)
        patchLength(at: start)
    }

    /// A record that is like the last one with this model: of the same class, with the same keys in the
    /// same order, which are written once. `body` writes all of them, with `none()` where there is no value.
    @inlinable public mutating func record(
        class: String? = nil, index: Int = 0, like model: inout Model,
        _ body: (inout FrameBuilder) -> Void
    ) {
        guard let offset = model.offset else {
            model.offset = UInt32(truncatingIfNeeded: used)
            return record(class: `class`, index: index, body)
        }
        put(.alike)
        let start = reserveLength()
        append(offset)
        append(UInt32(truncatingIfNeeded: index))
        _ = values(of: body, isAlike: true)
        patchLength(at: start)
    }

    /// What the records in rows have by one key.
    public enum Column: Sendable {
        /// A whole number from 1 to 4,294,967,295; 0 is none.
        case integer
        /// One of a few strings, at most 255; a cell is its place among them, from 0.
        case words([String])
        /// A piece of the text of the rows: two cells, from where to where.
        case text

        fileprivate var tag: UInt8 {
            switch self {
            case .integer: 0
            case .words: 1
            case .text: 2
            }
        }
    }

    /// A list of records of a class that are alike. They have their numbers as index, and become tables with all
    /// their fields but texts when somebody looks at them. `body` writes rows.
    /// - Parameters:
    ///   - columns: eight at most.
    ///   - text: what those of text are pieces of.
    @inlinable public mutating func rows(
        class: String, _ columns: [(key: String, holds: Column)], text: Span<UInt8>,
        _ body: (inout FrameBuilder) -> Void
    ) {
        put(.rows)
        rowsStart = used - 1
        let start = reserveLength()
        let countAt = reserveLength()
        name(`class`)
        append(UInt8(columns.count))
        for column in columns { write(column.key, column.holds) }
        append(UInt32(truncatingIfNeeded: text.count))
        unsafe text.withUnsafeBytes { unsafe append($0) }
        write(values(of: body), at: countAt)
        patchLength(at: start)
    }

    @usableFromInline mutating func write(_ key: String, _ column: Column) {
        append(column.tag)
        name(key)
        guard case .words(let words) = column else { return }
        append(UInt8(words.count))
        for word in words { name(word) }
    }

    /// A row: the cells of all columns, in their order.
    @inlinable public mutating func row<let count: Int>(_ cells: [count of Int]) {
        // At once, and not value by value: there are many rows.
        ensure(13 + 4 * count)
        put(.row)
        write(UInt32(8 + 4 * count), at: used)
        write(UInt32(truncatingIfNeeded: self.count), at: used + 4)
        write(UInt32(truncatingIfNeeded: rowsStart), at: used + 8)
        for index in 0..<count {
            write(UInt32(truncatingIfNeeded: cells[index]), at: used + 12 + 4 * index)
        }
        used += 12 + 4 * count
    }

    /// At most 65,535 bytes; what is longer is cut.
    @inlinable public mutating func key(_ name: String) { if !isAlike { self.name(name) } }

    /// The frame of the one value written.
    public consuming func finish() -> Frame {
        let written = unsafe UnsafeRawBufferPointer(start: bytes, count: used)
        discard self
        return unsafe Frame(memory: FrameMemory(written))
    }

    @inlinable mutating func put(_ tag: ValueTag) {
        count += 1
        ensure(1)
        unsafe bytes.storeBytes(of: tag.rawValue, toByteOffset: used, as: UInt8.self)
        used += 1
    }

    /// Writes what is inside of a list or record; how many values that were.
    @inlinable mutating func values(
        of body: (inout FrameBuilder) -> Void, isAlike: Bool = false
    ) -> UInt32 {
        let outer = (count, self.isAlike)
        (count, self.isAlike) = (0, isAlike)
        body(&self)
        defer { (count, self.isAlike) = outer }
        return UInt32(count)
    }

    @inlinable mutating func name(_ name: String) {
        let text = name.utf8.span
        let count = UInt16(clamping: text.count)
        append(count)
        unsafe text.extracting(first: Int(count)).withUnsafeBytes { unsafe append($0) }
    }

    @inlinable mutating func append(_ source: UnsafeRawBufferPointer) {
        guard let base = source.baseAddress, source.count > 0 else { return }
        ensure(source.count)
        unsafe (bytes + used).copyMemory(from: base, byteCount: source.count)
        used += source.count
    }

    @inlinable mutating func append(_ value: some FixedWidthInteger & BitwiseCopyable) {
        let size = MemoryLayout.size(ofValue: value)
        ensure(size)
        unsafe (bytes + used).storeBytes(of: value.littleEndian, as: type(of: value))
        used += size
    }

    @inlinable mutating func ensure(_ more: Int) {
        if capacity &- used < more { grow(more) }
    }

    // Inlined, it would keep all that is small from being.
    @inline(never)
    @usableFromInline mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, used + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        unsafe larger.copyMemory(from: bytes, byteCount: used)
        unsafe bytes.deallocate()
        unsafe bytes = larger
    }

    @inlinable mutating func reserveLength() -> Int {
        append(0 as UInt32)
        return used - 4
    }

    @inlinable mutating func patchLength(at start: Int) {
        write(UInt32(truncatingIfNeeded: used - start - 4), at: start)
    }

    @inlinable mutating func write(_ value: UInt32, at start: Int) {
        unsafe bytes.storeBytes(of: value.littleEndian, toByteOffset: start, as: UInt32.self)
    }
}

/// The first byte of every encoded value; `codec.h` of `CLuaSandbox` has the other half.
@usableFromInline enum ValueTag: UInt8 {
    case none, `false`, `true`, integer, number, string, list, record, integers, alike, rows, row
}

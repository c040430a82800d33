/// An encoded value on its way into Lua, where its lists and records become tables that are filled
/// when they are first touched. The encoding is private to this package.
public struct Frame: Sendable, Equatable {
    public let bytes: [UInt8]
}

/// Writes a frame in one pass, without a tree in between.
public struct FrameBuilder: Sendable {
    public init() {}

    public mutating func none() {}
    public mutating func boolean(_ value: Bool) {}
    public mutating func integer(_ value: Int) {}
    public mutating func number(_ value: Double) {}
    public mutating func string(_ value: String) {}
    /// A string of raw bytes.
    public mutating func bytes(_ value: ArraySlice<UInt8>) {}
    /// A list; `body` writes its elements. nil elements are written with `none()` and read as
    /// nil, so that a list with holes keeps its indices.
    public mutating func list(_ body: (inout FrameBuilder) -> Void) {}
    /// A record; `body` writes keys and values in turn. With a class, a key that the record does
    /// not have is looked up in the methods that the host registered for the class.
    public mutating func record(class: String? = nil, _ body: (inout FrameBuilder) -> Void) {}
    public mutating func key(_ name: String) {}

    /// The frame of the one value written.
    public func finish() -> Frame { Frame(bytes: []) }
}

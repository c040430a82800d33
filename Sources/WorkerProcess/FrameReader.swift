/// Takes a stream of bytes apart: four little-endian bytes of length, then so many of a frame.
///
/// Trusts nothing: a length is held against the limit before anything is done with it, and memory
/// is only touched for bytes that have come.
struct FrameReader {
    private let limit: Int
    private var head: [UInt8] = []
    private var body: [UInt8] = []
    /// Of the body; nil until the head is complete.
    private var length: Int?

    /// - Parameter limit: bytes of the longest frame.
    init(limit: Int) { self.limit = limit }

    /// A length beyond the limit.
    struct TooLong: Error, CustomStringConvertible {
        var length: Int
        var limit: Int

        var description: String { "it announced \(length) bytes, more than \(limit)" }
    }

    /// Has a frame begun that is not complete?
    var isInFrame: Bool { !head.isEmpty }

    /// Adds the frames that these bytes complete, in order, those before a length that is too much
    /// included.
    mutating func take(
        _ bytes: ArraySlice<UInt8>, into frames: inout [[UInt8]]
    ) throws(TooLong) {
        var rest = bytes
        while true {
            if length == nil {
                let part = rest.prefix(4 - head.count)
                head += part
                rest = rest.dropFirst(part.count)
                if head.count < 4 { return }
                let announced = Int(UInt32(littleEndianBytes: head))
                if announced > limit { throw TooLong(length: announced, limit: limit) }
                length = announced
                body.reserveCapacity(announced)
            }
            guard let length else { return }
            let part = rest.prefix(length - body.count)
            body += part
            rest = rest.dropFirst(part.count)
            if body.count < length { return }
            frames.append(body)
            body = []
            head = []
            self.length = nil
        }
    }
}

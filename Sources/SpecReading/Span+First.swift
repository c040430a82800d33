#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

extension Span<UInt8> {
    /// The first place of a byte in a range; nil where it does not stand there. The C library looks
    /// at more bytes at once than Swift code for any processor can.
    package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe withUnsafeBufferPointer { text in
            guard let start = text.baseAddress,
                let found = unsafe memchr(start + range.lowerBound, CInt(byte), range.count)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        }
    }
}

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The variables that this process was started with.
enum Environment {
    /// Whatever bytes a variable holds; nil where it is not set.
    static func value(of name: String) -> [UInt8]? {
        guard let pointer = unsafe getenv(name) else { return nil }
        let characters = unsafe UnsafeBufferPointer(start: pointer, count: strlen(pointer))
        return unsafe characters.map { UInt8(bitPattern: $0) }
    }
}

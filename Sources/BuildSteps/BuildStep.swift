#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// What programs do that run while the product is built: they read a file or none, and write one.
package enum BuildStep {
    /// Says on standard error what is wrong, where the build shows it, and ends.
    package static func fail(_ message: String) -> Never {
        write("error: \(message)\n", to: "/dev/stderr")
        exit(1)
    }

    /// The bytes of a file; ends where it cannot be read.
    package static func read(_ path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { fail("cannot read \(path)") }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
        return bytes
    }

    /// Ends where the file cannot be written.
    package static func write(_ text: String, to path: String) {
        guard let file = unsafe fopen(path, "w") else { exit(1) }
        let isWritten = unsafe fputs(text, file) >= 0
        guard unsafe fclose(file) == 0, isWritten else { exit(1) }
    }
}

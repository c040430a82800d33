import Foundation

/// libFuzzer, which looks for inputs that reach code no input has reached. It is there where
/// `Tests/Fuzzing/run` has built the tests.
///
/// The driver is a C function that never returns: it ends the process. What it calls has no
/// parameter of its own, so the target stands beside it.
enum CoverageGuided {
    /// `NAME ARGUMENTS…`: what to run instead of the tests, and how.
    static let arguments = ProcessInfo.processInfo.environment["PERILUNE_FUZZ"]?
        .split(separator: " ").map(String.init)

    private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    private typealias Driver =
        @convention(c) (
            UnsafeMutablePointer<CInt>,
            UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
            Callback
        ) -> CInt

    private nonisolated(unsafe) static var target: (any FuzzTarget)?

    /// Runs a target until libFuzzer ends the process.
    static func run(_ target: any FuzzTarget, _ arguments: [String]) throws(Mistake) {
        unsafe self.target = target
        guard let symbol = unsafe dlsym(nil, "LLVMFuzzerRunDriver") else {
            throw Mistake("libFuzzer is not there; Tests/Fuzzing/run builds with it")
        }
        let driver = unsafe unsafeBitCast(symbol, to: Driver.self)
        var count = CInt(arguments.count + 1)
        var pointers = unsafe (["fuzz"] + arguments).map { unsafe strdup($0) } + [nil]
        unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            var base = buffer.baseAddress
            _ = unsafe driver(&count, &base) { bytes, count in
                let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
                do throws(Mistake) {
                    _ = try unsafe CoverageGuided.target?.run(input)
                } catch {
                    fatalError(error.description)
                }
                return 0
            }
        }
    }
}

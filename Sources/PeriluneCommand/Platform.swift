internal import Perilune

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The system that this runs on.
enum Platform {
    /// `Linux 6.1.0 x86_64`.
    static var description: String {
        var names = utsname()
        guard unsafe uname(&names) == 0 else { return "unknown" }
        return [text(&names.sysname), text(&names.release), text(&names.machine)]
            .joined(separator: " ")
    }

    /// Seconds since 1970, by the machine's clock: for those who ask for it.
    static var clock: Int { time(nil) }

    /// Seconds since some moment, for how long things take.
    static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The version of this executable, and what tells it from another of the same version; nil where the
    /// system does not say.
    static var product: String? {
        Files.status("/proc/self/exe").map {
            "\(Perilune.fullVersion) \($0.size) \($0.modified)"
        }
    }

    /// A tuple of characters that ends with 0.
    private static func text<Characters>(_ characters: inout Characters) -> String {
        unsafe withUnsafeBytes(of: &characters) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

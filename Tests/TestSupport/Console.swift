public import Foundation

/// Runs programs as a user would: arguments, standard input, environment, working folder.
public enum Console {
    /// What a program left behind.
    public struct Run: Sendable {
        /// How it ended.
        public let ending: Ending
        /// The bytes of its standard output.
        public let out: [UInt8]
        /// The bytes of its standard error.
        public let err: [UInt8]

        /// Its standard output as text; what is not UTF-8 is replaced.
        public var output: String { String(decoding: out, as: UTF8.self) }
        /// Its standard error as text; what is not UTF-8 is replaced.
        public var errors: String { String(decoding: err, as: UTF8.self) }
        /// Its exit code; nil where a signal or the timeout ended it.
        public var status: Int32? {
            if case .exited(let code) = ending { code } else { nil }
        }
    }

    /// How a program ended.
    public enum Ending: Sendable, Equatable {
        /// It returned this exit code.
        case exited(Int32)
        /// This signal ended it.
        case signalled(Int32)
        /// It was killed because it ran for longer than the timeout.
        case timedOut
    }

    /// Runs the `perilune` that was built with the tests.
    public static func perilune(
        _ arguments: String..., in folder: URL = Repository.root, stdin: [UInt8] = [],
        environment: [String: String] = [:], timeout: Double = 60
    ) throws -> Run {
        try run(
            binary.path, arguments, in: folder, stdin: stdin, environment: environment,
            timeout: timeout)
    }

    /// Runs a line of `sh` in which `perilune` is the one that was built with the tests.
    public static func shell(
        _ line: String, in folder: URL = Repository.root, stdin: [UInt8] = [],
        environment: [String: String] = [:], timeout: Double = 60
    ) throws -> Run {
        try run(
            "/bin/sh", ["-c", line], in: folder, stdin: stdin, environment: environment,
            timeout: timeout)
    }

    /// Runs the `perilune` that was built with the tests, and sends it a signal as soon as something is
    /// so; the question is asked again and again.
    public static func perilune(
        _ arguments: [String], in folder: URL, sending signal: Int32, when isTime: () -> Bool
    ) throws -> Run {
        try run(
            binary.path, arguments, in: folder, stdin: [], environment: [:], timeout: 60,
            meanwhile: { $0.send(signal, when: isTime) })
    }

    /// Runs a program, named by its absolute path.
    ///
    /// The child sees a small, fixed environment (`PATH`, with the built `perilune` first, `HOME`,
    /// `LANG=C.UTF-8`, `TZ=UTC`) and what `environment` adds to it. Standard input and both
    /// outputs are files, so that no amount of output can block; the timeout is in seconds.
    public static func run(
        _ program: String, _ arguments: [String], in folder: URL = Repository.root,
        stdin: [UInt8] = [], environment: [String: String] = [:], timeout: Double = 60
    ) throws -> Run {
        try run(
            program, arguments, in: folder, stdin: stdin, environment: environment,
            timeout: timeout, meanwhile: { _ in })
    }

    /// Runs a program, named by its absolute path, and sends it a signal as soon as something is so.
    public static func run(
        _ program: String, _ arguments: [String], in folder: URL,
        environment: [String: String] = [:], sending signal: Int32, when isTime: () -> Bool
    ) throws -> Run {
        try run(
            program, arguments, in: folder, stdin: [], environment: environment, timeout: 60,
            meanwhile: { $0.send(signal, when: isTime) })
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: URL, stdin: [UInt8],
        environment: [String: String], timeout: Double, meanwhile: (ChildProcess) -> Void
    ) throws -> Run {
        let files = try TemporaryFolder()
        let input = try files.write("in", stdin)
        let output = try files.write("out", "")
        let errors = try files.write("err", "")
        let child = try ChildProcess(
            program, arguments, in: folder.path,
            environment: surroundings.merging(environment) { _, added in added },
            input: input.path, output: output.path, errors: errors.path)
        meanwhile(child)
        let ending = child.wait(timeout: timeout)
        return Run(
            ending: ending, out: try [UInt8](Data(contentsOf: output)),
            err: try [UInt8](Data(contentsOf: errors)))
    }

    /// The built `perilune`: what the variable `PERILUNE` names, else the one beside the tests.
    public static let binary: URL = named ?? beside("perilune")

    private static let named = ProcessInfo.processInfo.environment["PERILUNE"].map {
        URL(filePath: $0).absoluteURL
    }

    /// Another executable of the package: the one beside what `PERILUNE` names, where there is one,
    /// else the one beside the tests.
    public static func built(_ name: String) -> URL {
        if let other = named?.deletingLastPathComponent().appending(path: name),
            FileManager.default.isExecutableFile(atPath: other.path)
        {
            return other
        }
        return beside(name)
    }

    private static func beside(_ name: String) -> URL {
        var folder = Bundle.main.executableURL?.resolvingSymlinksInPath()
        while let parent = folder?.deletingLastPathComponent(), parent.path != "/" {
            let candidate = parent.appending(path: name)
            if FileManager.default.isExecutableFile(atPath: candidate.path),
                (try? candidate.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
            {
                return candidate
            }
            folder = parent
        }
        return Repository.path(".build/debug/\(name)")
    }

    static let surroundings: [String: String] = {
        let inherited = ProcessInfo.processInfo.environment
        let path = inherited["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return [
            "PATH": "\(binary.deletingLastPathComponent().path):\(path)",
            "HOME": inherited["HOME"] ?? "/", "LANG": "C.UTF-8", "TZ": "UTC",
        ]
    }()
}

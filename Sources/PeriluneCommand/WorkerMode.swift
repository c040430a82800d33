internal import Perilune
internal import SpecPlugins
internal import SpecWorkers
internal import WorkerProcess

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// This executable as a worker of itself: `perilune --worker plugins …`, which only perilune
/// writes.
enum WorkerMode: String {
    /// Reads documents and runs plugins.
    case plugins
    /// Tries what a worker must not do: for `perilune doctor`.
    case attempts

    static let flag = "--worker"

    /// What makes this executable such a worker.
    var arguments: [String] { [Self.flag, rawValue] }

    /// - Parameter arguments: those behind the flag.
    static func serve(_ arguments: ArraySlice<String>) -> Never {
        let settings = Array(arguments.dropFirst())
        guard let mode = arguments.first.flatMap(Self.init), Worker.accepts(settings) else {
            let text = "\(flag) is how perilune starts a worker of its own, and of no other use"
            Terminal.error.report([Problem(text)])
            exit(Exit.invocation.rawValue)
        }
        switch mode {
        case .plugins:
            BundledLua.use()
            CheckSessions.allowTrials()
            var server = WorkerServer(record: BundledRecords.of)
            Worker.serve(settings) { server.answer($0) }
        case .attempts:
            Worker.serve(settings) { WorkerRequest(frame: $0)?.answer() ?? [] }
        }
    }
}

/// What `doctor` asks a worker: a byte that says which, then what it needs.
enum WorkerRequest {
    /// To do what it must not.
    case attempt(WorkerAttempt)

    private static let attemptTag: UInt8 = 0

    /// The answer to an attempt that succeeded.
    static let done: [UInt8] = [1]

    var frame: [UInt8] {
        switch self {
        case .attempt(let attempt): [Self.attemptTag] + Array(attempt.rawValue.utf8)
        }
    }

    init?(frame: [UInt8]) {
        let text = String(decoding: frame.dropFirst(), as: UTF8.self)
        guard frame.first == Self.attemptTag, let attempt = WorkerAttempt(rawValue: text) else {
            return nil
        }
        self = .attempt(attempt)
    }

    /// In the worker.
    func answer() -> [UInt8] {
        switch self {
        case .attempt(let attempt): attempt.perform() == 0 ? Self.done : []
        }
    }
}

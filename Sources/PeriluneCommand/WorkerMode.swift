internal import Perilune
internal import WorkerProcess

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// This executable as a worker of itself: `perilune --worker …`, which only perilune writes.
enum WorkerMode {
    static let flag = "--worker"

    /// Workers of this executable.
    static func group() -> WorkerGroup { WorkerGroup(arguments: [flag]) }

    static func serve(_ arguments: [String]) -> Never {
        guard Worker.accepts(arguments) else {
            let text = "\(flag) is how perilune starts a worker of its own, and of no other use"
            Terminal.error.report([Problem(text)])
            exit(Exit.invocation.rawValue)
        }
        Worker.serve(arguments) { frame in
            WorkerRequest(frame: frame)?.answer() ?? []
        }
    }
}

/// What a worker is asked: a byte that says which, then what it needs.
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

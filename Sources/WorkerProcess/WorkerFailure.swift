/// Why a worker is no more, or never was.
public enum WorkerFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The system did not start it: why.
    case notStarted(String)
    /// It was started, and these pieces of the lock, which were required, do not hold.
    case refused([WorkerLock.Piece])
    /// It was killed because it had not answered within so many seconds.
    case deadline(Double)
    /// The system refused it memory; bytes of its limit.
    case memory(Int)
    /// It used up its processor time.
    case processorTime
    /// It made a system call that a worker must not make.
    case forbiddenCall
    /// A signal ended it: its number, and what that means.
    case signal(Int32, String)
    /// It returned this exit code.
    case exited(Int32)
    /// It was killed because of what it sent: what was wrong.
    case malformed(String)

    /// In words that follow "the worker": `was killed: no answer within 10 s`.
    public var description: String {
        switch self {
        case .notStarted(let reason): "could not be started: \(reason)"
        case .refused(let pieces):
            "was refused: this system does not lock its "
                + pieces.map(\.words).joined(separator: ", ")
        case .deadline(let seconds): "was killed: no answer within \(seconds.shortly) s"
        case .memory(let bytes): "ran out of memory: its limit is \(bytes >> 20) MiB"
        case .processorTime: "was killed: it used up its processor time"
        case .forbiddenCall: "was killed by the filter of system calls"
        case .signal(_, let words): "died: \(words)"
        case .exited(let code): "ended without an answer, with exit code \(code)"
        case .malformed(let reason): "was killed: \(reason)"
        }
    }
}

extension WorkerLock.Piece {
    /// What it locks.
    public var words: String {
        switch self {
        case .parent: "life to its parent's"
        case .unreadable: "memory against other processes"
        case .noNewPrivileges: "privileges"
        case .descriptors: "descriptors"
        case .resources: "resources"
        case .landlock: "files (Landlock)"
        case .systemCalls: "system calls (seccomp)"
        }
    }
}

extension Double {
    /// `10`, `0.3`.
    fileprivate var shortly: String {
        self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
    }
}

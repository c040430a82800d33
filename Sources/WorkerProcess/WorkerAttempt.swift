internal import CWorker

/// What a locked worker must not survive. For those who want to see it die: `perilune doctor` and
/// the tests.
public enum WorkerAttempt: String, Sendable, CaseIterable {
    /// Opening a file.
    case open
    /// A connection to somewhere.
    case socket
    /// A second process.
    case fork
    /// Another program in its place.
    case execute
    /// Memory that can be executed.
    case code
    /// A signal to its parent.
    case signal

    /// Tries it in this process; 0 where the system did it, else its error number.
    public func perform() -> Int32 {
        let attempt: worker_attempt =
            switch self {
            case .open: .WORKER_ATTEMPT_OPEN
            case .socket: .WORKER_ATTEMPT_SOCKET
            case .fork: .WORKER_ATTEMPT_FORK
            case .execute: .WORKER_ATTEMPT_EXECUTE
            case .code: .WORKER_ATTEMPT_CODE
            case .signal: .WORKER_ATTEMPT_SIGNAL
            }
        return worker_try(attempt)
    }
}

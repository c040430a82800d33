package import WorkerProcess

/// One thing that a worker's lock is made of, and whether it holds on this machine.
public struct Diagnosis: Sendable, Equatable {
    /// One word: `calls`.
    public var name: String
    public var holds: Bool
    /// Does `--require-sandbox` ask for it?
    public var isRequired = true
    /// What was seen.
    public var detail: String
    /// Where it does not hold: what that means and what to do.
    public var advice: String?

    /// A worker that did not start.
    package init(_ failure: WorkerFailure) {
        name = "worker"
        holds = false
        detail = failure.description
        advice =
            "Without a worker, only the plugins inside the executable can run. It is started "
            + "from /proc/self/exe: /proc must be mounted, and a new process allowed."
    }

    /// How a worker died that had been told to try something.
    package init(_ attempt: WorkerAttempt, _ death: WorkerFailure) {
        name = attempt.rawValue
        holds = death == .forbiddenCall
        detail = "a worker that \(attempt.words) " + (holds ? "is killed" : death.description)
        if !holds { advice = "See \"calls\"." }
    }

    /// A worker that had been told to try something and lived to tell.
    package init(survived attempt: WorkerAttempt, refused: Bool) {
        name = attempt.rawValue
        holds = false
        detail = "a worker that \(attempt.words) lives on"
        if refused { detail += ", though the system refused it" }
        advice = "See \"calls\"."
    }

    private init(_ name: String, holds: Bool, _ detail: String) {
        self.name = name
        self.holds = holds
        self.detail = detail
    }

    /// What a worker said of itself.
    package static func all(_ lock: WorkerLock) -> [Diagnosis] {
        var environment = Diagnosis("environment", holds: lock.variables == 0, "empty")
        if !environment.holds { environment.detail = "\(lock.variables) variables" }
        var descriptors = Diagnosis(
            "descriptors", holds: lock.descriptors == 4, "the null device and one channel")
        if !descriptors.holds { descriptors.detail = "\(lock.descriptors) instead of 4" }
        let pieces = WorkerLock.Piece.allCases.filter { $0 != .descriptors }
        return [Diagnosis("worker", holds: true, "starts and says what holds")]
            + [environment, descriptors] + pieces.map { Diagnosis($0, lock) }
    }

    private init(_ piece: WorkerLock.Piece, _ lock: WorkerLock) {
        name = piece.name
        let reason = lock.reason(piece)
        holds = reason == nil
        isRequired = piece != .landlock
        detail = piece.effect
        if piece == .landlock, holds { detail += " (version \(lock.landlockVersion))" }
        if let reason {
            detail = "\(piece.words): \(reason)"
            advice = piece.advice
        }
    }
}

extension WorkerAttempt {
    fileprivate var words: String {
        switch self {
        case .open: "opens a file"
        case .socket: "opens a socket"
        case .fork: "starts a process"
        case .execute: "becomes another program"
        case .code: "asks for memory to execute"
        case .signal: "sends its parent a signal"
        }
    }
}

extension WorkerLock.Piece {
    fileprivate var name: String {
        switch self {
        case .parent: "parent"
        case .unreadable: "memory"
        case .noNewPrivileges: "privileges"
        case .descriptors: "descriptors"
        case .resources: "limits"
        case .landlock: "files"
        case .systemCalls: "calls"
        }
    }

    /// What it does where it holds.
    fileprivate var effect: String {
        switch self {
        case .parent: "a worker dies with its parent"
        case .unreadable: "closed to other processes of this user"
        case .noNewPrivileges: "none can be gained"
        case .descriptors: "the null device and one channel"
        case .resources: "data, files, processes, descriptors"
        case .landlock: "Landlock allows none"
        case .systemCalls: "seccomp kills at all but what computing needs"
        }
    }

    /// Where it does not hold.
    fileprivate var advice: String {
        switch self {
        case .parent:
            "A worker whose parent is killed may go on until its processor time is used up."
        case .unreadable: "Another process of the same user can look into a worker."
        case .noNewPrivileges: "Without it there is no filter of system calls."
        case .descriptors: "A worker may reach what its parent has open."
        case .resources: "A worker can use more memory and processor time than it should."
        case .landlock:
            "Nothing is lost while \"calls\" holds: no worker can open a file. Linux has it "
                + "from 5.13 on, unless it is left out of the kernel's list of lsm=."
        case .systemCalls:
            "Code that breaks out of Lua can use your files and the network. Linux 4.14 on x86-64 "
                + "and arm64 has it, and a container must allow the call seccomp; macOS has "
                + "nothing like it."
        }
    }
}

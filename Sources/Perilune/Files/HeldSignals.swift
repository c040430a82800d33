#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Keeps waiting, as long as it lives, what asks this process to end: SIGINT, SIGTERM and SIGHUP.
/// Files that are half written are finished or removed first. (Nothing keeps SIGKILL waiting: what
/// that leaves behind, the next run removes.)
///
/// It is this thread's mask that is changed, and the command line has one thread.
struct HeldSignals: ~Copyable {
    private var before = sigset_t()

    init() {
        var held = Self.ends
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    }

    deinit {
        var before = before
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Is one of them waiting? Then the process ends when this does.
    var areAsked: Bool {
        var pending = sigset_t()
        guard unsafe sigpending(&pending) == 0 else { return false }
        return [SIGINT, SIGTERM, SIGHUP].contains { unsafe sigismember(&pending, $0) == 1 }
    }

    private static var ends: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&set, signal) }
        return set
    }
}

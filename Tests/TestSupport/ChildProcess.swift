import Foundation

/// A program that runs in a process group of its own, with every signal at its default.
///
/// Foundation's `Process` hands its caller's signal mask down, and the threads that tests run on
/// block what ends a program: a child would outlive a closed pipe and an interrupt.
struct ChildProcess {
    private let id: pid_t

    /// Starts a program; the files are opened for it as standard input, output and error.
    init(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
        input: String, output: String, errors: String
    ) throws {
        var files = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&files)
        defer { unsafe posix_spawn_file_actions_destroy(&files) }
        unsafe posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_APPEND, 0)
        unsafe posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_APPEND, 0)

        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        var child: pid_t = 0
        let variables = environment.map { "\($0)=\($1)" }.sorted()
        // The folder is the shell's to change: glibc hides its spawn action from Swift.
        let line = ["sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments
        let code = unsafe withCStrings(line) { arguments in
            unsafe withCStrings(variables) { variables in
                unsafe posix_spawn(&child, "/bin/sh", &files, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
        id = child
    }

    /// Sends the whole group a signal as soon as something is so, which is looked at every half
    /// millisecond; nothing where the process ends before.
    func send(_ signal: Int32, when isTime: () -> Bool) {
        while !hasEnded {
            if isTime() {
                kill(-id, signal)
                return
            }
            usleep(500)
        }
    }

    var hasEnded: Bool {
        var info = unsafe siginfo_t()
        let options = WEXITED | WNOWAIT | WNOHANG
        guard unsafe waitid(P_PID, id_t(id), &info, options) == 0 else { return true }
        return unsafe info.si_signo != 0
    }

    /// Waits for its end; kills the whole group after `timeout` seconds.
    func wait(timeout: Double) -> Console.Ending {
        let alarms = DispatchQueue(label: "alarm")
        let group = -id
        let alarm = DispatchWorkItem { _ = kill(group, SIGKILL) }
        let start = ContinuousClock.now
        alarms.asyncAfter(deadline: .now() + timeout, execute: alarm)
        // The child is left unreaped until the alarm can no longer go off, lest it hit another
        // process that was given the same id.
        var info = unsafe siginfo_t()
        while unsafe waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        alarm.cancel()
        alarms.sync {}
        let late = start.duration(to: .now) >= .seconds(timeout)
        var status: Int32 = 0
        while unsafe waitpid(id, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7f
        if signal == 0 { return .exited((status >> 8) & 0xff) }
        return late && signal == SIGKILL ? .timedOut : .signalled(signal)
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("the list ends with nil") }
        return unsafe body(base)
    }
}

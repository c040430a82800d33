internal import Printable

/// How the user's own `git` is called: with the user's configuration, keys and proxies, and without what
/// a repository could use against us. The only program that is ever started.
package struct Git: Sendable {
    /// What git is started in.
    package var environment: GitEnvironment
    /// May git and ssh ask at the terminal, for a password or whether a host is known?
    package var asks: Bool
    /// What bounds a call that talks to another host.
    package var limits: GitLimits

    package init(
        environment: GitEnvironment = .surroundings, asks: Bool = false,
        limits: GitLimits = GitLimits()
    ) {
        self.environment = environment
        self.asks = asks
        self.limits = limits
    }

    /// Before every command; they have the last word over what a configuration says.
    private static let settings = [
        // A source is what it was written as: no helper that runs a program, no redirection to a
        // host that proves nothing.
        "protocol.ext.allow=never", "protocol.fd.allow=never", "protocol.http.allow=user",
        // Nothing runs on its own.
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false",
        "log.showSignature=false",
        // What comes is looked at, and goes into one file, whose size the system bounds; objects
        // beyond what a package may have are not taken into memory.
        "fetch.fsckObjects=true", "transfer.fsckObjects=true", "fetch.unpackLimit=1",
        "core.bigFileThreshold=16m",
        "submodule.recurse=false", "fetch.recurseSubmodules=false", "fetch.writeCommitGraph=false",
        "color.ui=false", "core.quotePath=false",
    ]

    /// What a command is allowed.
    struct Allowance {
        /// Bytes of output.
        var output: Int
        /// Does it talk to another host?
        var isRemote = false
    }

    /// Runs a command; how it ended is the caller's to judge.
    /// - Parameter repository: the folder of a bare repository, an absolute path.
    func run(
        _ arguments: [String], in repository: String? = nil, input: [UInt8] = [],
        _ allowance: Allowance
    ) throws(PackageError) -> ProgramOutput {
        guard let program = RunningProgram.find("git", in: environment.path) else {
            throw PackageError(
                .unavailable, "git is in no folder of PATH; install it")
        }
        var line = ["git", "--no-pager"]
        if let repository { line.append("--git-dir=\(repository)") }
        for setting in Self.settings { line += ["-c", setting] }
        let asks = asks && allowance.isRemote
        let call = ProgramCall(
            program: program, arguments: line + arguments,
            variables: environment.entries(for: repository, asks: asks), input: input,
            outputLimit: allowance.output, fileLimit: limits.fileBytes,
            seconds: allowance.isRemote ? limits.remoteSeconds : limits.localSeconds, asks: asks)
        do throws(ProgramFailure) {
            return try RunningProgram.run(call)
        } catch {
            throw Self.words(error, arguments.first ?? "", call.seconds)
        }
    }

    private static func words(
        _ failure: ProgramFailure, _ command: String, _ seconds: Double
    ) -> PackageError {
        switch failure {
        case .notStarted(let reason):
            PackageError(.unavailable, "git cannot be started: \(reason)")
        case .late:
            PackageError(
                .late, "git \(command) took more than \(Int(seconds)) s and was ended")
        case .interrupted: PackageError(.interrupted, "interrupted")
        }
    }

    /// What git said last, on one line: without advice, and without what may be a password in a URL.
    static func complaint(_ output: ProgramOutput) -> String {
        let lines = String(decoding: output.errors, as: UTF8.self)
            .split { $0.isNewline }.map(withoutUserinfo)
            .filter { line in !idle.contains { line.hasPrefix($0) } }
        let said = lines.suffix(3).map { $0.prefix(300) }.joined(separator: "; ")
        if !said.isEmpty { return said }
        return output.code.map { "exit code \($0)" } ?? "a signal ended it"
    }

    private static let idle = [
        "hint:", "Please make sure you have", "and the repository exists", "From ", "warning: ",
    ]

    /// `https://name:secret@host` → `https://host`.
    private static func withoutUserinfo(_ line: Substring) -> String {
        var parts: [Substring] = []
        var rest = line
        while let start = rest.firstRange(of: "://") {
            parts.append(rest[..<start.upperBound])
            rest = rest[start.upperBound...]
            let authority = rest.prefix { !" /'\"?#".contains($0) }
            if let end = authority.lastIndex(of: "@") { rest = rest[rest.index(after: end)...] }
        }
        return (parts + [rest]).joined()
    }
}

/// What bounds git.
package struct GitLimits: Sendable {
    /// For a call that talks to another host.
    package var remoteSeconds: Double
    /// For one that reads a mirror.
    package var localSeconds: Double
    /// Of one file that git writes: what a fetch brings is one pack.
    package var fileBytes: Int
    /// Branches and tags of a repository.
    package var refs: Int

    package init(
        remoteSeconds: Double = 300, localSeconds: Double = 60, fileBytes: Int = 1 << 30,
        refs: Int = 10_000
    ) {
        self.remoteSeconds = remoteSeconds
        self.localSeconds = localSeconds
        self.fileBytes = fileBytes
        self.refs = refs
    }
}

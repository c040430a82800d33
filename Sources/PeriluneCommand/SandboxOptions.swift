internal import ArgumentParser
internal import Perilune
internal import SpecWorkers

/// Where and how plugins run.
struct SandboxOptions: ParsableArguments {
    enum Mode: String, CaseIterable, ExpressibleByArgument {
        case auto, off
    }

    @Option(
        help: """
            auto: plugins that are not bundled run in locked processes; off: in this one, to \
            debug them.
            """)
    var sandbox: Mode = .auto

    @Flag(
        inversion: .prefixedNo,
        help: "Run no plugin in a process that cannot be locked; the default where CI is set.")
    var requireSandbox: Bool?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Processes at once; the default is one for each processor.", valueName: "number"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            """
            The day that plugins are told: YYYY-MM-DD, or now for what the clock says; else that of \
            SOURCE_DATE_EPOCH.
            """, valueName: "day"))
    var today: String?

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs is \(jobs); expected a number from 1 to 64")
        }
        if sandbox == .off, requireSandbox == true {
            throw ValidationError("--sandbox off and --require-sandbox exclude each other")
        }
    }

    /// The day that plugins are told; nil where nobody says.
    func day() throws(Problem) -> String? { try Today.day(today) }

    var choice: SandboxChoice {
        sandbox == .off
            ? .inProcess : Self.workers(jobs, requiresLock: requireSandbox)
    }

    /// How many processes there may be at once.
    var processes: Int { sandbox == .off ? 1 : Self.processes(jobs) }

    private static func processes(_ jobs: Int?) -> Int { jobs ?? min(Terminal.processors, 16) }

    /// What holds where nothing is said.
    static var standard: SandboxChoice { workers(nil, requiresLock: nil) }

    private static func workers(_ jobs: Int?, requiresLock: Bool?) -> SandboxChoice {
        var options = WorkerPool.Options(
            arguments: WorkerMode.plugins.arguments,
            workers: processes(jobs),
            requiresLock: requiresLock ?? Terminal.isVariableSet("CI"))
        if ProgressLine.isWanted { options.watch = ProgressLine.show }
        return .workers(options)
    }

    /// Says where the walls are lower than they should be.
    func warn(_ workspaces: [Workspace]) {
        let loose = workspaces.map(\.looseLocks).first { !$0.isEmpty }
        warn(hasStrangers: workspaces.contains(where: \.hasForeignPlugins), loose: loose ?? [])
    }

    /// - Parameter loose: what does not hold of the workers' lock.
    func warn(hasStrangers: Bool, loose: [String]) {
        if sandbox == .off, hasStrangers {
            Terminal.error.write(
                "perilune: warning: --sandbox off: plugins run in this process, with all its rights\n"
            )
        }
        guard !loose.isEmpty else { return }
        let what = loose.joined(separator: ", ")
        Terminal.error.write(
            "perilune: warning: this system does not lock the \(what) of a plugin's process; "
                + "see perilune doctor\n")
    }
}

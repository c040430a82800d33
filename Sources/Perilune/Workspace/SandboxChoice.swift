public import SpecWorkers

/// Where plugins run.
public enum SandboxChoice: Sendable {
    /// All of them in this process, under limits: for those who debug a plugin, and for programs
    /// that cannot be their own workers.
    case inProcess
    /// In locked processes of their own, all but the bundled ones; these too where there is enough
    /// work to divide.
    case workers(WorkerPool.Options)
}

extension Workspace {
    /// Is some plugin not bundled?
    public var hasForeignPlugins: Bool { !foreignPlugins.isEmpty }

    /// What does not hold of the lock of the workers that there were, in words.
    public var looseLocks: [String] { pool?.looseLocks ?? [] }
}

extension Problem {
    init(_ error: WorkerPool.Unavailable) {
        self.init("no plugin can be run: \(error); see perilune doctor")
    }
}

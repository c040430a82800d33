public import SpecWorkers

/// Where plugins run, and where their `plugin.yml` is read.
public enum SandboxChoice: Sendable {
    /// All of them in this process, under limits: for those who debug a plugin, and for programs
    /// that cannot be their own workers.
    case inProcess
    /// In locked processes of their own, all but the bundled ones; these too where there is enough
    /// work to divide.
    case workers(WorkerPool.Options)
}

extension Workspace {
    /// Was some plugin loaded that is not bundled?
    public var hasForeignPlugins: Bool { !foreignPlugins.isEmpty }

    /// What does not hold of the lock of the workers that there were, in words.
    public var looseLocks: [String] { pool?.looseLocks ?? [] }
}

extension Problem {
    init(_ error: WorkerPool.Unavailable) {
        self.init("no plugin can be run: \(error); see perilune doctor")
    }
}

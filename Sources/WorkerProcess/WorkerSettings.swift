/// What one worker may use, and what must hold before it may work.
public struct WorkerSettings: Sendable, Equatable {
    /// Bytes of data that the process may have; its stack and its code are not among them.
    public var memory = 512 << 20
    /// Seconds of processor time over its whole life; nil for no limit but the deadlines.
    public var processorTime: Int?
    /// Must the whole lock hold? Landlock excepted, which a kernel need not have: the filter of
    /// system calls refuses all that it would. Without this a worker works behind what holds.
    public var requiresLock = false

    public init() {}

    /// For the command line of a worker, whose parent's number comes first.
    func arguments(parent: Int32) -> [String] {
        [
            String(parent), String(max(0, memory)), String(max(0, processorTime ?? 0)),
            requiresLock ? "1" : "0",
        ]
    }

    /// Reads them back.
    static func read(_ arguments: [String]) -> (settings: WorkerSettings, parent: Int32)? {
        guard arguments.count == 4, let parent = Int32(arguments[0]),
            let memory = Int(arguments[1]), memory >= 0,
            let processorTime = Int(arguments[2]), processorTime >= 0,
            ["0", "1"].contains(arguments[3])
        else { return nil }
        var settings = WorkerSettings()
        settings.memory = memory
        settings.processorTime = processorTime == 0 ? nil : processorTime
        settings.requiresLock = arguments[3] == "1"
        return (settings, parent)
    }
}

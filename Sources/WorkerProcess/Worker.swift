internal import CWorker

/// The inside of a worker.
public enum Worker {
    /// Are these the arguments that a group starts a worker with?
    public static func accepts(_ arguments: [String]) -> Bool {
        WorkerSettings.read(arguments) != nil
    }

    /// Locks this process, says what holds, and answers frames until its parent has no more.
    /// - Parameters:
    ///   - arguments: those that the group has put behind its own; with others it ends at once.
    ///   - answer: the answer to each frame, in order. It runs in the locked process: no file, no
    ///     thread, no second process, little more than computing.
    public static func serve(
        _ arguments: [String], _ answer: ([UInt8]) -> [UInt8]
    ) -> Never {
        guard let (settings, parent) = WorkerSettings.read(arguments) else { worker_exit(2) }
        let lock = lock(settings, parent: parent)
        guard write(lock.frame) else { worker_exit(0) }
        if settings.requiresLock, !lock.required.isEmpty { worker_exit(0) }
        while let frame = read(), write(answer(frame)) {}
        worker_exit(0)
    }

    private static func lock(_ settings: WorkerSettings, parent: Int32) -> WorkerLock {
        var limits = worker_limits(
            memory: Int64(settings.memory), processor: Int64(settings.processorTime ?? 0))
        var report = worker_report()
        unsafe worker_lock(parent, &limits, &report)
        var lock = WorkerLock()
        unsafe withUnsafeBytes(of: report.errors) { errors in
            let errors = unsafe errors.assumingMemoryBound(to: Int32.self)
            for piece in WorkerLock.Piece.allCases {
                let error = unsafe errors[piece.rawValue]
                if error != 0 { lock.missing[piece] = error }
            }
        }
        lock.landlockVersion = Int(report.landlock)
        lock.variables = Int(report.variables)
        lock.descriptors = Int(report.descriptors)
        return lock
    }

    private static func read() -> [UInt8]? {
        let head = read(4)
        if head.count < 4 { return nil }
        let length = Int(UInt32(littleEndianBytes: head))
        let frame = read(length)
        return frame.count == length ? frame : nil
    }

    /// So many bytes; fewer where the parent has gone.
    private static func read(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let base = buffer.baseAddress { unsafe filled = worker_read(base, count) }
        }
    }

    private static func write(_ frame: [UInt8]) -> Bool {
        let head = UInt32(truncatingIfNeeded: frame.count).littleEndianBytes
        // A short frame goes at once, so that the parent wakes once.
        if frame.count <= 1 << 16 { return writeAll(head + frame) }
        return writeAll(head) && writeAll(frame)
    }

    private static func writeAll(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { unsafe worker_write($0.baseAddress, $0.count) }
    }
}

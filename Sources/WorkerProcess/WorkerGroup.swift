/// Names a worker for as long as its group lives.
public struct WorkerID: Hashable, Sendable {
    let number: Int
}

/// What a worker did.
public enum WorkerEvent: Sendable, Equatable {
    /// It runs, locked as it says. Comes before its first answer.
    case ready(WorkerID, WorkerLock)
    /// Its answer to the frame that was sent to it first of those without one.
    case frame(WorkerID, [UInt8])
    /// It is no more; nothing comes from it after this. Frames without an answer get none.
    case ended(WorkerID, WorkerFailure)
}

/// Workers of one program, driven by one thread that must outlive them: they die with it. Nothing
/// they do, or do not do, blocks or harms it. When the group goes, which is after its last use, none
/// of them is left.
///
///     var group = WorkerGroup(arguments: ["--worker"])
///     let worker = try group.start()
///     group.send(job, to: worker, deadline: 10)
///     while let event = group.next() { … }
public struct WorkerGroup: ~Copyable {
    private let program: String?
    private let arguments: [String]
    /// Bytes of the longest frame that a worker may send, of those that start from now on.
    public var frameLimit: Int
    private var workers: [RunningWorker] = []
    private var events: [WorkerEvent] = []
    private var started = 0
    private var lastWait: Double
    /// For what is read; none before there is a worker.
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - program: a path; nil for the executable that runs.
    ///   - arguments: what makes it a worker: it is to hand those that follow to `Worker.serve`.
    ///   - frameLimit: bytes of the longest frame that a worker may send.
    public init(program: String? = nil, arguments: [String], frameLimit: Int = 64 << 20) {
        self.program = program
        self.arguments = arguments
        self.frameLimit = frameLimit
        lastWait = Channel.now
    }

    /// How many workers there are.
    public var count: Int { workers.count }

    /// Starts one more, of 256 at most, and does not wait for it: frames can be sent to it at once.
    /// - Parameter patience: seconds until it must have said how it is locked.
    public mutating func start(
        _ settings: WorkerSettings = WorkerSettings(), patience: Double = 30
    ) throws(WorkerFailure) -> WorkerID {
        if workers.count >= Channel.most {
            throw .notStarted("there are \(workers.count) already")
        }
        let words = ["perilune"] + arguments + settings.arguments(parent: Channel.ownNumber)
        return adopt(try Channel.start(program, words), settings, patience: patience)
    }

    /// For tests: a worker without a process, whose end of the channel is the caller's.
    package mutating func adopt(
        _ settings: WorkerSettings = WorkerSettings(), patience: Double = 30
    ) throws(WorkerFailure) -> (id: WorkerID, descriptor: Int32) {
        let (channel, other) = try Channel.pair()
        return (adopt(channel, settings, patience: patience), other)
    }

    private mutating func adopt(
        _ channel: Channel, _ settings: WorkerSettings, patience: Double
    ) -> WorkerID {
        started += 1
        let worker = RunningWorker(
            WorkerID(number: started), channel, settings: settings, limit: frameLimit,
            patience: patience)
        workers.append(worker)
        return worker.id
    }

    /// For tests: the number of a worker's process; nil where it has ended.
    package func process(of id: WorkerID) -> Int32? {
        workers.first { $0.id == id }?.channel.process
    }

    /// Sends a frame, or queues it where the worker is not ready for it. Each is answered by one
    /// frame. To a worker that has ended, nothing is sent; `next` says so, or has.
    /// - Parameter deadline: seconds from now, or from the answer before it where there is one to
    ///   come, in which the answer must have arrived. Time that the caller spends between two
    ///   calls of `next` is not counted.
    public mutating func send(_ frame: [UInt8], to id: WorkerID, deadline: Double) {
        guard let worker = workers.first(where: { $0.id == id }) else { return }
        if frame.count > Int(UInt32.max) {
            record(worker.kill(.malformed("it was to be sent \(frame.count) bytes at once")))
        } else {
            worker.send(frame, deadline: deadline)
        }
    }

    /// Waits for what happens next; nil where nothing is awaited: every worker has reported, every
    /// frame has its answer.
    /// - Parameters:
    ///   - seconds: how long to wait at most before `wait` is called again.
    ///   - rest: seconds in which nobody looks, where nothing has come yet and all is sent: to wake for all
    ///     that comes in them is much cheaper than to wake for each.
    ///   - wait: called while there is nothing yet.
    public mutating func next(
        every seconds: Double = .infinity, resting rest: Double = 0, wait: () -> Void = {}
    ) -> WorkerEvent? {
        let now = Channel.now
        for worker in workers { worker.forgive(from: lastWait, to: now) }
        defer { lastWait = Channel.now }
        if rest > 0, events.isEmpty, !workers.contains(where: \.isSending) {
            _ = Channel.wait([], seconds: rest)
        }
        while events.isEmpty {
            guard let deadline = workers.filter(\.isAwaited).map(\.deadline).min() else {
                return nil
            }
            turn(until: min(deadline, Channel.now + seconds))
            if events.isEmpty { wait() }
        }
        return events.removeFirst()
    }

    /// Kills a worker. What it did before and `next` has not said yet is forgotten.
    public mutating func stop(_ id: WorkerID) {
        workers.removeAll { $0.id == id }
        events.removeAll { $0.worker == id }
    }

    /// Moves what can be moved, then ends those that are late.
    private mutating func turn(until deadline: Double) {
        let ready = Channel.wait(
            workers.map { ($0.channel, $0.isSending) }, seconds: deadline - Channel.now)
        for (worker, ready) in zip(workers, ready) {
            if ready.writable { worker.write() }
            if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 1 << 18) }
            if ready.readable { for event in worker.read(&buffer) { record(event) } }
        }
        let now = Channel.now
        for worker in workers {
            if let event = worker.expire(at: now) { record(event) }
        }
    }

    private mutating func record(_ event: WorkerEvent) {
        events.append(event)
        if case .ended(let id, _) = event { workers.removeAll { $0.id == id } }
    }
}

extension WorkerEvent {
    /// Whose it is.
    public var worker: WorkerID {
        switch self {
        case .ready(let id, _), .frame(let id, _), .ended(let id, _): id
        }
    }
}

internal import CWorker

/// The parent's end of a channel, and the process at the other: closed, killed and reaped with
/// their owner.
@safe final class Channel {
    private let descriptor: Int32
    /// Nil for a channel without a process, and once it has been reaped.
    private(set) var process: Int32?

    private init(descriptor: Int32, process: Int32?) {
        self.descriptor = descriptor
        self.process = process
    }

    deinit {
        end(grace: 0)
        worker_close(descriptor)
    }

    /// Starts a program, by its path, or the one that runs.
    static func start(_ program: String?, _ arguments: [String]) throws(WorkerFailure) -> Channel {
        let block = arguments.flatMap { $0.utf8CString.filter { $0 != 0 } + [0] }
        var process = worker_process()
        let error = unsafe block.withUnsafeBufferPointer { block in
            guard let list = block.baseAddress else { return Int32.max }
            guard let program else {
                return unsafe worker_spawn(nil, list, arguments.count, &process)
            }
            return unsafe worker_spawn(program, list, arguments.count, &process)
        }
        if error != 0 { throw .notStarted(reason(error)) }
        return Channel(descriptor: process.channel, process: process.id)
    }

    /// A channel whose other end the caller has.
    static func pair() throws(WorkerFailure) -> (channel: Channel, other: Int32) {
        var ours: Int32 = 0
        var theirs: Int32 = 0
        let error = unsafe worker_channel(&ours, &theirs)
        if error != 0 { throw .notStarted(reason(error)) }
        return (Channel(descriptor: ours, process: nil), theirs)
    }

    /// What a look at a channel gives.
    enum Step: Equatable {
        /// So many bytes.
        case moved(Int)
        case later, gone

        init(_ outcome: Int64) {
            self =
                switch outcome {
                case Int64(WORKER_LATER): .later
                case Int64(WORKER_GONE): .gone
                default: .moved(Int(outcome))
                }
        }
    }

    func receive(into buffer: inout [UInt8]) -> Step {
        let count = buffer.count
        return unsafe Step(worker_receive(descriptor, &buffer, count))
    }

    /// Sends what follows `start` in the two parts together.
    func send(_ head: [UInt8], _ body: [UInt8], from start: Int) -> Step {
        let skipped = min(start, head.count)
        let begun = start - skipped
        return unsafe head.withUnsafeBytes { head in
            unsafe body.withUnsafeBytes { body in
                unsafe Step(
                    worker_send(
                        descriptor,
                        head.baseAddress.map { unsafe $0 + skipped }, head.count - skipped,
                        body.baseAddress.map { unsafe $0 + begun }, body.count - begun))
            }
        }
    }

    /// Waits for one of the channels. What can be read and what can be written, in their order.
    static func wait(
        _ channels: [(channel: Channel, writes: Bool)], seconds: Double
    ) -> [(readable: Bool, writable: Bool)] {
        var waits = channels.map {
            worker_wait(
                channel: $0.channel.descriptor, writes: $0.writes, readable: false,
                writable: false)
        }
        let milliseconds = Int32((seconds > 0 ? min(seconds, 1e6) * 1000 : 0).rounded(.up))
        unsafe worker_poll(&waits, waits.count, milliseconds)
        return waits.map { ($0.readable, $0.writable) }
    }

    /// How a process ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signal(Int32, String)
        case memory, processorTime, forbiddenCall
        /// It had to be killed, or nobody knows.
        case killed
    }

    /// Kills the group of the process where it does not end within so many milliseconds.
    @discardableResult
    func end(grace: Int32) -> Ending {
        guard let process else { return .killed }
        self.process = nil
        let end = worker_reap(process, grace)
        switch end.ending {
        case .WORKER_EXITED where end.value == WORKER_EXIT_MEMORY: return .memory
        case .WORKER_EXITED: return .exited(end.value)
        case .WORKER_SIGNALLED:
            let meaning = worker_signal_of(end.value)
            return switch meaning {
            case .WORKER_SIGNAL_TIME: .processorTime
            case .WORKER_SIGNAL_FILTER: .forbiddenCall
            default: .signal(end.value, Self.words(meaning, end.value))
            }
        case .WORKER_KILLED, .WORKER_LOST: return .killed
        }
    }

    private static func words(_ signal: worker_signal, _ number: Int32) -> String {
        switch signal {
        case .WORKER_SIGNAL_SEGMENT: "Segmentation fault"
        case .WORKER_SIGNAL_BUS: "Bus error"
        case .WORKER_SIGNAL_ABORT: "Aborted"
        case .WORKER_SIGNAL_TRAP: "Trapped by a check of its own"
        case .WORKER_SIGNAL_ARITHMETIC: "Arithmetic error"
        case .WORKER_SIGNAL_KILL: "killed by somebody else, or for want of memory"
        case .WORKER_SIGNAL_FILTER, .WORKER_SIGNAL_TIME, .WORKER_SIGNAL_OTHER: "signal \(number)"
        }
    }

    /// What an error number means: `no such file or directory`.
    static func reason(_ error: Int32) -> String {
        let reason = unsafe String(cString: worker_reason(error))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }

    /// Seconds of a clock that only goes forward.
    static var now: Double { worker_now() }
    /// The most that `wait` takes.
    static let most = Int(WORKER_MOST)
    static var ownNumber: Int32 { worker_self() }
}

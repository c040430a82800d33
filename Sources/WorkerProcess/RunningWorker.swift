/// One worker as its parent sees it: what is to be sent, what is awaited, what has come.
final class RunningWorker {
    let id: WorkerID
    let channel: Channel
    private let settings: WorkerSettings
    private var reader: FrameReader
    private var outbox: [Outgoing] = []
    /// The answers that are to come, the first first.
    private var awaited: [Awaited]
    /// When the first of them is late, and when that was said.
    private(set) var deadline: Double
    private var deadlineSet: Double

    private struct Outgoing {
        var head: [UInt8]
        var body: [UInt8]
        var sent = 0
    }

    private struct Awaited {
        /// The report, which comes unasked.
        var isReport: Bool
        var seconds: Double
    }

    init(
        _ id: WorkerID, _ channel: Channel, settings: WorkerSettings, limit: Int, patience: Double
    ) {
        self.id = id
        self.channel = channel
        self.settings = settings
        reader = FrameReader(limit: limit)
        awaited = [Awaited(isReport: true, seconds: patience)]
        deadlineSet = Channel.now
        deadline = deadlineSet + patience
    }

    var isAwaited: Bool { !awaited.isEmpty }
    var isSending: Bool { !outbox.isEmpty }

    /// Puts a frame into the queue, and as much of it on its way as there is room for.
    func send(_ frame: [UInt8], deadline seconds: Double) {
        let head = UInt32(truncatingIfNeeded: frame.count).littleEndianBytes
        outbox.append(Outgoing(head: head, body: frame))
        // What is no number is no time at all.
        awaited.append(Awaited(isReport: false, seconds: seconds > 0 ? seconds : 0))
        if awaited.count == 1 { startClock() }
        if outbox.count == 1 { write() }
    }

    /// Writes until there is no room.
    func write() {
        while let next = outbox.first {
            switch channel.send(next.head, next.body, from: next.sent) {
            case .moved(let count):
                outbox[0].sent += count
                if outbox[0].sent == next.head.count + next.body.count { outbox.removeFirst() }
            case .later: return
            // Nobody will read the rest. What was written to us before may still be there.
            case .gone: outbox = []
            }
        }
    }

    /// Reads what there is, once.
    func read(_ buffer: inout [UInt8]) -> [WorkerEvent] {
        switch channel.receive(into: &buffer) {
        case .later: return []
        case .gone: return [.ended(id, ending())]
        case .moved(let count):
            var frames: [[UInt8]] = []
            do throws(FrameReader.TooLong) {
                try reader.take(buffer[..<count], into: &frames)
                return accept(frames)
            } catch {
                let events = accept(frames)
                if case .ended = events.last { return events }
                return events + [kill(.malformed(error.description))]
            }
        }
    }

    /// Only as many frames as were asked for, and the report first.
    private func accept(_ frames: [[UInt8]]) -> [WorkerEvent] {
        var events: [WorkerEvent] = []
        for frame in frames {
            guard let first = awaited.first else {
                return events + [kill(.malformed("it sent what nobody asked for"))]
            }
            awaited.removeFirst()
            startClock()
            if !first.isReport {
                events.append(.frame(id, frame))
                continue
            }
            guard let lock = WorkerLock(frame: frame) else {
                return [kill(.malformed("its report of the lock cannot be read"))]
            }
            if settings.requiresLock, !lock.required.isEmpty {
                return [kill(.refused(lock.required))]
            }
            events.append(.ready(id, lock))
        }
        return events
    }

    /// Ends it if its answer is late at this time.
    func expire(at now: Double) -> WorkerEvent? {
        guard let first = awaited.first, now >= deadline else { return nil }
        return kill(.deadline(first.seconds))
    }

    private func startClock() {
        guard let first = awaited.first else { return }
        deadlineSet = Channel.now
        deadline = deadlineSet + first.seconds
    }

    /// Time in which the parent did not listen does not count.
    func forgive(from start: Double, to end: Double) {
        deadline += max(0, end - max(start, deadlineSet))
    }

    func kill(_ failure: WorkerFailure) -> WorkerEvent {
        channel.end(grace: 0)
        return .ended(id, failure)
    }

    /// What the end of the channel means: by now the process has ended too, or is about to.
    private func ending() -> WorkerFailure {
        switch channel.end(grace: 100) {
        case .memory: .memory(settings.memory)
        case .processorTime: .processorTime
        case .forbiddenCall: .forbiddenCall
        case .signal(let number, let words): .signal(number, words)
        case .exited(let code) where code != 0: .exited(code)
        case .exited, .killed:
            reader.isInFrame
                ? .malformed("it ended in the middle of a frame")
                : .malformed("it closed its channel")
        }
    }
}

internal import WorkerProcess

/// Workers that are alike, and the work that is divided among them.
struct WorkerQueue: ~Copyable {
    private var group: WorkerGroup
    private var settings: WorkerSettings
    /// What every worker is told first; made when the first of them starts, for most queues start none.
    private var opening: (() -> [UInt8])?
    /// What every worker is told before it works, by what it is about; in this order.
    private var preparation: [(topic: Int, frame: [UInt8])]
    private var members: [Member] = []
    /// Bytes of data that workers have beside what is required for documents.
    private var bytesGiven = 0
    /// What does not hold of the lock of some worker.
    private(set) var missing: Set<WorkerLock.Piece> = []

    private struct Member {
        var id: WorkerID
        /// What it was sent and has not answered: numbers of jobs, and nil for preparation; and of
        /// how many bytes that is.
        private(set) var awaited: [(job: Int?, size: Int)] = []
        private(set) var size = 0

        /// Is it to have one more, of so many that are left for each worker?
        func wantsMore(of left: Int) -> Bool {
            if awaited.count < WorkerQueue.fewest { return true }
            // Half of what is left, so that none has much to do when the others are done.
            return awaited.count < min(WorkerQueue.most, left / 2) && size < WorkerQueue.bytes
        }

        /// One more is awaited.
        mutating func sent(_ job: Int?, _ frame: [UInt8]) {
            awaited.append((job, frame.count))
            size += frame.count
        }

        /// The first of what is awaited has come.
        mutating func take() -> Int? {
            let (job, size) = awaited.removeFirst()
            self.size -= size
            return job
        }
    }

    /// Whether work goes on after a job.
    enum Course {
        case goOn
        /// What was not handed out stays undone.
        case stop
    }

    /// Topics beside the sets of rules, whose topics are their numbers.
    static let opening = -2
    static let words = -1
    static let templates = -3
    static let reserved = -4
    static let given = -5

    /// Jobs that a worker has at once, so that it need not wait for its parent: so many in any case,
    /// and more while they are small and a channel holds them.
    private static let (fewest, most, bytes) = (8, 64, 144 << 10)
    /// Seconds that the parent rests while workers have much to do: they get further the less often they
    /// are put aside for it.
    private static let rest = 0.002
    /// Bytes that a worker is not done with in that time, though it did nothing but read them.
    private static let bytesOfRest = 96 << 10
    /// Seconds after which somebody who watches is told again.
    private static let pause = 0.1
    /// Seconds in which a worker must have prepared itself.
    private static let patience = 30.0

    init(
        _ group: consuming WorkerGroup, _ settings: WorkerSettings,
        opening: @escaping () -> [UInt8]
    ) {
        self.group = group
        self.settings = settings
        self.opening = opening
        preparation = []
    }

    /// Lets later workers have so many bytes of data, and their answers so many; those that may have
    /// less go.
    mutating func require(memory: Int, answer: Int = 0) {
        let memory = memory + bytesGiven
        guard memory > settings.memory || answer > group.frameLimit else { return }
        settings.memory = max(memory, settings.memory)
        group.frameLimit = max(answer, group.frameLimit)
        stopWorkers()
    }

    /// Lets later workers have so many bytes of data beside what is required.
    mutating func give(memory: Int) {
        let before = bytesGiven
        bytesGiven = memory
        if memory > before { require(memory: settings.memory - before) }
    }

    /// Ends all workers but the first of them; those that come later are prepared anew.
    mutating func stopWorkers(but kept: Int = 0) {
        for member in members.dropFirst(kept) { group.stop(member.id) }
        members = Array(members.prefix(kept))
    }

    /// Tells all workers something, now and when they come; what they were told of the same
    /// topic is forgotten.
    mutating func tell(_ frame: [UInt8], about topic: Int) {
        if let place = preparation.firstIndex(where: { $0.topic == topic }) {
            preparation[place].frame = frame
        } else {
            preparation.append((topic, frame))
        }
        for index in members.indices {
            members[index].sent(nil, frame)
            group.send(frame, to: members[index].id, deadline: Self.patience)
        }
    }

    /// Has jobs done by some workers. What a worker dies of is the first job that it has not
    /// answered; those behind it go to others.
    /// - Parameters:
    ///   - jobs: their numbers, in the order in which they are handed out.
    ///   - deadline: seconds that one job may take.
    ///   - watch: is told, ten times a second or so, how many jobs are done.
    ///   - accept: takes an answer, or why there is none.
    /// - Returns: the numbers of the jobs that were not done, in the order of `jobs`. None but
    ///   those that a stop left.
    /// - Throws: why no worker can work at all.
    mutating func work(
        _ jobs: [Int], workers: Int, deadline: Double, watch: ((Int) -> Void)? = nil,
        frame: (Int) -> [UInt8],
        accept: (Int, Result<[UInt8], WorkerFailure>, inout WorkerQueue) -> Course
    ) throws(WorkerFailure) -> [Int] {
        var waiting = jobs[...]
        var under = 0
        while under > 0 || !waiting.isEmpty {
            while members.count < min(max(1, workers), under + waiting.count) { try startWorker() }
            under += hand(&waiting, workers, deadline, frame)
            let done = jobs.count - waiting.count - under
            watch?(done)
            let pause = watch == nil ? .infinity : Self.pause
            let areBusy = members.allSatisfy { $0.size >= Self.bytesOfRest }
            guard
                let event = group.next(
                    every: pause, resting: areBusy ? Self.rest : 0, wait: { watch?(done) })
            else { break }
            let outcome: (job: Int, result: Result<[UInt8], WorkerFailure>)
            switch event {
            case .ready(_, let lock):
                missing.formUnion(lock.missing.keys)
                continue
            case .frame(let id, let bytes):
                guard let index = members.firstIndex(where: { $0.id == id }),
                    let job = members[index].take()
                else { continue }
                outcome = (job, .success(bytes))
                under -= 1
            case .ended(let id, let failure):
                guard let index = members.firstIndex(where: { $0.id == id }) else { continue }
                let awaited = members.remove(at: index).awaited
                guard let first = awaited.first else { continue }
                // One that cannot even be prepared would not be the last.
                guard let job = first.job else { throw failure }
                let rest = awaited.dropFirst().compactMap(\.job)
                waiting = (rest + waiting)[...]
                under -= 1 + rest.count
                outcome = (job, .failure(failure))
            }
            if accept(outcome.job, outcome.result, &self) == .stop { break }
        }
        let undone = Set(waiting).union(members.flatMap(\.awaited).compactMap(\.job))
        // What they are still at is of no use to anybody.
        if under > 0 { stopWorkers() }
        return jobs.filter(undone.contains)
    }

    /// Gives each worker as much as it is to have at once; how many jobs that were. Of more workers
    /// than there are to be now, left from other work, the later ones get nothing.
    private mutating func hand(
        _ waiting: inout ArraySlice<Int>, _ workers: Int, _ deadline: Double,
        _ frame: (Int) -> [UInt8]
    ) -> Int {
        let before = waiting.count
        let workers = max(1, workers)
        for index in members.indices.prefix(workers) {
            while members[index].wantsMore(of: waiting.count / workers),
                let job = waiting.popFirst()
            {
                let frame = frame(job)
                members[index].sent(job, frame)
                group.send(frame, to: members[index].id, deadline: deadline)
            }
        }
        return before - waiting.count
    }

    private mutating func startWorker() throws(WorkerFailure) {
        let id = try group.start(settings)
        if let opening {
            preparation.insert((Self.opening, opening()), at: 0)
            self.opening = nil
        }
        var member = Member(id: id)
        for (_, frame) in preparation {
            member.sent(nil, frame)
            group.send(frame, to: id, deadline: Self.patience)
        }
        members.append(member)
    }
}

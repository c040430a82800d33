package import SpecPlugins
package import SpecReading
package import SpecTemplates
package import SpecVocabulary
internal import Synchronization
package import WorkerProcess

/// Runs plugins over documents in locked processes, some at once. Results are those that one
/// process would give, in the order of the documents, however the work was divided.
///
/// What a worker dies of is found by trying again, one plugin and one document at a time, and is
/// that plugin's failure; the others' results are whole. The thread that uses a pool first must
/// outlive the workers.
///
/// Unchecked because its queue is used behind `lock` alone, which the compiler cannot see: a `Mutex`
/// of the queue itself would have to be told that the closures of a caller keep nothing of it.
public final class WorkerPool: @unchecked Sendable {
    /// What a pool has for its whole life.
    public struct Options: Sendable {
        /// The program to start; nil for the one that runs.
        public var program: String?
        /// What makes it a worker.
        public var arguments: [String]
        /// Workers at once.
        public var workers: Int
        /// Must the lock hold?
        public var requiresLock: Bool
        /// Is told how far the work on documents has come: often, and also where it is done in this
        /// process.
        public var watch: (@Sendable (Progress) -> Void)?

        public init(
            program: String? = nil, arguments: [String], workers: Int, requiresLock: Bool
        ) {
            self.program = program
            self.arguments = arguments
            self.workers = workers
            self.requiresLock = requiresLock
        }
    }

    /// How far the work on documents has come.
    public struct Progress: Sendable, Equatable {
        /// What is done with them.
        public enum Work: Sendable { case reading, checking, exporting }

        /// What is done at the moment.
        public var work: Work
        /// How many documents it is done with.
        public var done: Int
        /// How many documents there are.
        public var total: Int
    }

    /// Why there are no workers.
    public struct Unavailable: Error, Sendable, CustomStringConvertible {
        package let reason: WorkerFailure

        /// `its worker was refused: …`
        public var description: String { "its worker \(reason)" }
    }

    let plugins: [WorkerPlugin]
    let options: Options
    private let lock = Mutex(())
    private var queue: WorkerQueue

    /// - Parameter limits: what reading takes on.
    package init(
        _ plugins: [WorkerPlugin], _ options: Options, limits: ReadingLimits = ReadingLimits()
    ) {
        self.plugins = plugins
        self.options = options
        var settings = WorkerSettings()
        settings.requiresLock = options.requiresLock
        settings.memory = Self.memory(plugins, documents: Self.bytesOfFirst)
        queue = WorkerQueue(
            WorkerGroup(
                program: options.program, arguments: options.arguments,
                frameLimit: Self.longestAnswer(plugins, document: Self.bytesOfFirst)), settings
        ) { Request.open(plugins, limits).frame }
    }

    /// What does not hold of the lock of the workers that there were, in words; Landlock apart,
    /// for the filter of system calls refuses all that it would.
    public var looseLocks: [String] {
        lock.withLock { _ in
            WorkerLock.Piece.allCases.filter { $0 != .landlock && queue.missing.contains($0) }
                .map(\.words)
        }
    }
}

extension WorkerPool {
    /// What documents cost in memory for each byte: their model, and what Lua sees of it.
    private static let bytesForEach = 64
    /// What of them crosses for others that look at all documents: one or two where they are prose.
    private static let bytesOfFacts = 8
    /// What the first workers have room for: they start before the documents are known.
    private static let bytesOfFirst = 4 << 20
    /// Documents of fewer bytes are read and checked in the time that a worker takes to start.
    private static let bytesOfWorker = 256 << 10
    /// What is given to plugins is a frame, values, and the frame that answers.
    private static let copiesOfGiven = 4
    /// How many of its deadlines a plugin may take: a tenth of one in a trial, then one under the meter.
    private static let withTrial = 1.1
    /// What a plugin's state may have beside its limits, and the host on its behalf.
    private static let bytesOfPlugin = 32 << 20

    func total(_ documents: [Document]) -> Int { documents.reduce(0) { $0 + $1.size } }

    func largest(_ documents: [Document]) -> Int { documents.map(\.size).max() ?? 0 }

    /// - Parameter together: is one worker to have all of them?
    func require(_ documents: [Document], together: Bool) {
        let bytes = together ? total(documents) : largest(documents)
        let memory = Self.memory(plugins, documents: bytes)
        let answer = Self.longestAnswer(plugins, document: largest(documents))
        lock.withLock { _ in queue.require(memory: memory, answer: answer) }
    }

    /// What a worker may need that has documents of so many bytes.
    private static func memory(_ plugins: [WorkerPlugin], documents bytes: Int) -> Int {
        let states = plugins.reduce(0) {
            // A result is a table, bytes, a value, and bytes again.
            $0 + $1.limits[.memory] + 2 * $1.limits[.block] + 3 * $1.limits[.result] + bytesOfPlugin
        }
        return (256 << 20) + states + bytes * bytesForEach
    }

    /// Bytes: what all plugins may say of one document of so many bytes, and what it says itself.
    private static func longestAnswer(_ plugins: [WorkerPlugin], document bytes: Int) -> Int {
        plugins.reduce(16 << 20 + bytes * bytesOfFacts) { $0 + $1.limits[.result] }
    }

    /// Seconds in which documents of so many bytes must have been read and some plugins have looked
    /// at them: what a state would end them at itself, and two for each 256 KiB.
    func deadline(_ names: [String], _ bytes: Int = 0) -> Double {
        let own = plugins.filter { names.contains($0.files.name) }
            .reduce(0) { $0 + Double($1.limits[.deadline]) / 1000 * Self.withTrial }
        return own + Double(names.count * (bytes >> 18) * 10) + Double((bytes >> 18) + 1) * 2
    }

    /// How many workers are worth their start.
    package func workers(for documents: [Document]) -> Int {
        min(options.workers, 1 + total(documents) / Self.bytesOfWorker)
    }

    func place(of plugin: String) -> Int {
        plugins.firstIndex { $0.files.name == plugin } ?? plugins.count
    }

    func tell(_ rules: [PluginRules], set: Int) {
        lock.withLock { _ in queue.tell(Request.rules(set: set, rules).frame, about: set) }
    }

    /// Has documents read with words that plugins and a workspace add.
    package func tell(_ words: VocabularyIndex) {
        let words = CompiledVocabulary(text: words.text.bytes, units: words.units.bytes)
        lock.withLock { _ in
            queue.tell(Request.words(words).frame, about: WorkerQueue.words)
        }
    }

    /// Ends all workers but one, for what is to be done by one.
    func keepOneWorker() { lock.withLock { _ in queue.stopWorkers(but: 1) } }

    /// Ends all workers. Some are started where there is more to do.
    func end() { lock.withLock { _ in queue.stopWorkers() } }

    /// Has documents held against templates beside the bundled ones.
    package func tell(_ templates: [TemplateFile]) {
        lock.withLock { _ in
            queue.tell(Request.templates(templates).frame, about: WorkerQueue.templates)
        }
    }

    /// Has transforms take ids to be given.
    package func tell(_ reserved: ReservedIds) {
        lock.withLock { _ in
            queue.tell(Request.reserve(reserved).frame, about: WorkerQueue.reserved)
        }
    }

    /// What a plugin has beside its own files.
    package struct Given: Sendable {
        /// nil where it asks for nothing.
        package var grant: PluginGrant?
        package var libraries: [PluginFiles]

        package init(grant: PluginGrant?, libraries: [PluginFiles]) {
            self.grant = grant
            self.libraries = libraries
        }

        fileprivate var bytes: Int {
            libraries.reduce(grant?.bytes ?? 0) { sum, library in
                library.files.reduce(sum) { $0 + $1.count }
            }
        }
    }

    /// Gives plugins what they have beside their own files; what was given before is forgotten.
    /// - Parameter given: by the names of plugins that this pool has.
    package func give(_ given: [String: Given]) {
        let bytes = given.values.reduce(0) { $0 + $1.bytes }
        let frame = Request.give(
            plugins.indices.compactMap { place in
                given[plugins[place].files.name].map {
                    GivenToPlugin(plugin: place, grant: $0.grant, libraries: $0.libraries)
                }
            }
        ).frame
        lock.withLock { _ in
            queue.give(memory: bytes * Self.copiesOfGiven)
            queue.tell(frame, about: WorkerQueue.given)
        }
    }

    /// Says how far the work has come, if anybody wants to know.
    package func report(_ work: Progress.Work, _ done: Int, of total: Int) {
        options.watch?(Progress(work: work, done: min(done, total), total: total))
    }

    /// Has requests answered; the numbers of those that were left undone by a stop.
    /// - Parameter watched: what is done, and with how many documents in all, of which the last jobs
    ///   are about one each.
    func work(
        _ jobs: [Int], workers: Int, deadline: Double,
        watched: (work: Progress.Work, total: Int)? = nil, _ request: (Int) -> Request,
        accept: (Int, Result<Answer, WorkerFailure>, inout WorkerQueue) -> WorkerQueue.Course
    ) throws(Unavailable) -> [Int] {
        let result = lock.withLock { _ in
            Result { () throws(WorkerFailure) in
                let isWatched = options.watch != nil && watched != nil
                let watch = { (done: Int) in
                    guard let (work, total) = watched else { return }
                    self.report(work, total - min(total, jobs.count) + done, of: total)
                }
                return try queue.work(
                    jobs, workers: workers, deadline: deadline, watch: isWatched ? watch : nil
                ) {
                    request($0).frame
                } accept: { job, frame, queue in
                    accept(job, frame.flatMap(Self.answer), &queue)
                }
            }
        }
        do throws(WorkerFailure) {
            return try result.get()
        } catch {
            throw Unavailable(reason: error)
        }
    }

    private static func answer(_ frame: [UInt8]) -> Result<Answer, WorkerFailure> {
        do throws(WireError) {
            return .success(try Answer(frame: frame))
        } catch {
            return .failure(.malformed("its answer cannot be read"))
        }
    }

    static func malformed(_ plugin: String) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .shape, message: "its worker did not answer what it was asked")
    }

    /// A plugin in whose hands a worker died.
    static func death(
        _ failure: WorkerFailure, of plugin: String, rule: String? = nil,
        at document: Document? = nil
    ) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .limit, message: "its worker \(failure)", rule: rule,
            spec: document?.path, specLine: document.map { _ in 1 })
    }
}

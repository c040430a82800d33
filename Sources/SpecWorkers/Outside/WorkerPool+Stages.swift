public import SpecModel
public import SpecPlugins
internal import WorkerProcess

/// What a transform or an export made of documents.
public struct Made<Product: Sendable>: Sendable {
    /// What reading found in them, in their order.
    public var reading: [Finding]
    /// nil where reading found an error: nothing is made of half of the documents.
    public var product: Result<Product, PluginFailure>?
    /// The lines that the plugin printed, in the order of the documents.
    public var log: [String] = []

    public init(reading: [Finding]) { self.reading = reading }
}

/// Transforms and exports.
extension WorkerPool {
    /// The edits that a transform asks for, document by document; the failure of the first that has
    /// one ends it.
    package func transform(
        _ documents: [Document], _ plugin: String, _ name: String,
        options: [String: OptionValue]
    ) throws(Unavailable) -> Made<[[Edit]]> {
        require(documents, together: false)
        var run = TransformRun(documents, plugin, name)
        let (place, options) = (place(of: plugin), NamedOption.list(options))
        var left = Array(documents.indices)
        while !left.isEmpty {
            left = try work(
                left, workers: workers(for: documents),
                deadline: deadline([plugin], largest(documents))
            ) {
                .transform(documents[$0], plugin: place, name: name, options)
            } accept: { document, answer, _ in
                run.add(document, answer)
                return run.firstFailure == nil ? .goOn : .stop
            }
            // Whichever of them was first in time.
            left.removeAll { $0 > run.firstFailure ?? documents.count }
        }
        run.add(try read(run.unread, of: documents))
        return run.made
    }

    /// What an export makes of all documents.
    package func export(
        _ documents: [Document], _ plugin: String, _ name: String,
        options: [String: OptionValue]
    ) throws(Unavailable) -> Made<Artifact> {
        require(documents, together: false)
        let readings = try read(Array(documents.indices), of: documents, tells: true)
        var made = Made<Artifact>(
            reading: documents.indices.flatMap { readings[$0]?.findings ?? [] })
        if made.reading.hasErrors { return made }
        let known = documents.enumerated().map { place, document in
            KnownDocument(document: document, facts: readings[place]?.facts ?? [])
        }
        let rule = "\(plugin)/\(name)"
        let verifier = Verifier(documents)
        let (place, options) = (place(of: plugin), NamedOption.list(options))
        let ignorance = try know(known, plugins: [plugin], asking: 1) { _ in
            .export(plugin: place, name: name, options)
        } accept: { _, answer in
            switch answer {
            case .success(.exported(let bytes, let log)):
                made.log = verifier.log(log)
                made.product = .success(Artifact(bytes: bytes))
            case .success(.failed(let failure, let log)):
                made.log = verifier.log(log)
                made.product = .failure(verifier.failure(failure, of: plugin, rule: rule))
            case .success: made.product = .failure(Self.malformed(plugin))
            case .failure(let death):
                made.product = .failure(Self.death(death, of: plugin, rule: rule))
            }
            return .goOn
        }
        if let ignorance {
            made.product = .failure(
                Self.death(ignorance.reason, of: plugin, rule: rule, at: ignorance.document))
        }
        return made
    }
}

/// What came back of a transform.
private struct TransformRun {
    private let documents: [Document]
    private let plugin: String
    private let rule: String
    private var verifier: Verifier
    private var readings: [[Finding]?]
    private var edits: [[Edit]]
    private var logs: [[String]]
    private var failures: [Int: PluginFailure] = [:]

    init(_ documents: [Document], _ plugin: String, _ name: String) {
        self.documents = documents
        self.plugin = plugin
        rule = "\(plugin)/\(name)"
        verifier = Verifier(documents)
        readings = Array(repeating: nil, count: documents.count)
        edits = Array(repeating: [], count: documents.count)
        logs = Array(repeating: [], count: documents.count)
    }

    /// The first document that the plugin failed at, of those that came back.
    var firstFailure: Int? { failures.keys.min() }

    /// Those of which is not known what reading finds.
    var unread: [Int] { readings.indices.filter { readings[$0] == nil } }

    mutating func add(_ document: Int, _ answer: Result<Answer, WorkerFailure>) {
        switch answer {
        case .success(.transformed(let reading, let remote, let log)):
            readings[document] = verifier.reading(reading, in: document)
            logs[document] = verifier.log(log)
            if let verified = verifier.edits(remote, of: document) {
                edits[document] = verified
            } else {
                failures[document] = WorkerPool.malformed(plugin)
            }
        case .success(.failed(let failure, let log)):
            logs[document] = verifier.log(log)
            failures[document] = verifier.failure(failure, of: plugin, rule: rule)
        case .success: failures[document] = WorkerPool.malformed(plugin)
        case .failure(let death):
            failures[document] = WorkerPool.death(
                death, of: plugin, rule: rule, at: documents[document])
        }
    }

    mutating func add(_ others: [Int: Reading]) {
        for (document, reading) in others { readings[document] = reading.findings }
    }

    var made: Made<[[Edit]]> {
        var made = Made<[[Edit]]>(reading: readings.flatMap { $0 ?? [] })
        guard !made.reading.hasErrors else { return made }
        made.log = Array(logs.prefix((firstFailure ?? documents.count) + 1).joined())
        made.product = firstFailure.flatMap { failures[$0] }.map { .failure($0) } ?? .success(edits)
        return made
    }
}

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
    /// Paths of specs that a transform would have changed, too, and that the run is not about.
    public var leftOut: [String] = []
    /// Of specs that a transform would have changed: what its gate found there.
    public var held: [Finding] = []

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
    /// - Parameters:
    ///   - given: the specs, where they were read elsewhere.
    ///   - writable: what it may write beside what it declares.
    package func export(
        _ documents: [Document], given: [Spec]? = nil, _ plugin: String,
        _ export: StageDeclaration,
        options: [String: OptionValue], links: TicketLinks = TicketLinks(),
        beside writable: WritableNames = .none
    ) throws(Unavailable) -> Made<Artifact> {
        let name = export.name
        let (place, options) = (place(of: plugin), NamedOption.list(options))
        return try make(
            documents, given: given, plugin, name,
            .export(plugin: place, name: name, options, links)
        ) { answer, made in
            guard case .exported(let files, let plan, let log) = answer,
                let artifact = Artifact(
                    files.map { ($0.name, $0.bytes) }, export.outputs, beside: writable,
                    plan: plan)
            else { return nil }
            made.log = log
            return artifact
        }
    }

    /// The edits that a transform of all documents asks for, document by document.
    /// - Parameter selected: of each, is the run about it?
    package func transformWorkspace(
        _ documents: [Document], selected: [Bool], _ plugin: String, _ name: String,
        options: [String: OptionValue]
    ) throws(Unavailable) -> Made<[[Edit]]> {
        let (place, options) = (place(of: plugin), NamedOption.list(options))
        var verifier = Verifier(documents)
        return try make(
            documents, plugin, name,
            .transformWorkspace(plugin: place, name: name, options, selected: selected)
        ) { answer, made in
            guard case .transformedWorkspace(let remote, let leftOut, let log) = answer,
                remote.count == documents.count,
                leftOut.allSatisfy(documents.indices.contains)
            else { return nil }
            var edits: [[Edit]] = []
            for (place, remote) in remote.enumerated() {
                guard let verified = verifier.edits(remote, of: place),
                    selected[place] || verified.isEmpty
                else { return nil }
                edits.append(verified)
            }
            made.log = log
            made.leftOut = leftOut.map { documents[$0].path }
            return edits
        }
    }

    /// What one worker makes of all documents.
    /// - Parameter read: reads the answer; nil where it is not what was asked for.
    private func make<Product>(
        _ documents: [Document], given: [Spec]? = nil, _ plugin: String, _ name: String,
        _ request: Request, read: (Answer, inout Made<Product>) -> Product?
    ) throws(Unavailable) -> Made<Product> {
        require(documents, together: false)
        let facts: (Int) -> [UInt8]
        var made = Made<Product>(reading: [])
        if let given {
            facts = { SpecFacts.frame(of: given[$0]) }
        } else {
            let readings = try self.read(Array(documents.indices), of: documents, tells: .all)
            made.reading = documents.indices.flatMap { readings[$0]?.findings ?? [] }
            facts = { readings[$0]?.facts ?? [] }
        }
        if made.reading.hasErrors { return made }
        let known = documents.enumerated().map { place, document in
            KnownDocument(document, told: facts(place))
        }
        let rule = "\(plugin)/\(name)"
        let verifier = Verifier(documents)
        let ignorance = try know(
            known, plugins: [plugin], asking: 1, watched: .exporting
        ) { _ in
            request
        } accept: { _, answer in
            switch answer {
            case .success(.failed(let failure, let log)):
                made.log = log
                made.product = .failure(verifier.failure(failure, of: plugin, rule: rule))
            case .success(let answer):
                made.product =
                    read(answer, &made).map { .success($0) } ?? .failure(Self.malformed(plugin))
            case .failure(let death):
                made.product = .failure(Self.death(death, of: plugin, rule: rule))
            }
            made.log = verifier.log(made.log)
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

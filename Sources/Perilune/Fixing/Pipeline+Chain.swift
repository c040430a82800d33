internal import SpecModel
internal import SpecPlugins
public import SpecWorkers

/// What a chain of transforms makes of documents.
public struct Transformed: Sendable {
    /// The documents that are other than they were, in their order.
    public var made: Made<[DocumentChange]>
    /// What the plugins printed in the first pass.
    public var log: [LogLine] = []
}

extension Pipeline {
    /// Runs transforms one after the other, each on what those in front of it made, pass after pass,
    /// until none of them asks for anything. No file is written.
    /// - Parameters:
    ///   - documents: are then what the transforms make of them; in case of a failure, what they were.
    ///   - ask: asks for each part of their edits; nil where nobody is asked.
    /// - Throws: where there is no process to run a plugin in, and what `ask` throws.
    public func transform(
        _ documents: inout StageDocuments, with transforms: [NamedTransform],
        ask: AskForChange? = nil
    ) throws(Problem) -> Transformed {
        let before = documents
        var run = TransformLoop(documents.documents, ask: ask)
        let transformed = try run.transformed(&documents, transforms, by: self)
        if case .success = transformed.made.product { return transformed }
        documents = before
        return transformed
    }
}

/// The passes of a chain of transforms.
private struct TransformLoop {
    private var convergence: Convergence
    private var choosing: ChangeChoice
    private let asks: Bool
    /// By document, how often it became another one.
    private var versions: [Int]
    /// By transform, the versions of the documents that it last ran on.
    private var ran: [Int: [Int]] = [:]
    private var log: [LogLine] = []
    /// Of documents that would change if the run were about them.
    private var leftOut: [String] = []
    /// What gates found in this pass.
    private var held: [Finding] = []

    init(_ documents: [Document], ask: AskForChange?) {
        convergence = Convergence(
            documents.map { (path: $0.path, bytes: $0.bytes) }, by: .transforms)
        choosing = ChangeChoice(ask: ask)
        asks = ask != nil
        versions = documents.map { _ in 0 }
    }

    mutating func transformed(
        _ documents: inout StageDocuments, _ transforms: [NamedTransform], by pipeline: Pipeline
    ) throws(Problem) -> Transformed {
        var reading: [Finding]?
        for pass in 0...Convergence.mostPasses {
            var isAtRest = true
            held = []
            for (index, transform) in transforms.enumerated() {
                let made = try run(transform, index, &documents, by: pipeline)
                if pass == 0 {
                    log += made.log.map { LogLine(plugin: transform.plugin, text: $0) }
                }
                leftOut += made.leftOut.filter { !leftOut.contains($0) }
                held += made.held
                guard case .success(let edits) = made.product else {
                    return ended(made, reading)
                }
                reading = reading ?? made.reading
                let changes = try choosing.chosen(
                    among: proposed(edits, transform.name, documents.documents),
                    in: { documents.documents[$0].source },
                    together: { chosen throws(Problem) in
                        // Nobody who is not asked leaves any out.
                        asks ? try pipeline.composed(chosen, of: documents.documents) : chosen
                    })
                if changes.changes.isEmpty { continue }
                isAtRest = false
                if pass == Convergence.mostPasses {
                    convergence.endUnsettled(changes)
                } else {
                    convergence.make(changes)
                }
                if let failure = convergence.failures.first {
                    return result(.failure(failure), reading)
                }
                for place in changes.edits.keys {
                    documents.replace(place, with: convergence.revisions[place].bytes)
                    versions[place] += 1
                }
            }
            if isAtRest { break }
        }
        let paths = documents.documents.map(\.path)
        return result(.success(DocumentChange.all(convergence.revisions, paths)), reading)
    }

    /// Runs a transform on those documents that are other than they were when it last ran, if it looks
    /// at each on its own: of the others it would ask what it asked.
    private mutating func run(
        _ transform: NamedTransform, _ index: Int, _ documents: inout StageDocuments,
        by pipeline: Pipeline
    ) throws(Problem) -> Made<[[Edit]]> {
        let last = transform.transform.looksAtAll || transform.transform.isGated ? nil : ran[index]
        ran[index] = versions
        let places = versions.indices.filter { last?[$0] != versions[$0] }
        if places.count == versions.count {
            return try pipeline.transform(&documents, with: transform)
        }
        var made = Made<[[Edit]]>(reading: [])
        var edits: [[Edit]] = versions.map { _ in [] }
        made.product = .success(edits)
        if places.isEmpty { return made }
        var some = documents.only(places)
        made = try pipeline.transform(&some, with: transform)
        made.product = made.product?.map { asked in
            for (place, asked) in zip(places, asked) { edits[place] = asked }
            return edits
        }
        return made
    }

    /// What a transform that made nothing comes to: it failed, or documents cannot be read, which is
    /// somebody's fault where they could before.
    private mutating func ended(_ made: Made<[[Edit]]>, _ reading: [Finding]?) -> Transformed {
        if case .failure(let failure) = made.product { return result(.failure(failure), reading) }
        for place in convergence.revisions.indices where convergence.revisions[place].isChanged {
            let path = convergence.paths[place]
            if made.reading.contains(where: { $0.location.path == path && $0.severity == .error }) {
                convergence.endUnreadable(place)
            }
        }
        if let failure = convergence.failures.first { return result(.failure(failure), reading) }
        return result(nil, made.reading)
    }

    private func result(
        _ product: Result<[DocumentChange], PluginFailure>?, _ reading: [Finding]?
    ) -> Transformed {
        var made = Made<[DocumentChange]>(reading: reading ?? [])
        made.product = product
        made.leftOut = leftOut
        made.held = held
        return Transformed(made: made, log: log)
    }

    /// The edits of each document, of which all or none are made; where somebody is asked, those of
    /// each request.
    private func proposed(
        _ edits: [[Edit]], _ name: String, _ documents: [Document]
    ) -> [ProposedChange] {
        documents.indices.flatMap { place -> [ProposedChange] in
            let document = documents[place]
            if edits[place].isEmpty { return [] }
            return (asks ? Self.requests(edits[place]) : [edits[place]]).map { part in
                ProposedChange(
                    path: document.path, author: name, message: nil,
                    line: part.first.map { document.source.position(at: $0.range.start).line } ?? 1,
                    edits: part, document: place)
            }
        }
    }
}

extension TransformLoop {
    /// Edits by the request that they are of, in the order of their first bytes.
    private static func requests(_ edits: [Edit]) -> [[Edit]] {
        Dictionary(grouping: edits, by: \.group).values
            .sorted { $0[0].range.start < $1[0].range.start }
    }
}

extension Document {
    fileprivate var source: SourceText { SourceText(path: path, bytes: bytes) }
}

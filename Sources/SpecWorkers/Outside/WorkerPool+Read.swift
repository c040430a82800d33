internal import SpecModel
internal import SpecPlugins
internal import SpecReading
internal import WorkerProcess

/// What reading found in a document.
struct Reading {
    var findings: [Finding]
    var suppressions: [Suppression] = []
    /// What the document says, where that was asked for.
    var facts: [UInt8] = []
    /// Was it the end of its worker?
    var isUnreadable = false
}

extension WorkerPool {
    /// Reads documents; no plugin has a say.
    /// - Parameters:
    ///   - places: of those that are read.
    ///   - tells: which of their facts are wanted; nil for none.
    /// - Returns: of each by its place.
    func read(
        _ places: [Int], of documents: [Document], tells: SpecReads? = nil
    ) throws(Unavailable) -> [Int: Reading] {
        var verifier = Verifier(documents)
        var readings: [Int: Reading] = [:]
        _ = try work(
            places, workers: workers(for: documents),
            deadline: deadline([], largest(documents)), watched: (.reading, places.count)
        ) {
            .check(documents[$0], set: nil, CheckWishes(facts: tells))
        } accept: { place, answer, _ in
            if case .success(.checked(let reading, _, let comments, let told, _)) = answer,
                let facts = verifier.facts(told, of: place, areWanted: tells != nil),
                let suppressions = verifier.suppressions(comments, of: place)
            {
                readings[place] = Reading(
                    findings: verifier.reading(reading, in: place), suppressions: suppressions,
                    facts: facts)
            } else {
                let finding = Self.unreadable(documents[place], Self.reason(answer))
                readings[place] = Reading(findings: [finding], isUnreadable: true)
            }
            return .goOn
        }
        return readings
    }

    private static func unreadable(_ document: Document, _ failure: WorkerFailure) -> Finding {
        let start = SourcePosition(line: 1, column: 1, offset: 0)
        return Finding(
            rule: ReadingRule.tooComplex.name, severity: .error,
            message: "cannot read the document: the worker that did \(failure)",
            location: Location(path: document.path, start: start, end: start))
    }

    /// Why there is no answer, or not the one that was asked for.
    static func reason(_ answer: Result<Answer, WorkerFailure>) -> WorkerFailure {
        switch answer {
        case .success: .malformed("it did not answer what it was asked")
        case .failure(let failure): failure
        }
    }
}

internal import WorkerProcess

/// What looks at all documents together: one worker is told what is known of them, then asked.
extension WorkerPool {
    /// Where a worker could not be told.
    struct Ignorance {
        var document: Document?
        var reason: WorkerFailure
    }

    /// - Parameters:
    ///   - plugins: of the rules or exports that are asked for.
    ///   - questions: how many requests there are.
    ///   - watched: what is done, where somebody may want to know.
    ///   - request: the request by its number, from 0.
    ///   - accept: takes an answer. A stop leaves the other questions open.
    /// - Returns: why nothing could be asked; nil where that was not so.
    func know(
        _ documents: [KnownDocument], plugins: [String], asking questions: Int,
        watched: Progress.Work? = nil, _ request: (Int) -> Request,
        accept: (Int, Result<Answer, WorkerFailure>) -> WorkerQueue.Course
    ) throws(Unavailable) -> Ignorance? {
        let all = documents.map(\.document)
        require(all, together: true)
        keepOneWorker()
        var ignorance: Ignorance?
        let first = documents.count + 1
        _ = try work(
            Array(0..<first + questions), workers: 1,
            deadline: plugins.map { deadline([$0], total(all)) }.max() ?? deadline([], total(all)),
            watched: watched.map { ($0, documents.count) }
        ) { job in
            switch job {
            case 0: .forget
            case ..<first:
                .know(
                    all[job - 1], facts: documents[job - 1].frame,
                    existing: documents[job - 1].existing)
            default: request(job - first)
            }
        } accept: { job, answer, _ in
            if job >= first { return accept(job - first, answer) }
            if case .success(.done) = answer { return .goOn }
            ignorance = Ignorance(
                document: job == 0 ? nil : all[job - 1], reason: Self.reason(answer))
            return .stop
        }
        return ignorance
    }
}

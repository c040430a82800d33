internal import SpecEditing
internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

extension Pipeline {
    /// Those of some changes that read well together. Each was tried alone, or with others of its batch;
    /// of a document that has changes of several batches, those that do not go with the ones in front
    /// of them are left for the next pass.
    func composed(
        _ changes: ChangesAtOnce, of documents: [Document]
    ) throws(Problem) -> ChangesAtOnce {
        var kept = ChangesAtOnce()
        var places: [Int: [ProposedChange]] = [:]
        for change in changes.changes { places[change.document, default: []].append(change) }
        var sound: [Int: Set<ProposedChange.Batch>] = [:]
        for (place, changes) in places.sorted(by: { $0.key < $1.key }) {
            var batches: [ProposedChange.Batch] = []
            for change in changes where !batches.contains(change.batch) {
                batches.append(change.batch)
            }
            if batches.count < 2 { continue }
            let parts = batches.map { batch in
                changes.filter { $0.batch == batch }.flatMap(\.edits)
            }
            let count = try self.sound(parts, of: documents[place])
            sound[place] = Set(batches.prefix(count))
        }
        for change in changes.changes where sound[change.document]?.contains(change.batch) ?? true {
            kept.add(change)
        }
        return kept
    }

    private func sound(_ parts: [[Edit]], of document: Document) throws(Problem) -> Int {
        let count = try inWorkers { pool throws(WorkerPool.Unavailable) in
            try pool.sound(parts, of: document)
        }
        if let count { return count }
        let (spec, texts) = (workspace.read(document), workspace.texts)
        return EditComposition(spec) { texts.read($0, as: spec) }.sound(parts)
    }
}

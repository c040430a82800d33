package import SpecModel

extension WorkerPool {
    /// How many of the first parts of a document's edits read well together.
    ///
    /// One where the worker does not say: that part was tried alone.
    package func sound(_ parts: [[Edit]], of document: Document) throws(Unavailable) -> Int {
        require([document], together: false)
        var sound = min(1, parts.count)
        // It is read once for each part, and some times more.
        let deadline = deadline([], document.size) * Double(2 * parts.count + 8)
        _ = try work([0], workers: 1, deadline: deadline) { _ in
            .compose(document, parts.map { $0.map(RemoteEdit.init) })
        } accept: { _, answer, _ in
            if case .success(.composed(let count)) = answer {
                sound = min(max(sound, count), parts.count)
            }
            return .goOn
        }
        return sound
    }
}

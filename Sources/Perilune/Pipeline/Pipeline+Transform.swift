public import SpecModel
internal import SpecPlugins
public import SpecWorkers

extension Pipeline {
    /// The edits that a transform asks for, document by document.
    /// - Throws: where there is no process to run the plugin in.
    public func transform(
        _ documents: inout StageDocuments, with transform: NamedTransform
    ) throws(Problem) -> Made<[[Edit]]> {
        let gate = transform.transform.isGated ? try Gate(transform, workspace) : nil
        var made =
            transform.transform.looksAtAll
            ? try together(&documents, transform) : try apart(&documents, transform)
        try gate?.hold(&made, documents)
        return made
    }

    private func apart(
        _ documents: inout StageDocuments, _ transform: NamedTransform
    ) throws(Problem) -> Made<[[Edit]]> {
        let (name, options) = (transform.transform.name, transform.options)
        let reserved = documents.reserved
        let made = try inWorkers { pool throws(WorkerPool.Unavailable) in
            if !reserved.isEmpty { pool.tell(reserved) }
            return try pool.transform(
                documents.documents, transform.plugin, name, options: options)
        }
        if let made { return made }
        let specs = documents.specs(of: workspace)
        return make(specs, transform.plugin) { session, specs, log throws(PluginFailure) in
            var edits: [[Edit]] = []
            for spec in specs {
                defer { log += session.takeLog() }
                edits.append(
                    try session.transform(name, spec, options: options, reserved: reserved))
            }
            return edits
        }
    }

    /// A transform of all specs sees those, too, that it is not to change.
    private func together(
        _ documents: inout StageDocuments, _ transform: NamedTransform
    ) throws(Problem) -> Made<[[Edit]]> {
        let (name, options) = (transform.transform.name, transform.options)
        let reserved = documents.reserved
        let (all, places) = documents.all
        var selected = Array(repeating: false, count: all.count)
        for place in places { selected[place] = true }
        var made = try inWorkers { pool throws(WorkerPool.Unavailable) in
            if !reserved.isEmpty { pool.tell(reserved) }
            return try pool.transformWorkspace(
                all, selected: selected, transform.plugin, name, options: options)
        }
        if made == nil {
            let specs = documents.allSpecs(of: workspace)
            var leftOut: [String] = []
            made = make(specs, transform.plugin) { session, specs, log throws(PluginFailure) in
                defer { log += session.takeLog() }
                let edits = try session.transformWorkspace(
                    name, specs, selected: selected, options: options, reserved: reserved)
                leftOut = edits.leftOut.map { specs[$0].path }
                return edits.bySpec
            }
            made?.leftOut = leftOut
        }
        var result = Made<[[Edit]]>(reading: made?.reading ?? [])
        result.log = made?.log ?? []
        result.leftOut = made?.leftOut ?? []
        result.product = made?.product?.map { edits in places.map { edits[$0] } }
        return result
    }
}

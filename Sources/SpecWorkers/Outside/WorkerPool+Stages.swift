package import SpecModel
package import SpecPlugins
internal import WorkerProcess

/// Transforms and exports.
extension WorkerPool {
    /// The edits that a transform asks for, document by document; the first failure ends it.
    /// - Parameter log: takes the lines that the plugin printed, in the order of the documents.
    package func transform(
        _ documents: [Document], _ plugin: String, _ name: String,
        options: [String: OptionValue], log: (String) -> Void
    ) throws(Unavailable) -> Result<[[Edit]], PluginFailure> {
        let place = place(of: plugin)
        let named = NamedOption.list(options)
        let rule = "\(plugin)/\(name)"
        let verifier = Verifier(documents)
        var edits = [[Edit]](repeating: [], count: documents.count)
        var failures: [Int: PluginFailure] = [:]
        var logs = [[String]](repeating: [], count: documents.count)
        require(documents, together: false)
        _ = try work(
            Array(documents.indices), workers: workers(for: documents),
            deadline: deadline([plugin], largest(documents))
        ) {
            .transform(documents[$0], plugin: place, name: name, named)
        } accept: { document, answer, _ in
            switch answer {
            case .success(.transformed(let remote, let log)):
                logs[document] = verifier.log(log)
                if let verified = verifier.edits(remote, of: document) {
                    edits[document] = verified
                } else {
                    failures[document] = Self.malformed(plugin)
                }
            case .success(.failed(let failure, let log)):
                logs[document] = verifier.log(log)
                failures[document] = verifier.failure(failure, of: plugin, rule: rule)
            case .success: failures[document] = Self.malformed(plugin)
            case .failure(let death):
                failures[document] = Self.death(
                    death, of: plugin, rule: rule, at: documents[document])
            }
            return failures.isEmpty ? .goOn : .stop
        }
        let first = failures.keys.min()
        for line in logs.prefix((first ?? documents.count) + 1).joined() { log(line) }
        if let first, let failure = failures[first] {
            return .failure(failure)
        }
        return .success(edits)
    }

    /// What an export makes of all documents.
    /// - Parameter log: takes the lines that the plugin printed.
    package func export(
        _ documents: [Document], _ plugin: String, _ name: String,
        options: [String: OptionValue], log: (String) -> Void
    ) throws(Unavailable) -> Result<Artifact, PluginFailure> {
        let place = place(of: plugin)
        let rule = "\(plugin)/\(name)"
        let verifier = Verifier(documents)
        var result: Result<Artifact, PluginFailure>?
        require(documents, together: true)
        _ = try work(
            Array(0...documents.count), workers: 1, deadline: deadline([plugin], total(documents))
        ) { job in
            job < documents.count
                ? .keep(documents[job])
                : .export(plugin: place, name: name, NamedOption.list(options))
        } accept: { job, answer, _ in
            switch answer {
            case .success(.done) where job < documents.count: return .goOn
            case .success(.exported(let bytes, let lines)) where job == documents.count:
                verifier.log(lines).forEach(log)
                result = .success(Artifact(bytes: bytes))
            case .success(.failed(let failure, let lines)):
                verifier.log(lines).forEach(log)
                result = .failure(verifier.failure(failure, of: plugin, rule: rule))
            case .success: result = .failure(Self.malformed(plugin))
            case .failure(let death):
                result = .failure(
                    Self.death(
                        death, of: plugin, rule: rule,
                        at: job < documents.count ? documents[job] : nil))
            }
            return .stop
        }
        stopWorkers()
        return result ?? .failure(Self.malformed(plugin))
    }
}

internal import LuaSandbox
package import SpecPlugins
internal import WorkerProcess
package import Yaml

/// A plugin that was loaded in a worker.
package struct DescribedPlugin: Sendable {
    fileprivate let plugin: WorkerPlugin
    /// What its record holds, as it says there.
    fileprivate let description: LuaValue

    /// The plugin, once its words are known; what it says of itself is checked here.
    package func plugin(
        _ manifest: Manifest, _ subjects: Subjects, _ grant: PluginGrant? = nil
    ) throws(PluginFailure) -> Plugin {
        try Plugin(
            plugin.files, manifest, subjects, plugin.limits, today: plugin.today, grant: grant,
            description)
    }
}

/// What plugins are, asked where nothing of theirs can do harm.
extension WorkerPool {
    /// Reads the `plugin.yml` of some plugins. A worker makes a tree of the text; what the tree says
    /// is judged here, like one that was made here.
    /// - Parameter names: of plugins that this pool has.
    package func manifests(
        of names: [String]
    ) throws(Unavailable) -> [Result<Manifest, PluginFailure>] {
        let trees = try trees(of: names)
        return zip(names, trees).map { name, tree in
            tree.flatMap { tree in
                Result { () throws(PluginFailure) in
                    guard plugins.indices.contains(place(of: name)) else {
                        throw Self.malformed(name)
                    }
                    return try Manifest(plugins[place(of: name)].files, tree: tree)
                }
            }
        }
    }

    /// What stands in the `plugin.yml` of some plugins, whatever it means.
    /// - Parameter names: of plugins that this pool has.
    package func trees(
        of names: [String]
    ) throws(Unavailable) -> [Result<YamlNode?, PluginFailure>] {
        try ask(names) {
            .manifest(plugin: $0)
        } accept: { answer, plugin in
            guard case .manifest(let tree) = answer, let bytes = Manifest.bytes(in: plugin.files),
                tree?.couldStand(in: bytes) ?? true
            else { return nil }
            return .success(tree)
        }
    }

    /// Reads the `plugin.yml` of a library, which no plugin of this pool is.
    package func manifest(of files: PluginFiles) throws(PluginFailure) -> Manifest {
        guard let bytes = Manifest.bytes(in: files) else { return try Manifest(files) }
        var result: Result<YamlNode?, PluginFailure> = .failure(Self.malformed(files.name))
        do throws(Unavailable) {
            _ = try work([0], workers: 1, deadline: deadline([])) { _ in
                .tree(bytes)
            } accept: { _, answer, _ in
                switch answer {
                case .success(.failed(let failure, _)):
                    result = .failure(Verifier([]).failure(failure, of: files.name))
                case .success(.manifest(let tree)) where tree?.couldStand(in: bytes) ?? true:
                    result = .success(tree)
                case .success: break
                case .failure(let death): result = .failure(Self.death(death, of: files.name))
                }
                return .goOn
            }
        } catch {
            throw PluginFailure(
                plugin: files.name, kind: .denied, message: "it is not read: \(error)")
        }
        return try Manifest(files, tree: try result.get())
    }

    /// Loads some plugins where they will run.
    /// - Parameter names: of plugins that this pool has.
    package func describe(
        _ names: [String]
    ) throws(Unavailable) -> [Result<DescribedPlugin, PluginFailure>] {
        try ask(names) {
            .describe(plugin: $0)
        } accept: { answer, plugin in
            guard case .described(let description) = answer else { return nil }
            return .success(DescribedPlugin(plugin: plugin, description: description))
        }
    }

    /// Asks one worker about some plugins.
    /// - Parameter accept: nil for an answer to something else.
    private func ask<Value>(
        _ names: [String], _ request: (Int) -> Request,
        accept: (Answer, WorkerPlugin) -> Result<Value, PluginFailure>?
    ) throws(Unavailable) -> [Result<Value, PluginFailure>] {
        let places = names.map(place)
        let verifier = Verifier([])
        var results = names.map { Result<Value, PluginFailure>.failure(Self.malformed($0)) }
        _ = try work(
            Array(names.indices), workers: 1, deadline: names.map { deadline([$0]) }.max() ?? 0
        ) {
            request(places[$0])
        } accept: { job, answer, _ in
            switch answer {
            case .success(.failed(let failure, _)):
                results[job] = .failure(verifier.failure(failure, of: names[job]))
            case .success(let answer):
                guard plugins.indices.contains(places[job]) else { break }
                results[job] = accept(answer, plugins[places[job]]) ?? results[job]
            case .failure(let death):
                results[job] = .failure(Self.death(death, of: names[job]))
            }
            return .goOn
        }
        return results
    }
}

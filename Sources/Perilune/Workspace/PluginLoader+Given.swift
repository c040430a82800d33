internal import SpecPlugins
internal import SpecWorkers

// What plugins have beside their own files: libraries, and what they are granted.

extension PluginLoader {
    /// Finds the libraries that plugins require, and tells the workers.
    mutating func readLibraries(of plugins: [PluginFiles]) {
        var loader = LibraryLoader(root: root, pool: pool, shared: shared)
        for place in manifests.indices where !manifests[place].manifest.requires.isEmpty {
            let (files, manifest) = manifests[place]
            guard plugins.contains(where: { $0.name == files.name }), files.libraries.isEmpty else {
                continue
            }
            do throws(PluginFailure) {
                let libraries = try loader.libraries(
                    of: files, manifest, isForeign: foreign.contains(files.name))
                manifests[place].files.libraries = libraries
            } catch {
                failures.append(error)
            }
        }
        for (files, _) in manifests where !files.libraries.isEmpty {
            for library in files.libraries {
                folders["\(files.name)/\(library.name)"] = library.root
            }
            if let place = strangers.firstIndex(where: { $0.name == files.name }) {
                strangers[place].libraries = files.libraries
            }
        }
        folders.merge(loader.folders) { $1 }
        dropFailed()
        give()
    }

    /// - Parameter withValues: is what they may read wanted, too?
    mutating func readGrants(withValues: Bool) {
        var reader = GrantReader(root: root)
        let sources = configuration.allPlugins ?? []
        for source in sources {
            let name = source.setting.name.name
            guard let manifest = manifests.first(where: { $0.files.name == name })?.manifest else {
                continue
            }
            grants[name] = reader.grant(manifest.permissions, to: source)
        }
        problems += reader.problems
        askWhetherTrusted(sources.map(\.setting))
        for source in sources where withValues && source.setting.inputs == nil {
            let name = source.setting.name.name
            guard let grant = grants[name], !grant.effective.isEmpty else { continue }
            do throws(Problem) {
                grants[name] = try reader.read(grant)
            } catch {
                failures.append(
                    PluginFailure(plugin: name, kind: .denied, message: error.description))
            }
        }
        dropFailed()
        if withValues { give() }
    }

    /// What is part of the repository itself was written by whoever wrote the configuration.
    private mutating func askWhetherTrusted(_ sources: [PluginSource]) {
        let own = sources.compactMap { source in
            if case .folder = source.place { source.name.name } else { nil }
        }
        grantedSet = GrantedSet(
            manifests.compactMap { files, _ in
                guard own.contains(files.name), let grant = grants[files.name] else { return nil }
                return (files, grant)
            }, folder: root)
        guard !grantedSet.members.isEmpty, !trust.isTrusted(grantedSet) else { return }
        for member in grantedSet.members { grants[member.name]?.refusal = trust.advice }
    }

    private mutating func dropFailed() {
        manifests.removeAll { entry in failures.contains { $0.plugin == entry.files.name } }
    }

    /// Tells the workers, if there is anything to tell.
    private func give() {
        var given: [String: WorkerPool.Given] = [:]
        for (files, manifest) in manifests {
            let grant = manifest.permissions.entries.isEmpty ? nil : grants[files.name]
            if grant == nil, files.libraries.isEmpty { continue }
            given[files.name] = WorkerPool.Given(grant: grant, libraries: files.libraries)
        }
        if !given.isEmpty { pool?.give(given) }
    }
}

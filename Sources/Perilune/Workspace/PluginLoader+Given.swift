internal import SpecPlugins
internal import SpecWorkers

// What plugins have beside their own files: libraries, and what they are granted.

extension PluginLoader {
    /// Finds the libraries that plugins require, and tells the workers.
    mutating func readLibraries(of plugins: [PluginFiles]) {
        var loader = LibraryLoader(root: root, pool: pool)
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
        for source in configuration.allPlugins ?? [] {
            let name = source.setting.name.name
            guard let manifest = manifests.first(where: { $0.files.name == name })?.manifest else {
                continue
            }
            let grant = reader.grant(manifest.permissions, to: source)
            grants[name] = grant
            guard withValues, !grant.effective.isEmpty else { continue }
            do throws(Problem) {
                grants[name] = try reader.read(grant)
            } catch {
                failures.append(
                    PluginFailure(plugin: name, kind: .denied, message: error.description))
            }
        }
        problems += reader.problems
        dropFailed()
        if withValues { give() }
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

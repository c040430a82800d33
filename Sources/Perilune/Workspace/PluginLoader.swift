internal import SpecPlugins
internal import SpecReading
internal import SpecVocabulary
internal import SpecWorkers
internal import Yaml

/// Loads the plugins that a configuration turns on.
struct PluginLoader {
    let configuration: Configuration
    let root: String
    let sandbox: SandboxChoice
    private(set) var plugins: [Plugin] = []
    private(set) var failures: [PluginFailure] = []
    /// By plugin: its folder, for messages.
    private(set) var folders: [String: String] = [:]
    private(set) var problems: [Problem] = []

    /// Knows the words that the plugins and the configuration add.
    private(set) var reader = SpecReader()
    /// Where those plugins run that are not bundled.
    private(set) var pool: WorkerPool?
    /// Those that are not bundled.
    let foreign: Set<String>
    private var order: [String] = []
    private var manifests: [(files: PluginFiles, manifest: Manifest)] = []

    init(configuration: Configuration, root: String, sandbox: SandboxChoice) {
        self.configuration = configuration
        self.root = root
        self.sandbox = sandbox
        foreign = Set(
            (configuration.plugins ?? []).compactMap { source in
                if case .folder = source.place { source.name.name } else { nil }
            })
    }

    /// - Parameter runsCode: false where only the words matter that plugins add.
    mutating func load(runsCode: Bool) {
        for files in files(withBundled: runsCode) { readManifest(files) }
        checkLimits()
        readVocabulary()
        guard runsCode else { return }
        openPool()
        let subjects = Subjects(reader)
        // The worker that describes them has run no code of a stranger while it speaks of a bundled
        // one.
        let foreign = foreign
        let bundled = manifests.filter { !foreign.contains($0.files.name) }
        for (files, manifest) in bundled + manifests.filter({ foreign.contains($0.files.name) }) {
            do throws(PluginFailure) {
                plugins.append(try plugin(files, manifest, subjects))
            } catch {
                failures.append(error)
            }
        }
        plugins = order.flatMap { name in plugins.filter { $0.name == name } }
        // Whatever was found first, plugins are told of in their order.
        failures = order.flatMap { name in failures.filter { $0.plugin == name } }
    }

    /// What the plugins' rules may look at.
    var subjects: Subjects { Subjects(reader) }

    /// Limits for plugins that are not there help nobody.
    private mutating func checkLimits() {
        let names =
            configuration.plugins?.map(\.name.name) ?? PluginFiles.bundledNames
        for setting in configuration.limits where !names.contains(setting.plugin.name) {
            let name = setting.plugin.name
            problems.append(
                Problem(
                    "limits for the plugin \"\(name)\", which is not on"
                        + suggestion(for: name, among: names), path: configuration.path,
                    line: setting.plugin.mark.line, column: setting.plugin.mark.column))
        }
    }

    // MARK: workers

    private mutating func openPool() {
        guard case .workers(let options) = sandbox else { return }
        let hasWords =
            configuration.vocabulary != nil || manifests.contains { $0.manifest.vocabulary != nil }
        pool = WorkerPool(
            manifests.map { files, _ in
                WorkerPlugin(files: files, limits: configuration.limits(of: files.name))
            },
            vocabulary: hasWords ? reader.index : nil, options)
    }

    /// A plugin that is described where it will run: where one needs a worker, all have it, so that
    /// the host's libraries are compiled once.
    private mutating func plugin(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects
    ) throws(PluginFailure) -> Plugin {
        let limits = configuration.limits(of: files.name)
        guard let pool, !foreign.isEmpty else {
            return try Plugin(files, manifest, subjects, limits)
        }
        let loaded: Result<Plugin, PluginFailure>
        do throws(WorkerPool.Unavailable) {
            loaded = try pool.load(files, manifest, subjects, limits)
        } catch {
            if !foreign.contains(files.name) {
                return try Plugin(files, manifest, subjects, limits)
            }
            throw PluginFailure(
                plugin: files.name, kind: .denied,
                message: "it is not run: \(error); see perilune doctor")
        }
        return try loaded.get()
    }

    // MARK: words

    /// Adds the words of the plugins in their order, then those of the configuration.
    private mutating func readVocabulary() {
        guard
            configuration.vocabulary != nil
                || manifests.contains(where: { $0.manifest.vocabulary != nil })
        else { return }
        var vocabulary = VocabularyReader(reader.index, reserved: Set(Subjects.parts))
        for (files, manifest) in manifests {
            guard let words = manifest.vocabulary else { continue }
            for error in vocabulary.add(words, from: .plugin(files.name)) {
                failures.append(Manifest.failure(error, plugin: files.name))
            }
        }
        manifests.removeAll { entry in failures.contains { $0.plugin == entry.files.name } }
        if let words = configuration.vocabulary {
            let errors = vocabulary.add(words, from: .workspace)
            // One slip must not make ten: words may be for a kind of a plugin that is not there.
            if failures.isEmpty, problems.isEmpty, let path = configuration.path {
                problems += errors.map { Problem($0, path: path) }
            }
        }
        reader = SpecReader(vocabulary.index)
    }

    // MARK: files

    /// The files of all plugins that are on; bundled ones add no words.
    private mutating func files(withBundled: Bool) -> [PluginFiles] {
        guard let sources = configuration.plugins else {
            return withBundled ? PluginFiles.bundledNames.compactMap(PluginFiles.bundled) : []
        }
        var files: [PluginFiles] = []
        for source in sources {
            switch source.place {
            case .bundled:
                if withBundled, let bundled = PluginFiles.bundled(source.name.name) {
                    files.append(bundled)
                }
            case .folder(let folder):
                do throws(Problem) {
                    files.append(
                        try PluginFolder.read(
                            Path.join(root, folder.name), name: source.name.name,
                            shown: shown(folder.name)))
                } catch {
                    problems.append(
                        Problem(
                            error.description, path: configuration.path, line: folder.mark.line,
                            column: folder.mark.column))
                }
            }
        }
        return files
    }

    /// A folder that the configuration names, as seen from the current folder.
    private func shown(_ folder: String) -> String {
        Path.join(configuration.path.map(Path.parent) ?? ".", folder)
    }

    private mutating func readManifest(_ files: PluginFiles) {
        folders[files.name] = files.root
        order.append(files.name)
        do throws(PluginFailure) {
            manifests.append((files, try Manifest(files)))
        } catch {
            failures.append(error)
        }
    }
}

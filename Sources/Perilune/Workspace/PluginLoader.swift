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
    let packages: PackageChoice
    /// The day that plugins are told.
    let today: String?
    let trust: Trust
    private(set) var plugins: [Plugin] = []
    var failures: [PluginFailure] = []
    /// By plugin, and `plugin/library`: its folder, for messages.
    var folders: [String: String] = [:]
    /// The files of those that are not bundled.
    var strangers: [PluginFiles] = []
    /// The names of those that are on, and that this run goes without.
    private(set) var leftOut: Set<String> = []
    var problems: [Problem] = []
    /// By plugin, what it asks for, is granted and has; of those whose manifest is right.
    var grants: [String: PluginGrant] = [:]
    /// The plugins of the repository itself that are granted something.
    var grantedSet: GrantedSet

    /// What the lock file says of shared plugins; nil where it does not matter, or cannot be had.
    private(set) var shared: SharedPlugins?
    /// Knows the words that the plugins and the configuration add.
    private(set) var reader: SpecReader
    /// Where those plugins are read and run that are not bundled.
    private(set) var pool: WorkerPool?
    /// Those that are not bundled.
    let foreign: Set<String>
    /// Those whose templates are wanted.
    private let ownersOfTemplates: Set<String>
    private var order: [String] = []
    var manifests: [(files: PluginFiles, manifest: Manifest)] = []
    /// By plugin, what is known of it without asking.
    private var records: [String: BundledRecord] = [:]
    /// By plugin, what it says of itself where it was loaded in a worker.
    private var described: [String: Result<DescribedPlugin, PluginFailure>] = [:]

    /// - Parameter template: the one that takes the place of all that the configuration names.
    init(
        configuration: Configuration, root: String, sandbox: SandboxChoice,
        packages: PackageChoice, today: String?, trust: Trust = .everybody,
        template: TemplateChoice? = nil
    ) {
        self.configuration = configuration
        self.root = root
        self.sandbox = sandbox
        self.packages = packages
        self.today = today
        self.trust = trust
        reader = SpecReader(limits: configuration.readingLimits)
        grantedSet = GrantedSet([], folder: root)
        foreign = Set(
            (configuration.allPlugins ?? []).map(\.setting).compactMap { source in
                if case .bundled = source.place { nil } else { source.name.name }
            })
        let wanted = template.map { [$0] } ?? configuration.specs.compactMap(\.template)
        ownersOfTemplates = Set(
            wanted.compactMap { choice in
                if case .plugin(let plugin, _) = choice { plugin } else { nil }
            })
    }

    /// - Parameter runsCode: false where only the words matter that plugins add.
    mutating func load(runsCode: Bool) {
        BundledLua.use()
        let files = files(withBundled: runsCode)
        for files in files { folders[files.name] = files.root }
        strangers = files.filter { foreign.contains($0.name) }
        order = files.map(\.name)
        checkLimits()
        openPool(files, runsCode: runsCode)
        let bundled = files.filter { !foreign.contains($0.name) }
        bundled.forEach { readManifest($0) }
        readLibraries(of: bundled)
        readManifests(runsCode: runsCode)
        readLibraries(of: strangers)
        readGrants(withValues: runsCode)
        readVocabulary()
        if runsCode {
            describeStrangers()
            makePlugins()
        }
        // Whatever was found first, plugins are told of in their order.
        failures = order.flatMap { name in failures.filter { $0.plugin == name } }
    }

    /// By plugin, what it calls itself, of those whose manifest is right.
    var namesOfManifests: [String: String] {
        Dictionary(uniqueKeysWithValues: manifests.map { ($0.files.name, $0.manifest.name) })
    }

    /// The templates that the plugins have.
    var templates: PluginTemplates {
        PluginTemplates(
            manifests.map { ($0.files, $0.manifest.templates) },
            failed: foreign.subtracting(manifests.map(\.files.name)))
    }

    /// What the plugins' rules may look at.
    var subjects: Subjects { Subjects(reader) }

    /// Limits for plugins that are not there help nobody.
    private mutating func checkLimits() {
        let names =
            configuration.allPlugins?.map(\.setting.name.name) ?? PluginFiles.bundledNames
        for placed in configuration.allLimits
        where !names.contains(placed.setting.plugin.name) {
            let setting = placed.setting
            let name = setting.plugin.name
            problems.append(
                Problem(
                    "limits for the plugin \"\(name)\", which is not on"
                        + suggestion(for: name, among: names + [ReadingRule.plugin]),
                    path: placed.path,
                    line: setting.plugin.mark.line, column: setting.plugin.mark.column))
        }
    }

    // MARK: manifests

    /// Reads a manifest in this process; of a plugin inside the executable, what it said when that was
    /// built.
    private mutating func readManifest(_ files: PluginFiles) {
        if !foreign.contains(files.name), let record = BundledRecords.of(files.name) {
            records[files.name] = record
            manifests.append((files, record.manifest))
            return
        }
        take(Result { () throws(PluginFailure) in try Manifest(files) }, of: files)
    }

    /// Reads manifests of strangers: in a worker, if there are to be any.
    private mutating func readManifests(runsCode: Bool) {
        guard let pool else { return strangers.forEach { readManifest($0) } }
        guard !strangers.isEmpty else { return }
        do throws(WorkerPool.Unavailable) {
            let results = try pool.manifests(of: strangers.map(\.name))
            for (files, result) in zip(strangers, results) { take(result, of: files) }
        } catch {
            let what = runsCode ? "run" : "read"
            failures += strangers.map { Self.refusal(of: $0.name, error, what) }
        }
    }

    private static func refusal(
        of plugin: String, _ error: WorkerPool.Unavailable, _ what: String
    ) -> PluginFailure {
        PluginFailure(
            plugin: plugin, kind: .denied,
            message: "it is not \(what): \(error); see perilune doctor")
    }

    private mutating func take(_ manifest: Result<Manifest, PluginFailure>, of files: PluginFiles) {
        switch manifest {
        case .success(let manifest): manifests.append((files, manifest))
        case .failure(let failure): failures.append(failure)
        }
    }

    // MARK: plugins

    /// No worker starts before it is asked something, and none is where all there is is bundled and
    /// little.
    private mutating func openPool(_ files: [PluginFiles], runsCode: Bool) {
        guard case .workers(let options) = sandbox, runsCode || !foreign.isEmpty else { return }
        pool = WorkerPool(
            files.map {
                WorkerPlugin(
                    files: $0, limits: configuration.limits(of: $0.name), today: today)
            },
            options, limits: reader.limits)
    }

    /// Loads plugins where they will run, those that have a manifest.
    private mutating func describeStrangers() {
        let names = strangers.map(\.name).filter { name in
            manifests.contains { $0.files.name == name }
        }
        guard let pool, !names.isEmpty else { return }
        do throws(WorkerPool.Unavailable) {
            for (name, result) in zip(names, try pool.describe(names)) { described[name] = result }
        } catch {
            for name in names { described[name] = .failure(Self.refusal(of: name, error, "run")) }
        }
    }

    private mutating func makePlugins() {
        let subjects = Subjects(reader)
        for name in order {
            guard let (files, manifest) = manifests.first(where: { $0.files.name == name }) else {
                continue
            }
            do throws(PluginFailure) {
                plugins.append(try plugin(files, manifest, subjects))
            } catch {
                failures.append(error)
            }
        }
    }

    private func plugin(
        _ files: PluginFiles, _ manifest: Manifest, _ subjects: Subjects
    ) throws(PluginFailure) -> Plugin {
        if let described = described[files.name] {
            return try described.get().plugin(manifest, subjects, grants[files.name])
        }
        let limits = configuration.limits(of: files.name)
        if let record = records[files.name] {
            return Plugin(
                files, record, subjects, limits, today: today, grant: grants[files.name])
        }
        return try Plugin(
            files, manifest, subjects, limits, today: today, grant: grants[files.name])
    }

    // MARK: words

    /// Adds the words of the plugins in their order, then those of the configuration.
    private mutating func readVocabulary() {
        guard
            !configuration.vocabularies.isEmpty
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
        for words in configuration.vocabularies {
            let errors = vocabulary.add(words.setting, from: .workspace)
            // One slip must not make ten: words may be for a kind of a plugin that is not there.
            if failures.isEmpty, problems.isEmpty, let path = words.path {
                problems += errors.map { Problem($0, path: path) }
            }
        }
        reader = SpecReader(vocabulary.index, limits: reader.limits)
        pool?.tell(reader.index)
    }

    // MARK: files

    /// The files of all plugins that are on; bundled ones add no words.
    private mutating func files(withBundled: Bool) -> [PluginFiles] {
        guard let sources = configuration.allPlugins else {
            return withBundled ? PluginFiles.bundledNames.compactMap(PluginFiles.bundled) : []
        }
        var files: [PluginFiles] = []
        shared = sharedPlugins(sources)
        for placed in sources {
            let source = placed.setting
            switch source.place {
            case .folder where packages.leavesOutStrangers,
                .package where packages.leavesOutStrangers:
                leftOut.insert(source.name.name)
            case .package:
                guard let shared, let entry = shared.locked[source.name.name] else { continue }
                attempt(placed, at: source.name.mark) { loader throws(Problem) in
                    files.append(try shared.plugin(entry))
                }
            case .bundled:
                if withBundled, let bundled = PluginFiles.bundled(source.name.name) {
                    files.append(bundled)
                }
            case .files(let read): files.append(read)
            case .folder(let folder):
                let hasTemplates = ownersOfTemplates.contains(source.name.name)
                attempt(placed, at: folder.mark) { loader throws(Problem) in
                    files.append(
                        try PluginFolder.read(
                            Path.join(loader.root, folder.name), name: source.name.name,
                            shown: loader.shown(folder.name)
                        ) { path in
                            hasTemplates && PluginFiles.isTemplate(path)
                        })
                }
            }
        }
        return files
    }

    /// What the lock file says of the shared ones; nil where there are none, or it cannot be had.
    private mutating func sharedPlugins(
        _ sources: [Configuration.Placed<PluginSource>]
    ) -> SharedPlugins? {
        let place = sources.first {
            if case .bundled = $0.setting.place { false } else { true }
        }
        guard place != nil, !packages.leavesOutStrangers else { return nil }
        var made: SharedPlugins?
        do throws(Problem) {
            var shared = try SharedPlugins(
                root: root, folder: configuration.path.map(Path.parent) ?? ".", packages, sandbox)
            try shared.lock(configuration)
            made = shared
        } catch {
            problems.append(
                error.path != nil
                    ? error
                    : Problem(
                        error.message, path: place?.path, line: place?.setting.name.mark.line,
                        column: place?.setting.name.mark.column))
        }
        return made
    }

    /// Notes what is wrong with the files of a plugin, where that is named.
    private mutating func attempt(
        _ placed: Configuration.Placed<PluginSource>, at mark: YamlMark,
        _ read: (inout PluginLoader) throws(Problem) -> Void
    ) {
        do throws(Problem) {
            try read(&self)
        } catch {
            problems.append(
                Problem(
                    error.description, path: placed.path, line: mark.line, column: mark.column))
        }
    }

    /// A folder that the configuration names, as seen from the current folder.
    private func shown(_ folder: String) -> String {
        Path.join(configuration.path.map(Path.parent) ?? ".", folder)
    }
}

public import SpecModel
public import SpecPlugins
internal import SpecQuery
internal import SpecReading
internal import SpecTemplates
public import SpecWorkers

/// A project's root, what its `perilune.yml` says, and the plugins that it turns on.
public struct Workspace: Sendable {
    /// The folder of the `perilune.yml`, absolute; the current folder where there is none.
    public let root: String
    /// What the file says; nothing where there is none.
    public let configuration: Configuration
    /// In the order of the configuration; bundled ones by name.
    public let plugins: [Plugin]
    /// Of the plugins that could not be loaded.
    public let failures: [PluginFailure]
    /// By plugin, and `plugin/library` of one that it requires: where its files stand, for messages; `bundled:NAME` for a bundled one.
    public let pluginFolders: [String: String]
    /// By plugin: what it asks for beside specs, what it is granted, and what it has of it. Of those
    /// whose `plugin.yml` is right.
    public let grants: [String: PluginGrant]
    /// The plugins of the repository itself that are granted something, trusted or not.
    public let grantedSet: GrantedSet
    /// Every check of every plugin: by plugin in their order, then by name; then those that the host
    /// runs itself. As they are where no override says otherwise.
    public let rules: [Rule]
    /// What the configuration says of them, for all documents and for some.
    let ruleSettings: RuleSettings
    /// Which files belong to it.
    let specPatterns: SpecPatterns
    /// The exports that the configuration names.
    public let exports: [NamedExport]
    /// The pipelines that the configuration names.
    public let pipelines: [NamedPipeline]
    /// The files of the plugins that are not bundled.
    let strangers: [PluginFiles]
    /// The templates that are files, of the team or of plugins.
    let templates: [TemplateFile]
    /// Where they stand, as seen from the current folder.
    private let templatePaths: [String]
    /// The templates of specs that its plugins have, as `plugin/template`.
    public let pluginTemplates: [String]
    /// What a selector may name.
    let queryNames: QueryNames
    /// Reads with the words that the plugins and the configuration add, and its templates.
    let reader: TemplateReader
    /// Where plugins are read and run that are not bundled; nil where that is this process.
    let pool: WorkerPool?
    /// The plugins that are not bundled, where plugins are loaded.
    let foreignPlugins: Set<String>
    /// The day that it is, as `2026-03-01`; nil where nobody says.
    let today: String?

    /// Loads the plugins that a configuration names and holds what it says against them. Throws
    /// everything that is wrong with the configuration; a plugin that is wrong is a failure.
    /// - Parameters:
    ///   - loadsPlugins: false for a workspace without plugins; then of those that are configured
    ///     only the manifests are read, for the words that they add.
    ///   - packages: what may be done to have shared plugins.
    ///   - template: the one that takes the place of all that the configuration names, its path as
    ///     seen from the current folder.
    ///   - today: the day that plugins are told, as `2026-03-01`; none where nobody says.
    ///   - trust: says whether plugins of the repository itself get what they are granted.
    public init(
        _ configuration: Configuration, root: String, loadsPlugins: Bool = true,
        sandbox: SandboxChoice = .inProcess, packages: PackageChoice = PackageChoice(),
        template: TemplateChoice? = nil, today: String? = nil, trust: Trust = .everybody
    ) throws(Problems) {
        try self.init(
            configuration, root: root, problems: [], loadsPlugins: loadsPlugins, sandbox, packages,
            template, today, trust)
    }

    /// - Parameter problems: what is already known to be wrong.
    private init(
        _ configuration: Configuration, root: String, problems known: [Problem],
        loadsPlugins: Bool, _ sandbox: SandboxChoice, _ packages: PackageChoice,
        _ template: TemplateChoice?, _ today: String?, _ trust: Trust
    ) throws(Problems) {
        var loader = PluginLoader(
            configuration: configuration, root: root, sandbox: sandbox, packages: packages,
            today: today, trust: trust, template: template)
        loader.load(runsCode: loadsPlugins)
        var resolver = Resolver(
            configuration: configuration, root: root, plugins: loader.plugins,
            absent: Set(loader.failures.map(\.plugin)).union(loader.leftOut))
        // Without all of the plugins, no name can be called unknown.
        if loadsPlugins, loader.problems.isEmpty { resolver.resolve() }
        let templates = try Self.templates(configuration, root: root, loader, template)
        let problems = known + loader.problems + resolver.problems + templates.problems
        if !problems.isEmpty { throw Problems(problems.sorted(by: Problem.precedes)) }
        self.root = root
        self.configuration = configuration
        plugins = loader.plugins
        failures = loader.failures
        pluginFolders = loader.folders
        grants = loader.grants
        grantedSet = loader.grantedSet
        ruleSettings = resolver.settings
        specPatterns = SpecPatterns(configuration.specs)
        rules = resolver.settings.rules()
        exports = resolver.exports
        pipelines = resolver.pipelines
        queryNames = loader.subjects.queryNames
        strangers = loader.strangers
        self.templates = templates.files
        templatePaths = templates.paths
        pluginTemplates = loader.templates.names
        reader = TemplateReader(loader.reader, templates.files)
        pool = loader.pool
        if !templates.files.isEmpty { pool?.tell(templates.files) }
        foreignPlugins = loadsPlugins ? loader.foreign : []
        self.today = today
    }

    /// The files that all of this was made of, beside the executable: the configuration and what it
    /// extends, plugins that are not bundled and the files that they may read, templates. As seen from
    /// the current folder.
    public var inputFiles: [String] {
        let folder = configuration.path.map(Path.parent) ?? "."
        return configuration.files.compactMap(\.path)
            + (configuration.namesPackages ? [Path.join(folder, LockFile.path)] : [])
            + strangers.flatMap { plugin in
                // Bundled ones are of the executable, shared ones of the lock file.
                ([plugin] + plugin.libraries).filter { !$0.isBundled && !$0.isShared }
                    .flatMap { plugin in plugin.files.map { Path.join(plugin.root, $0.path) } }
            }
            + grants.values.flatMap { grant in
                grant.files.map { Path.join(folder, $0.path) }
            }
            + templatePaths
    }

    /// Reads what plugins ask for.
    var texts: any TextReader { reader }

    /// Reads one document.
    /// - Parameter template: what the configuration says it is written from.
    public func read(_ bytes: [UInt8], path: String, template: String? = nil) -> Spec {
        reader.read(bytes, path: path, template: template)
    }

    /// Reads one document.
    public func read(_ document: Document) -> Spec {
        read(document.bytes, path: document.path, template: document.template)
    }

    /// Reads the configuration at a path and loads it.
    public init(
        configurationFile path: String, loadsPlugins: Bool = true,
        sandbox: SandboxChoice = .inProcess, packages: PackageChoice = PackageChoice(),
        template: TemplateChoice? = nil, today: String? = nil, trust: Trust = .everybody
    ) throws(Problems) {
        let reader: ConfigurationReader
        let root: String
        do throws(Problem) {
            reader = ConfigurationReader(
                try Files.read(path, limit: ExtendedFiles.fileLimit), path: path)
            root = Path.parent(Path.join(try Files.currentFolder(), path))
        } catch {
            throw Problems(error)
        }
        let extended = ExtendedFiles(of: reader.configuration, root: root)
        let problems = reader.problems + extended.problems
        // One slip must not make ten: without the plugins, every name would be unknown.
        if reader.arePluginsDoubtful || extended.arePluginsDoubtful { throw Problems(problems) }
        var configuration = reader.configuration
        configuration.extended = extended.layers
        try self.init(
            configuration, root: root, problems: problems, loadsPlugins: loadsPlugins, sandbox,
            packages, template, today, trust)
    }

    /// The templates that are files: the one that was asked for, else those of the configuration.
    private static func templates(
        _ configuration: Configuration, root: String, _ plugins: PluginLoader,
        _ template: TemplateChoice?
    ) throws(Problems) -> TemplateLoader {
        guard let template else {
            var loader = TemplateLoader(
                root: root, folder: configuration.path.map(Path.parent) ?? ".", plugins.reader,
                plugins.templates)
            loader.load(configuration)
            return loader
        }
        do throws(Problem) {
            var loader = TemplateLoader(
                root: try Files.currentFolder(), folder: ".", plugins.reader, plugins.templates)
            try loader.load(template)
            return loader
        } catch {
            throw Problems(error)
        }
    }
}

/// A check as this workspace runs it.
public struct Rule: Sendable, Equatable {
    /// The name of its plugin.
    public var plugin: String
    /// What the plugin declares.
    public var check: CheckDeclaration
    /// What its findings count as; nil where it is off.
    public var severity: Severity?
    /// Only what differs from the declared defaults.
    public var options: [String: OptionValue]

    /// `plugin/rule`.
    public var name: String { "\(plugin)/\(check.name)" }
}

/// A transform and its options.
public struct NamedTransform: Sendable, Equatable {
    /// `plugin/transform`.
    public var name: String
    /// The name of its plugin.
    public var plugin: String
    /// What the plugin declares.
    public var transform: StageDeclaration
    /// Only what differs from the declared defaults.
    public var options: [String: OptionValue]
}

/// A chain that the configuration names.
public struct NamedPipeline: Sendable, Equatable {
    /// What one step does.
    public enum Step: Sendable, Equatable, CustomStringConvertible {
        case check
        case transform(NamedTransform)
        case export(NamedExport)

        /// As the configuration writes it: `export: risks`.
        public var description: String {
            switch self {
            case .check: "check"
            case .transform(let transform): "transform: \(transform.name)"
            case .export(let export): "export: \(export.name)"
            }
        }
    }

    /// The name in the configuration.
    public var name: String
    /// In the order in which they are run.
    public var steps: [Step]
}

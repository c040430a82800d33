/// Which `perilune.yml` holds.
public enum ConfigurationChoice: Sendable, Equatable {
    /// The nearest one above each file, up to the root of its repository.
    case nearest
    /// This one, for all files.
    case file(String)
    /// None.
    case none
}

/// Finds the workspace of a file, and loads each workspace once.
public struct Workspaces: Sendable {
    /// The current folder, absolute.
    let current: String
    private let choice: ConfigurationChoice
    private let loadsPlugins: Bool
    private let sandbox: SandboxChoice
    private let packages: PackageChoice
    /// The template of all documents; nil where each configuration names its own.
    let template: TemplateChoice?
    private let today: String?
    private let trust: Trust
    /// By folder: the path of the configuration, as it is shown; nil where there is none.
    private var paths: [String: String?] = [:]
    private var loaded: [String: Workspace] = [:]

    /// - Parameters:
    ///   - loadsPlugins: false where only the documents matter; then the workspaces have no plugins,
    ///     and of those that are configured only the manifests are read.
    ///   - packages: what may be done to have shared plugins.
    ///   - template: the one that takes the place of all that configurations name.
    ///   - today: the day that plugins are told, as `2026-03-01`; none where nobody says.
    ///   - trust: says whether plugins of a repository itself get what they are granted.
    public init(
        _ choice: ConfigurationChoice = .nearest, loadsPlugins: Bool = true,
        sandbox: SandboxChoice = .inProcess, packages: PackageChoice = PackageChoice(),
        template: TemplateChoice? = nil, today: String? = nil, trust: Trust = .everybody
    ) throws(Problem) {
        current = try Files.currentFolder()
        self.choice = choice
        self.loadsPlugins = loadsPlugins
        self.sandbox = sandbox
        self.packages = packages
        self.template = template
        self.today = today
        self.trust = trust
    }

    /// The workspace that holds in the current folder.
    public mutating func workspace() throws(Problems) -> Workspace {
        try workspace(for: current)
    }

    /// The configuration that holds in the current folder, as it is shown; nil where there is none.
    public mutating func configurationFile() -> String? {
        switch choice {
        case .nearest: nearest(to: current)
        case .file(let path): path
        case .none: nil
        }
    }

    /// The cache of the workspace that holds in the current folder, whatever its configuration says.
    public mutating func cacheFolder() -> CacheFolder {
        CacheFolder(
            root: configurationFile().map { Path.parent(Path.join(current, $0)) } ?? current)
    }

    /// The workspace that holds in an absolute folder.
    mutating func workspace(for folder: String) throws(Problems) -> Workspace {
        let path: String? =
            switch choice {
            case .nearest: nearest(to: folder)
            case .file(let path): path
            case .none: nil
            }
        if let known = loaded[path ?? ""] { return known }
        let workspace: Workspace
        if let path {
            workspace = try Workspace(
                configurationFile: path, loadsPlugins: loadsPlugins, sandbox: sandbox,
                packages: packages, template: template, today: today, trust: trust)
        } else {
            workspace = try Workspace(
                Configuration(), root: current, loadsPlugins: loadsPlugins, sandbox: sandbox,
                template: template, today: today, trust: trust)
        }
        loaded[path ?? ""] = workspace
        return workspace
    }

    private mutating func nearest(to folder: String) -> String? {
        if let known = paths[folder] { return known }
        var found: String?
        let candidate = Path.join(folder, Configuration.fileName)
        if Files.status(candidate)?.kind == .file {
            found = Path.relative(candidate, to: current)
        } else if folder != "/", Files.status(Path.join(folder, ".git")) == nil {
            found = nearest(to: Path.parent(folder))
        }
        paths[folder] = .some(found)
        return found
    }
}

internal import SpecPlugins
internal import Yaml

/// Loads the plugins that a configuration turns on.
struct PluginLoader {
    let configuration: Configuration
    let root: String
    private(set) var plugins: [Plugin] = []
    private(set) var failures: [PluginFailure] = []
    /// By plugin: its folder, for messages.
    private(set) var folders: [String: String] = [:]
    private(set) var problems: [Problem] = []

    init(configuration: Configuration, root: String) {
        self.configuration = configuration
        self.root = root
    }

    mutating func load() {
        guard let sources = configuration.plugins else {
            for name in PluginFiles.bundledNames {
                if let files = PluginFiles.bundled(name) { load(files) }
            }
            return
        }
        for source in sources {
            switch source.place {
            case .bundled:
                if let files = PluginFiles.bundled(source.name.name) { load(files) }
            case .folder(let folder):
                do throws(Problem) {
                    load(
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
    }

    /// A folder that the configuration names, as seen from the current folder.
    private func shown(_ folder: String) -> String {
        Path.join(configuration.path.map(Path.parent) ?? ".", folder)
    }

    private mutating func load(_ files: PluginFiles) {
        folders[files.name] = files.root
        do throws(PluginFailure) {
            plugins.append(try Plugin(files))
        } catch {
            failures.append(error)
        }
    }
}

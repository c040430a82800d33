internal import SpecPlugins
internal import SpecTemplates
internal import Yaml

/// The templates that the plugins of a workspace have.
struct PluginTemplates {
    /// Of the plugins whose manifest is right, in their order.
    private let plugins: [(files: PluginFiles, names: [String])]
    /// Those that are on but did not load, which have had their say.
    private let failed: Set<String>

    init(_ plugins: [(files: PluginFiles, names: [String])], failed: Set<String>) {
        self.plugins = plugins
        self.failed = failed
    }

    /// Every one, `plugin/template`.
    var names: [String] {
        plugins.flatMap { plugin in plugin.names.map { "\(plugin.files.name)/\($0)" } }
    }

    /// - Returns: the template, and its path as seen from the current folder; nil where its plugin did
    ///   not load.
    func file(
        _ name: String, of plugin: String
    ) throws(Problem) -> (file: TemplateFile, path: String)? {
        if failed.contains(plugin) { return nil }
        let full = "\(plugin)/\(name)"
        guard let owner = plugins.first(where: { $0.files.name == plugin }) else {
            throw unknown(full, "no plugin \"\(plugin)\" is on")
        }
        guard owner.names.contains(name) else {
            throw unknown(full, "the plugin \"\(plugin)\" has no such template")
        }
        let path = "templates/\(name).md"
        guard let file = owner.files.templates.first(where: { $0.path == path }) else {
            throw Problem(
                "the template \"\(full)\" is no file: the plugin.yml of \"\(plugin)\" names it, and "
                    + "there is no \(Path.join(owner.files.root, path))")
        }
        guard file.bytes.count <= TemplateFile.limit else {
            throw Problem(
                "the template \"\(full)\" has \(file.bytes.count) bytes, more than the limit of "
                    + "\(TemplateFile.limit >> 10) KiB")
        }
        return (TemplateFile(name: full, bytes: file.bytes), Path.join(owner.files.root, path))
    }

    private func unknown(_ name: String, _ why: String) -> Problem {
        if let near = nearestName(to: name, among: names) {
            return Problem("unknown template \"\(name)\"; did you mean \"\(near)\"?")
        }
        return Problem(
            "unknown template \"\(name)\": \(why)\(suggestion(for: name, among: names)); a file "
                + "without an ending is named \"./\(name)\"")
    }
}

internal import SpecPlugins
internal import SpecReading

/// Tries the templates that a plugin has for specs: whoever names one is to find it.
struct TemplateRun {
    let folder: TestFolder
    /// Those that `plugin.yml` names.
    let names: [String]

    /// One for each template.
    func cases(_ reader: SpecReader, wanting isWanted: (String) -> Bool) -> [TestCase] {
        let plugin = folder.plugin
        let cases = names.map { name in
            let path = "templates/\(name).md"
            var loader = TemplateLoader(
                root: folder.path, folder: folder.path, reader,
                PluginTemplates([(plugin, names)], failed: []))
            var notes: [TestCase.Note] = []
            do throws(Problem) {
                try loader.load(.plugin(plugin.name, template: name))
            } catch {
                let isThere = plugin.templates.contains { $0.path == path }
                notes = [.init(error.message, at: folder.shown(isThere ? path : Manifest.fileName))]
            }
            return TestCase(plugin.name, folder.shown(path), "template", failed: notes)
        }
        return cases.filter { isWanted($0.title) }
    }
}

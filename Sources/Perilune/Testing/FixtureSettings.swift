internal import SpecPlugins
internal import SpecWorkers
internal import Yaml

/// `tests/NAME.yml`: what a `perilune.yml` would say for one fixture, and the day and the template.
struct FixtureSettings {
    private(set) var configuration: Configuration
    /// A path is as seen from the current folder.
    private(set) var template: TemplateChoice?
    private(set) var today: String?

    private static let sections = [
        "template", "today", "env", "preset", "checks", "exports", "limits", "vocabulary",
    ]

    /// Where there is no such file: every rule of the plugin is on, with its own options.
    /// - Parameter files: what there is to be read.
    init(_ plugins: [PluginFiles], files: [PluginFiles.File] = []) {
        configuration = Configuration()
        configuration.preset = .strict
        configuration.plugins = Self.sources(plugins, TestInputs(files: files))
    }

    /// - Parameter tree: what stands in the file; nil where that is nothing.
    init(
        _ plugins: [PluginFiles], files: [PluginFiles.File], _ tree: YamlNode?, path: String,
        in folder: TestFolder
    ) throws(Problems) {
        self.init(plugins)
        var inputs = TestInputs(files: files)
        var reader = ConfigurationReader(path: path)
        reader.configuration.preset = .strict
        var (template, today): (TemplateChoice?, String?)
        reader.attempt { reader throws(YamlError) in
            for pair in try tree?.mapping("the settings of a test") ?? [] {
                switch pair.key {
                case "template":
                    template = try Self.file(try reader.template(pair.value), pair, in: folder)
                case "today": today = try Self.day(pair.value)
                case "env": inputs.variables = try Self.variables(pair.value)
                case let key where Self.sections.contains(key): reader.section(pair)
                default: throw pair.unknown(among: Self.sections)
                }
            }
        }
        if !reader.problems.isEmpty { throw Problems(reader.problems) }
        configuration = reader.configuration
        configuration.plugins = Self.sources(plugins, inputs)
        (self.template, self.today) = (template, today)
    }

    /// A template that is a file is one of those below `tests/`.
    private static func file(
        _ choice: TemplateChoice, _ pair: YamlPair, in folder: TestFolder
    ) throws(YamlError) -> TemplateChoice {
        guard case .file(let path) = choice else { return choice }
        let inner = "\(TestFolder.name)/\(path)"
        guard folder.bytes(inner) != nil else {
            throw YamlError(
                message: "there is no file \"\(folder.shown(inner))\"", mark: pair.value.start)
        }
        return .file(at: folder.shown(inner))
    }

    /// What stands in files of settings, read where nothing of theirs can do harm.
    static func trees(
        of files: [(path: String, bytes: [UInt8])], _ sandbox: SandboxChoice
    ) throws(Problems) -> [YamlNode?] {
        let settings = files.enumerated().map { place, file in
            PluginFiles(
                name: "settings-\(place)", root: file.path,
                files: [.init(path: Manifest.fileName, bytes: file.bytes)])
        }
        var results: [Result<YamlNode?, PluginFailure>] = []
        switch sandbox {
        case .inProcess:
            results = settings.map { files in
                Result { () throws(PluginFailure) in try Manifest.tree(of: files) }
            }
        case .workers(let options) where !files.isEmpty:
            let pool = WorkerPool(
                settings.map { WorkerPlugin(files: $0, limits: PluginLimits(), today: nil) },
                options)
            do throws(WorkerPool.Unavailable) {
                results = try pool.trees(of: settings.map(\.name))
            } catch {
                throw Problems(Problem(error))
            }
        case .workers: break
        }
        var trees: [YamlNode?] = []
        for (file, result) in zip(files, results) {
            do throws(PluginFailure) {
                trees.append(try result.get())
            } catch {
                throw Problems(
                    Problem(error.message, path: file.path, line: error.line, column: error.column))
            }
        }
        return trees
    }

    private static func sources(
        _ plugins: [PluginFiles], _ inputs: TestInputs
    ) -> [PluginSource] {
        plugins.map {
            PluginSource(
                name: Named($0.name, YamlMark(line: 1, column: 1, offset: 0)), place: .files($0),
                inputs: inputs)
        }
    }

    /// The variables that are set.
    private static func variables(
        _ node: YamlNode
    ) throws(YamlError) -> [PluginGrant.Variable] {
        var variables: [PluginGrant.Variable] = []
        for pair in try node.mapping("env") {
            guard pair.key.isVariable else {
                throw YamlError(
                    message: "\"\(pair.key)\" is no name of a variable", mark: pair.keyStart)
            }
            variables.append(
                PluginGrant.Variable(
                    name: pair.key, value: Array(try pair.value.string(pair.key).utf8)))
        }
        return variables.sorted { Path.precedes($0.name, $1.name) }
    }

    private static func day(_ node: YamlNode) throws(YamlError) -> String {
        let text = try node.string("today")
        guard Day.isDay(text) else {
            throw YamlError(
                message: "\"today\" is \"\(text)\"; expected a day like 2026-03-01",
                mark: node.start)
        }
        return text
    }
}

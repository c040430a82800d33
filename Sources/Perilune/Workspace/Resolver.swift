public import SpecPlugins
internal import Yaml

/// Holds the names and options of a configuration against the plugins that it turns on.
struct Resolver {
    let configuration: Configuration
    let plugins: [Plugin]
    /// Plugins that are on and not here: what may be theirs is not called unknown.
    let absent: Set<String>
    private(set) var settings = RuleSettings()
    private(set) var exports: [NamedExport] = []
    private(set) var pipelines: [NamedPipeline] = []
    private(set) var problems: [Problem] = []

    /// The folder of the configuration, absolute.
    private let root: String
    /// The file that is looked at.
    private var path: String?

    init(
        configuration: Configuration, root: String, plugins: [Plugin], absent: Set<String>
    ) {
        self.configuration = configuration
        self.root = root
        self.plugins = plugins
        self.absent = absent
    }

    mutating func resolve() {
        for plugin in plugins {
            settings.declared += plugin.checks.map {
                Rule(plugin: plugin.name, check: $0, severity: $0.severity, options: [:])
            }
        }
        settings.declared += SuppressionRule.rules
        settings.preset = configuration.effectivePreset
        for layer in configuration.extended + [.file(configuration, folder: root)] {
            switch layer {
            case .file(let file, let folder): add(file, folder)
            case .preset(let name, let path): addPreset(name, path)
            }
        }
        path = configuration.path
        for setting in configuration.exports { resolve(setting) }
        for setting in configuration.pipelines { resolve(setting) }
    }

    private mutating func add(_ file: Configuration, _ folder: String) {
        path = file.path
        settings.checks += file.checks.compactMap { setting($0) }
        for override in file.overrides {
            let checks = override.checks.compactMap { setting($0, isOverride: true) }
            settings.overrides.append(
                RuleSettings.Override(folder: folder, setting: override, checks: checks))
        }
    }

    /// Takes over a preset of a plugin.
    private mutating func addPreset(_ name: Named, _ path: String?) {
        self.path = path
        let all = plugins.flatMap { plugin in plugin.presets.map { (plugin.name, $0) } }
        let names = all.map { "\($0.0)/\($0.1.name)" }
        guard let index = names.firstIndex(of: name.name) else {
            let owner = Path.parts(name.name).first ?? ""
            if absent.contains(owner) { return }
            let near = nearestName(to: name.name, among: names)
            return note(
                "there is no preset \"\(name.name)\""
                    + (near.map { "; did you mean \"\($0)\"?" }
                        ?? "; expected a file that ends in .yml, or a preset of a plugin that is on, "
                        + "as plugin/preset"),
                name.mark)
        }
        let (plugin, preset) = all[index]
        for setting in preset.settings {
            guard
                let rule = settings.declared.firstIndex(where: {
                    $0.plugin == plugin && $0.check.name == setting.check
                })
            else { continue }
            settings.checks.append(
                RuleSettings.Setting(
                    rule: rule, severity: setting.severity, options: setting.options))
        }
    }

    /// - Parameter isOverride: is it about some documents only?
    private mutating func setting(
        _ setting: CheckSetting, isOverride: Bool = false
    ) -> RuleSettings.Setting? {
        let names = Names(settings.declared.map(\.name), kind: "check")
        guard let index = find(setting.rule, in: names) else { return nil }
        let rule = settings.declared[index]
        if isOverride, rule.check.each == "workspace", let option = setting.options.first {
            note(
                "\(rule.name) looks at all specs together, so its options cannot be overridden for "
                    + "some; set \"\(option.name.name)\" below \"checks\" of the configuration",
                option.name.mark)
            return nil
        }
        return RuleSettings.Setting(
            rule: index, severity: setting.severity,
            options: options(
                setting.options, rule.check.options, of: rule.name, beside: ["severity"]))
    }

    private mutating func resolve(_ setting: ExportSetting) {
        var all: [(plugin: String, export: StageDeclaration)] = []
        for plugin in plugins { for export in plugin.exports { all.append((plugin.name, export)) } }
        let names = Names(
            all.map { "\($0.plugin)/\($0.export.name)" }, kind: "export", allowsShort: false)
        guard let index = find(setting.use, in: names) else { return }
        let declared = all[index].export.options
        let options = options(
            setting.options, declared, of: setting.use.name, beside: ["use", "output"]
        ).filter { name, value in
            !declared.contains { $0.name == name && $0.defaultValue == value }
        }
        let output = setting.output.map { output in
            let path = Path.normalised(output.name)
            guard output.name.hasSuffix("/") else { return path }
            let export = NamedExport(
                name: setting.name.name, plugin: all[index].plugin, export: all[index].export,
                output: nil, options: [:])
            return export.fileName.map { "\(path)/\($0)" } ?? path
        }
        if let taken = setting.output, let output,
            let other = exports.first(where: { OutputName.areSame($0.output ?? "", output) })
        {
            note("the export \"\(other.name)\" writes \"\(taken.name)\" too", taken.mark)
        }
        exports.append(
            NamedExport(
                name: setting.name.name, plugin: all[index].plugin, export: all[index].export,
                output: output, options: options))
    }

    private mutating func resolve(_ setting: PipelineSetting) {
        var steps: [NamedPipeline.Step] = []
        for step in setting.steps {
            switch step {
            case .check:
                steps.append(.check)
            case .transform(let name):
                let all = plugins.transforms
                if let index = find(name, in: Names(all.map(\.name), kind: "transform")) {
                    steps.append(.transform(all[index]))
                }
            case .export(let name):
                let all = exports + plugins.exports
                // A configured export that was wrong has had its say.
                let wrong = configuration.exportNames
                    .filter { name in !exports.contains { $0.name == name } }
                if wrong.contains(name.name) { continue }
                let names = Names(all.map(\.name), kind: "export", allowsShort: false)
                guard let index = find(name, in: names) else { continue }
                if all[index].output == nil {
                    note(
                        "the export \"\(name.name)\" has no file to write; name it below "
                            + "\"exports\" with an \"output\"", name.mark)
                }
                steps.append(.export(all[index]))
            }
        }
        pipelines.append(NamedPipeline(name: setting.name.name, steps: steps))
    }

    private mutating func find(_ name: Named, in names: Names) -> Int? {
        switch names.find(name.name) {
        case .success(let index):
            return index
        case .failure(let problem):
            let owner = Path.parts(name.name).first ?? ""
            let isShort = !name.name.utf8.contains(UInt8(ascii: "/"))
            let mayBeTheirs = isShort ? !absent.isEmpty : absent.contains(owner)
            if !mayBeTheirs { note(problem.message, name.mark) }
            return nil
        }
    }

    private mutating func options(
        _ settings: [OptionSetting], _ declared: [OptionDeclaration], of owner: String,
        beside keys: [String]
    ) -> [String: OptionValue] {
        var values: [String: OptionValue] = [:]
        for setting in settings {
            let name = setting.name.name
            guard let declaration = declared.first(where: { $0.name == name }) else {
                note(
                    "unknown option \"\(name)\" of \(owner)"
                        + suggestion(for: name, among: declared.map(\.name) + keys),
                    setting.name.mark)
                continue
            }
            do throws(YamlError) {
                values[name] = try declaration.value(from: setting.value)
            } catch {
                note(error.message, error.mark)
            }
        }
        return values
    }

    private mutating func note(_ message: String, _ mark: YamlMark) {
        problems.append(
            Problem(message, path: path, line: mark.line, column: mark.column))
    }
}

extension [Plugin] {
    /// Every export under its own name.
    public var exports: [NamedExport] {
        flatMap { plugin in
            plugin.exports.map {
                NamedExport(
                    name: "\(plugin.name)/\($0.name)", plugin: plugin.name, export: $0,
                    output: nil, options: [:])
            }
        }
    }

    /// Every transform under its own name.
    public var transforms: [NamedTransform] {
        flatMap { plugin in
            plugin.transforms.map {
                NamedTransform(
                    name: "\(plugin.name)/\($0.name)", plugin: plugin.name, transform: $0,
                    options: [:])
            }
        }
    }
}

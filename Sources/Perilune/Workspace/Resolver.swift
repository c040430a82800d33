public import SpecPlugins
internal import Yaml

/// Holds the names and options of a configuration against the plugins that it turns on.
struct Resolver {
    let configuration: Configuration
    let plugins: [Plugin]
    /// Plugins that did not load: what may be theirs is not called unknown.
    let failures: [PluginFailure]
    private(set) var rules: [Rule] = []
    private(set) var exports: [NamedExport] = []
    private(set) var pipelines: [NamedPipeline] = []
    private(set) var problems: [Problem] = []

    init(configuration: Configuration, plugins: [Plugin], failures: [PluginFailure]) {
        self.configuration = configuration
        self.plugins = plugins
        self.failures = failures
    }

    mutating func resolve() {
        for plugin in plugins {
            for check in plugin.checks {
                let isOn = configuration.preset.includes(check.preset)
                rules.append(
                    Rule(
                        plugin: plugin.name, check: check, severity: isOn ? check.severity : nil,
                        options: [:]))
            }
        }
        for rule in SuppressionRule.rules {
            var rule = rule
            if !configuration.preset.includes(rule.check.preset) { rule.severity = nil }
            rules.append(rule)
        }
        for setting in configuration.checks { resolve(setting) }
        for setting in configuration.exports { resolve(setting) }
        for setting in configuration.pipelines { resolve(setting) }
    }

    private mutating func resolve(_ setting: CheckSetting) {
        let names = Names(rules.map(\.name), kind: "check")
        guard let index = find(setting.rule, in: names) else { return }
        switch setting.severity {
        case .on(let severity): rules[index].severity = severity
        case .off: rules[index].severity = nil
        // Whoever sets an option of a rule that the preset leaves out wants the rule.
        case nil: rules[index].severity = rules[index].severity ?? rules[index].check.severity
        }
        let check = rules[index].check
        rules[index].options = options(
            setting.options, check.options, of: rules[index].name, beside: ["severity"])
    }

    private mutating func resolve(_ setting: ExportSetting) {
        var all: [(plugin: String, export: StageDeclaration)] = []
        for plugin in plugins { for export in plugin.exports { all.append((plugin.name, export)) } }
        let names = Names(
            all.map { "\($0.plugin)/\($0.export.name)" }, kind: "export", allowsShort: false)
        guard let index = find(setting.use, in: names) else { return }
        let options = options(
            setting.options, all[index].export.options, of: setting.use.name,
            beside: ["use", "output"])
        let output = setting.output.map { Path.normalised($0.name) }
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
            let mayBeTheirs = failures.contains {
                $0.plugin == owner || !name.name.utf8.contains(UInt8(ascii: "/"))
            }
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
                let value = try declaration.value(from: setting.value)
                if value != declaration.defaultValue { values[name] = value }
            } catch {
                note(error.message, error.mark)
            }
        }
        return values
    }

    private mutating func note(_ message: String, _ mark: YamlMark) {
        problems.append(
            Problem(message, path: configuration.path, line: mark.line, column: mark.column))
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

public import SpecPlugins
internal import Yaml

extension Workspace {
    /// The export of a name: one of the configuration's, or `plugin/export`.
    public func export(named name: String) throws(Problem) -> NamedExport {
        let all = exports + plugins.exports
        let names = Names(all.map(\.name), kind: "export", allowsShort: false)
        return all[try names.find(name).get()]
    }

    /// What an export may write beside what it declares.
    public func writable(_ export: NamedExport) -> WritableNames {
        WritableNames(of: export.export, grants[export.plugin])
    }

    /// The transform of a name: `plugin/transform`, or its last part where only one has it.
    public func transform(named name: String) throws(Problem) -> NamedTransform {
        let all = plugins.transforms
        return all[try Names(all.map(\.name), kind: "transform").find(name).get()]
    }

    /// The failures of plugins that could not be loaded, ready to be shown.
    public var countedFailures: [CountedFailure] {
        failures.map { CountedFailure($0, in: self) }
    }

    /// The pipeline of a name of the configuration.
    public func pipeline(named name: String) throws(Problem) -> NamedPipeline {
        if let pipeline = pipelines.first(where: { $0.name == name }) { return pipeline }
        if pipelines.isEmpty {
            let why = configuration.path.map { "\($0) names none" }
            throw Problem(
                "unknown pipeline \"\(name)\": \(why ?? "there is no perilune.yml here")")
        }
        throw Problem(
            "unknown pipeline \"\(name)\"" + suggestion(for: name, among: pipelines.map(\.name)))
    }

    /// The check of a name: `plugin/rule`, or the rule alone where only one plugin has it.
    public func rule(named name: String) throws(Problem) -> Rule {
        rules[try Names(rules.map(\.name), kind: "check").find(name).get()]
    }

    /// The page of a rule, as it stands beside its plugin; nil where there is none that can be read
    /// without leaving the plugin's folder.
    public func page(of rule: Rule) -> String? {
        guard foreignPlugins.contains(rule.plugin) else {
            return PluginFiles.bundledPage(of: rule.check.name, in: rule.plugin)
        }
        guard let folder = pluginFolders[rule.plugin], let inside = Files.real(folder),
            let file = Files.real(Path.join(inside, "rules/\(rule.check.name).md")),
            file.utf8.starts(with: "\(inside)/".utf8),
            let bytes = try? Files.read(file, limit: 1 << 20)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The folder that a path of the configuration, such as an output, is seen from, as seen from
    /// the current folder.
    public func path(_ path: String) throws(Problem) -> String {
        Path.join(Path.relative(root, to: try Files.currentFolder()), path)
    }

    /// The bytes of a configured output; nil where there is no such file, or only behind a link.
    public func read(_ output: String) throws(Problem) -> [UInt8]? {
        try Files.bytes(of: output, below: root, limit: 1 << 30)
    }

    /// Writes a configured output below the root, where no symbolic link is followed; its path as
    /// seen from the current folder.
    public func write(_ bytes: [UInt8], to output: String) throws(Problem) -> String {
        try Files.write(bytes, to: output, below: root)
        return try path(output)
    }
}

extension [OptionDeclaration] {
    /// The option values of a command line, `name=value` each, joined to those of a configuration.
    /// What no declaration knows is left for the caller to complain about.
    public func values(
        _ texts: [String], over configured: [String: OptionValue]
    ) throws(Problem) -> [String: OptionValue] {
        var values = configured
        for text in texts {
            let (name, value) = try splitOption(text)
            guard let declaration = first(where: { $0.name == name }) else { continue }
            values[name] = try declaration.value(value)
        }
        return values
    }

    /// Throws for the first name that none of the declarations has.
    public func requireKnown(_ texts: [String], of owner: String) throws(Problem) {
        for text in texts {
            let (name, _) = try splitOption(text)
            if contains(where: { $0.name == name }) { continue }
            let known = map(\.name)
            throw Problem(
                "unknown option \"\(name)\" of \(owner)"
                    + (known.isEmpty ? "; it has none" : suggestion(for: name, among: known)))
        }
    }

    private func splitOption(_ text: String) throws(Problem) -> (name: String, value: String) {
        let scalars = text.unicodeScalars
        guard let equals = scalars.firstIndex(of: "="), equals != scalars.startIndex else {
            throw Problem("an option is written name=value, found \"\(text)\"")
        }
        return (
            String(scalars[..<equals]), String(scalars[scalars.index(after: equals)...])
        )
    }
}

internal import SpecPlugins
internal import SpecReading
internal import SpecTemplates
internal import SpecVocabulary
public import SpecWorkers

/// The digest of all that a step of a pipeline is made from, and of nothing else: what another step has
/// its own changes nothing here.
public struct StepInputs: Sendable {
    /// Digests, and what each is of.
    private var parts: [UInt8] = []
    private let workspace: Workspace
    private let documents: [Document]

    /// What every step is made from: documents as they are at the moment, and whatever decides how they
    /// are read.
    /// - Parameter product: its version, or whatever tells it from another.
    public init(_ documents: [Document], of workspace: Workspace, product: String) {
        self.workspace = workspace
        self.documents = documents
        add("perilune", product)
        add("today", workspace.today ?? "")
        let words = workspace.reader.reader.index
        add("words", words.text.bytes)
        add("words", words.units.bytes)
        add("document limit", "\(workspace.reader.reader.limits.document)")
        for document in documents {
            add(document.path, document.bytes)
            add("template", document.template ?? "")
        }
        for template in workspace.templates
        where documents.contains(where: { $0.template == template.name }) {
            add(template)
        }
    }

    public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// Adds what a check is made from: the rules that are on, for which documents, their plugins, and the
    /// findings that are known.
    public mutating func addCheck() {
        let plan = CheckPlan(documents, workspace, RuleChoice())
        for group in plan.groups {
            for path in group.specs { add("spec", path) }
            for rule in group.rules {
                add(rule.name, rule.severity.map { "\($0)" } ?? "")
                add(rule.options)
            }
        }
        for plugin in workspace.plugins where plan.asks(plugin.name) { addPlugin(plugin.name) }
        add(file: BaselineFile.path)
    }

    /// Adds what an export is made from: its plugin, what its configuration says, the tickets that there
    /// are.
    public mutating func add(_ export: NamedExport) {
        add("export", "\(export.plugin)/\(export.export.name)")
        add("output", export.output ?? "")
        add(export.options)
        addPlugin(export.plugin)
        add(file: LinksFile.path)
    }

    /// In hexadecimal digits.
    public var digest: String { SHA256.hexadecimal(parts) }

    private mutating func add(_ name: String, _ bytes: [UInt8]) {
        parts += SHA256.digest(Array(name.utf8)) + SHA256.digest(bytes)
    }

    mutating func add(_ template: TemplateFile) { add(template.name, template.bytes) }

    private mutating func add(_ options: [String: OptionValue]) {
        for (name, value) in options.sorted(by: { $0.key < $1.key }) { add(name, "\(value)") }
    }

    /// What a plugin is made from, and what it is given. The code of a bundled plugin is part of the
    /// product.
    mutating func addPlugin(_ name: String) {
        for files in workspace.strangers where files.name == name {
            for files in [files] + files.libraries {
                add("files", files.name)
                for file in files.files { add(file.path, file.bytes) }
            }
        }
        let limits = workspace.configuration.limits(of: name)
        if let grant = workspace.grants[name] {
            // What cannot be had may be asked for, and then decides.
            add("requested", grant.requested.json)
            add("granted", grant.granted.json)
            add("refusal", grant.refusal ?? "")
            for file in grant.files { add(file.path, file.bytes) }
            for variable in grant.variables { add(variable.name, variable.value) }
        }
        for limit in PluginLimits.Name.allCases { add(limit.rawValue, "\(limits[limit])") }
    }

    private mutating func add(file path: String) {
        let bytes = try? Files.bytes(of: path, below: workspace.root, limit: 1 << 30)
        add(path, bytes ?? [])
    }
}

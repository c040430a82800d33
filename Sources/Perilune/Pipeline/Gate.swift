internal import SpecModel
internal import SpecPlugins
internal import SpecWorkers

/// Rules that must find nothing in a document before a transform changes it, said as `check` says it:
/// at the severities that the configuration gives, without what comments suppress and what the baseline
/// knows.
struct Gate {
    private let workspace: Workspace
    private let transform: NamedTransform
    /// By their full names.
    private let rules: Set<String>

    /// From this severity on a finding holds a document back.
    private static let threshold = Severity.warning

    /// - Throws: where the gate names a rule or a plugin that there is not. One that is bundled may be
    ///   off, and then finds nothing.
    init(_ transform: NamedTransform, _ workspace: Workspace) throws(Problem) {
        self.workspace = workspace
        self.transform = transform
        let loaded = Set(workspace.plugins.map(\.name))
        let names = transform.gate.filter { name in
            let plugin = String(name.prefix { $0 != "/" })
            return loaded.contains(plugin) || !PluginFiles.bundledNames.contains(plugin)
        }
        do throws(Problems) {
            rules = Set(try RuleChoice(select: names).resolved(in: [workspace]).select)
        } catch {
            throw Problem("the gate of \(transform.name): \(error.all[0].message)")
        }
    }

    /// Leaves those documents as they are in which something is found. A plugin that fails lets nothing
    /// through.
    func hold(_ made: inout Made<[[Edit]]>, _ stage: StageDocuments) throws(Problem) {
        guard !rules.isEmpty, case .success(var edits) = made.product,
            edits.contains(where: { !$0.isEmpty })
        else { return }
        let documents = stage.documents
        let choice = RuleChoice(select: rules.sorted(), turnsOn: false)
        let report = try Pipeline(workspace, choice: choice).check(documents, isWhole: false)
        made.log += report.log.map(\.text)
        if let failure = report.failures.first {
            made.product = .failure(failure.failure)
            return
        }
        let findings = try new(report.findings.filter { rules.contains($0.rule) }, in: stage)
            .filter { $0.severity >= Self.threshold }
        let byPath = Dictionary(grouping: findings) { Array($0.location.path.utf8) }
        for place in edits.indices where !edits[place].isEmpty {
            guard let found = byPath[Array(documents[place].path.utf8)] else { continue }
            edits[place] = []
            made.held += found
        }
        made.product = .success(edits)
    }

    /// Without those that the baseline knows.
    private func new(
        _ findings: [Finding], in stage: StageDocuments
    ) throws(Problem) -> [Finding] {
        guard !findings.isEmpty, let known = try BaselineFile(of: workspace).read() else {
            return findings
        }
        var run = BaselineRun(.chosen(rules), isWhole: false)
        let current = try Files.currentFolder()
        let folder = stage.folder ?? current
        for document in stage.documents {
            run.add(
                path: document.path,
                workspacePath: Path.relative(
                    Path.join(folder, document.path), to: workspace.root),
                content: document.content)
        }
        return known.applied(to: findings, run).new
    }
}

extension NamedTransform {
    /// The rules and plugins that its gate names.
    fileprivate var gate: [String] {
        let declared = transform.options.first { $0.name == StageDeclaration.gate }
        guard case .list(let names) = options[StageDeclaration.gate] ?? declared?.defaultValue
        else {
            return []
        }
        return names
    }
}

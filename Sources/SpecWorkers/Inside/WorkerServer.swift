internal import LuaSandbox
internal import SpecEditing
internal import SpecModel
package import SpecPlugins
internal import SpecReading
internal import SpecTemplates
internal import SpecVocabulary

/// The inside of a worker: documents are read and plugins run here. It has no more than its
/// parent sent, and says no more than it is asked.
package struct WorkerServer: ~Copyable {
    private var reader = TemplateReader(SpecReader())
    private var templates: [TemplateFile] = []
    private var plugins: [WorkerPlugin] = []
    private var loaded: [Int: Result<LoadedPlugin, PluginFailure>] = [:]
    private var rules: [Int: RuleSet] = [:]
    private var known: [Spec] = []
    /// Of the known specs, the templates that they are held against.
    private var knownTemplates: [String?] = []
    private var reserved = ReservedIds()
    private var grants: [Int: PluginGrant] = [:]
    private let record: (String) -> BundledRecord?

    /// - Parameter record: what a plugin inside the executable is, where that need not be found out.
    package init(record: @escaping (_ plugin: String) -> BundledRecord? = { _ in nil }) {
        self.record = record
    }

    /// The answer to a frame; empty to one that is no request, which only a parent of another
    /// version sends.
    package mutating func answer(_ frame: [UInt8]) -> [UInt8] {
        guard let request = try? Request(frame: frame) else { return [] }
        do throws(PluginFailure) {
            return try answer(request).frame
        } catch {
            return Answer.failed(error, log: takeLog(of: request.plugin)).frame
        }
    }

    private func takeLog(of plugin: Int?) -> [String] {
        guard let plugin, case .success(let loaded) = loaded[plugin] else { return [] }
        return loaded.session.takeLog()
    }

    private mutating func answer(_ request: Request) throws(PluginFailure) -> Answer {
        switch request {
        case .open(let plugins, let limits):
            self.plugins = plugins
            reader = TemplateReader(SpecReader(limits: limits), templates)
            return .done
        case .words(let words):
            let before = subjects
            let words = SpecReader(
                VocabularyIndex(text: IndexBytes(words.text), units: IndexBytes(words.units)),
                limits: reader.reader.limits)
            reader = TemplateReader(words, templates)
            // What was loaded knows which kinds of items there were.
            if subjects != before { loaded = [:] }
            rules = rules.mapValues { RuleSet($0.rules) }
            return .done
        case .templates(let templates):
            self.templates = templates
            reader = TemplateReader(reader.reader, templates)
            rules = rules.mapValues { RuleSet($0.rules) }
            return .done
        case .manifest(let plugin):
            return .manifest(try Manifest.tree(of: try given(plugin).files))
        case .describe(let plugin):
            return .described(try self.plugin(plugin).description)
        case .rules(let set, let rules):
            self.rules[set] = RuleSet(rules)
            return .done
        case .check(let document, let set, let wishes):
            let stopwatch = wishes.stopwatch
            let spec = stopwatch.reading { read(document) }
            let marshalled = MarshalledSpecs(spec)
            let results =
                set.map { check($0, [spec], stopwatch) { $0.check(marshalled, $1) } } ?? []
            return .checked(
                reading: spec.reading, results,
                suppressions: SpecSuppressions.frame(of: spec.suppressions),
                facts: wishes.facts.map { SpecFacts.frame(of: spec.kept(for: $0)) },
                spent: stopwatch?.take())
        case .forget:
            (known, knownTemplates) = ([], [])
            return .done
        case .compose(let document, let parts):
            let (spec, reader) = (read(document), reader)
            let composition = EditComposition(spec) { reader.read($0, as: spec) }
            return .composed(
                composition.sound(parts.map { part in part.map { $0.edit(of: document) } }))
        case .reserve(let ids):
            reserved = ids
            return .done
        case .give(let given):
            for given in given where plugins.indices.contains(given.plugin) {
                let place = given.plugin
                if grants[place] == given.grant, plugins[place].files.libraries == given.libraries {
                    continue
                }
                grants[place] = given.grant
                plugins[place].files.libraries = given.libraries
                loaded[place] = nil
            }
            rules = rules.mapValues { RuleSet($0.rules) }
            return .done
        case .tree(let bytes):
            let file = PluginFiles.File(path: Manifest.fileName, bytes: bytes)
            return .manifest(
                try Manifest.tree(of: PluginFiles(name: "", root: "", files: [file])))
        case .know(let document, let facts, let existing):
            known.append(try spec(of: document, facts, existing))
            knownTemplates.append(document.template)
            return .done
        case .checkWorkspace(let set, let wishes):
            let stopwatch = wishes.stopwatch
            let marshalled = MarshalledSpecs(workspace: known)
            let results = check(set, known, stopwatch) { $0.checkWorkspace(marshalled, $1) }
            return .checkedWorkspace(results, spent: stopwatch?.take())
        case .transform(let document, let plugin, let name, let options):
            let spec = read(document)
            guard !spec.findings.hasErrors else {
                return .transformed(reading: spec.reading, [], log: [])
            }
            let edits = try self.plugin(plugin).session.transform(
                name, spec, options: NamedOption.dictionary(options), reserved: reserved)
            return .transformed(
                reading: spec.reading,
                edits.map(RemoteEdit.init), log: takeLog(of: plugin))
        case .transformWorkspace(let plugin, let name, let options, let selected):
            guard selected.count == known.count else {
                throw PluginFailure(
                    plugin: "", kind: .shape, message: "it is told of other specs than it knows")
            }
            var specs = known
            for place in specs.indices where selected[place] {
                // What is to be changed is read whole, for facts leave the blocks out.
                specs[place] = reader.read(
                    specs[place].source.bytes, path: specs[place].path,
                    template: knownTemplates[place])
            }
            let edits = try self.plugin(plugin).session.transformWorkspace(
                name, specs, selected: selected, options: NamedOption.dictionary(options),
                reserved: reserved)
            return .transformedWorkspace(
                edits.bySpec.map { $0.map(RemoteEdit.init) }, leftOut: edits.leftOut,
                log: takeLog(of: plugin))
        case .export(let plugin, let name, let options, let links):
            let artifact = try self.plugin(plugin).session.export(
                name, known, options: NamedOption.dictionary(options), links: links)
            return .exported(
                artifact.files.map { RemoteFile(name: $0.name, bytes: $0.bytes) },
                plan: artifact.plan,
                log: takeLog(of: plugin))
        }
    }

    private func read(_ document: Document) -> Spec {
        reader.read(document.bytes, path: document.path, template: document.template)
    }

    private func spec(
        of document: Document, _ facts: [UInt8], _ existing: [Bool?]
    ) throws(PluginFailure) -> Spec {
        let source = SourceText(path: document.path, bytes: document.bytes)
        do throws(WireError) {
            return try SpecFacts.spec(facts, of: source, existing: existing)
        } catch {
            throw PluginFailure(
                plugin: "", kind: .shape, message: "what another worker told cannot be read")
        }
    }

    private var subjects: Subjects { Subjects(reader.reader) }

    private mutating func check(
        _ set: Int, _ specs: [Spec], _ stopwatch: Stopwatch?,
        _ run: (CheckSessions, [[CheckRequest]]) -> [CheckResult]
    ) -> [RemoteResult] {
        guard let rules = rules[set] else { return [] }
        if rules.opened == nil {
            let opened = rules.rules.map { rules in
                Result { () throws(PluginFailure) in try plugin(rules.plugin).plugin }
            }
            rules.opened = opened
            rules.sessions = CheckSessions(opened.compactMap { try? $0.get() }, reader)
        }
        guard let opened = rules.opened, let sessions = rules.sessions else { return [] }
        let requests = zip(opened, rules.rules).compactMap { plugin, rules in
            if case .success = plugin { rules.requests } else { nil }
        }
        sessions.stopwatch = stopwatch
        var results = run(sessions, requests)[...]
        return opened.map { plugin in
            switch plugin {
            case .success: RemoteResult(results.removeFirst(), in: specs.map(\.path))
            case .failure(let failure): RemoteResult(failures: [failure])
            }
        }
    }

    /// A plugin, loaded the first time that it is needed.
    private mutating func plugin(_ place: Int) throws(PluginFailure) -> LoadedPlugin {
        if let known = loaded[place] {
            let plugin = try known.get()
            plugin.session.reader = reader
            return plugin
        }
        let plugin = try given(place)
        let (subjects, reader, grant) = (subjects, reader, grants[place])
        let record = plugin.files.isBundled ? record(plugin.files.name) : nil
        let result = Result { () throws(PluginFailure) in
            try LoadedPlugin(plugin, record, grant, subjects, reader)
        }
        loaded[place] = result
        return try self.plugin(place)
    }

    private func given(_ place: Int) throws(PluginFailure) -> WorkerPlugin {
        guard plugins.indices.contains(place) else {
            throw PluginFailure(plugin: "", kind: .manifest, message: "it is not loaded")
        }
        return plugins[place]
    }
}

/// Rules that documents are checked with, and what runs them from the first document on.
private final class RuleSet {
    let rules: [PluginRules]
    /// In the order of the rules.
    var opened: [Result<Plugin, PluginFailure>]?
    /// Of those that could be opened, in their order.
    var sessions: CheckSessions?

    init(_ rules: [PluginRules]) { self.rules = rules }
}

/// A plugin and the state it runs in.
private final class LoadedPlugin {
    let plugin: Plugin
    let description: LuaValue
    var session: PluginSession

    init(
        _ given: WorkerPlugin, _ record: BundledRecord?, _ grant: PluginGrant?,
        _ subjects: Subjects, _ reader: any TextReader
    ) throws(PluginFailure) {
        if let record {
            plugin = Plugin(
                given.files, record, subjects, given.limits, today: given.today, grant: grant)
        } else {
            plugin = try Plugin(
                given.files, try Manifest(given.files), subjects, given.limits,
                today: given.today, grant: grant)
        }
        description = plugin.description
        session = PluginSession(unopened: plugin, reader)
    }
}

extension Spec {
    /// What reading found, of a spec that is alone.
    fileprivate var reading: [RemoteFinding] { RemoteFinding.list(findings, in: [path]) }
}

extension RemoteFinding {
    /// - Parameter paths: of the documents that they may be in.
    static func list(_ findings: [Finding], in paths: [String]) -> [RemoteFinding] {
        var places: [String: Int] = [:]
        if paths.count > 1, !findings.isEmpty {
            for (place, path) in paths.enumerated() { places[path] = place }
        }
        func place(_ location: Location) -> RemotePlace {
            RemotePlace(
                document: places[location.path] ?? 0, start: location.start.offset,
                end: location.end.offset)
        }
        return findings.map { finding in
            RemoteFinding(
                rule: finding.rule, severity: finding.severity, place: place(finding.location),
                message: finding.message, item: finding.item,
                related: finding.related.map {
                    RemoteFinding.Related(message: $0.message, place: place($0.location))
                }, help: finding.help, fix: finding.fix.map(RemoteEdit.init),
                applicability: finding.applicability)
        }
    }
}

extension RemoteResult {
    init(_ result: CheckResult, in paths: [String]) {
        findings = RemoteFinding.list(result.findings, in: paths)
        failures = result.failures
        log = result.log
    }
}

extension Request {
    /// The one plugin that it runs.
    fileprivate var plugin: Int? {
        switch self {
        case .transform(_, let plugin, _, _), .export(let plugin, _, _, _),
            .transformWorkspace(let plugin, _, _, _):
            plugin
        default: nil
        }
    }
}

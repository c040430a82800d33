internal import SpecModel
package import SpecPlugins
package import SpecTemplates
internal import Spilling

/// Runs rules in this process, document after document, and keeps no document. What is said needs no
/// frames and no verifying here: they would cost a spec as much as some rules do.
package struct LocalChecks: CheckEngine {
    private let reader: TemplateReader
    private let sessions: CheckSessions
    /// By name, the place of a plugin.
    private let places: [String: Int]
    private let watch: (Int) -> Void

    /// Of so many documents what they say is held as it was read; what more of them say is spilled.
    private static let mostHeld = 64

    /// - Parameter watch: is told how many documents are done.
    package init(
        _ plugins: [Plugin], _ reader: TemplateReader, watch: @escaping (Int) -> Void = { _ in }
    ) {
        self.reader = reader
        self.watch = watch
        sessions = CheckSessions(plugins, reader)
        places = Dictionary(
            plugins.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) {
        var rules = rules
        let stopwatch = wishes.stopwatch
        sessions.stopwatch = stopwatch
        let spills = SpillFile()
        for (place, document) in documents.enumerated() {
            watch(place)
            let spec = stopwatch.reading { read(document) }
            let marshalled = MarshalledSpecs(spec)
            var checked = CheckedDocument(reading: spec.findings, suppressions: spec.suppressions)
            checked.results = results(of: rules) { sessions.check(marshalled, $0) }
            checked.spent = stopwatch?.take()
            if let reads = wishes.facts {
                let kept = spec.kept(for: reads)
                checked.known =
                    documents.count <= Self.mostHeld
                    ? KnownDocument(document, read: kept)
                    : KnownDocument(document, told: SpecFacts.frame(of: kept), in: spills)
            }
            rules = accept(place, checked)
        }
    }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) -> CheckedTogether {
        let stopwatch = wishes.stopwatch
        sessions.stopwatch = stopwatch
        let sorted = documents.sorted { SpecList.precedes($0.document.path, $1.document.path) }
        let outlines = sorted.map {
            SpecOutline(
                path: $0.document.path, size: $0.document.size, linksFiles: !$0.existing.isEmpty)
        }
        let specs = SpecList(outlines) { spec(sorted[$0]) }
        let marshalled = MarshalledSpecs(sorted: specs)
        let results = results(of: rules) { sessions.checkWorkspace(marshalled, $0) }
        return CheckedTogether(results, spent: stopwatch?.take())
    }

    /// What the rules of some plugins say, in the order of these.
    /// - Parameter run: takes and gives what is of each plugin that there is.
    private func results(
        of rules: [RulesOfPlugin], _ run: ([[CheckRequest]]) -> [CheckResult]
    ) -> [CheckResult] {
        var requests = [[CheckRequest]](repeating: [], count: places.count)
        for rules in rules {
            if let place = places[rules.plugin] { requests[place] = rules.requests }
        }
        let results = run(requests)
        return rules.map { rules in
            if let place = places[rules.plugin] { return results[place] }
            var result = CheckResult()
            result.failures = [
                PluginFailure(
                    plugin: rules.plugin, kind: .manifest, message: "it is not loaded")
            ]
            return result
        }
    }

    private func read(_ document: Document) -> Spec {
        reader.read(document.bytes, path: document.path, template: document.template)
    }

    private func spec(_ known: KnownDocument) -> Spec {
        let document = known.document
        var spec =
            switch known.facts {
            case .read(let spec): spec
            case .told(let facts):
                (try? SpecFacts.spec(
                    facts.bytes, of: SourceText(path: document.path, bytes: document.bytes)))
                    ?? read(document)
            case .kept: read(document)
            }
        spec.noteFiles(known.existing)
        return spec
    }
}

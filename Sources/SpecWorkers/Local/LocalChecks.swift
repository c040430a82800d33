internal import SpecModel
package import SpecPlugins
package import SpecTemplates

/// Runs rules in this process, document after document, and keeps no document. What is said needs no
/// frames and no verifying here: they would cost a spec as much as some rules do.
package struct LocalChecks: CheckEngine {
    private let reader: TemplateReader
    private let sessions: Sessions
    private let watch: (Int) -> Void

    /// - Parameter watch: is told how many documents are done.
    package init(
        _ plugins: [Plugin], _ reader: TemplateReader, watch: @escaping (Int) -> Void = { _ in }
    ) {
        self.reader = reader
        self.watch = watch
        sessions = Sessions(plugins, reader)
    }

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], tells: Bool,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) {
        var rules = rules
        for (place, document) in documents.enumerated() {
            watch(place)
            let spec = read(document)
            let marshalled = MarshalledSpecs(spec)
            var checked = CheckedDocument(reading: spec.findings, suppressions: spec.suppressions)
            checked.results = rules.map { rules in
                sessions.run(rules) { $0.check(marshalled, $1) }
            }
            if tells { checked.known = KnownDocument(document, read: spec) }
            rules = accept(place, checked)
        }
    }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin]
    ) -> [CheckResult] {
        let marshalled = MarshalledSpecs(workspace: documents.map(spec))
        return rules.map { rules in sessions.run(rules) { $0.checkWorkspace(marshalled, $1) } }
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
                    facts, of: SourceText(path: document.path, bytes: document.bytes)))
                    ?? read(document)
            case .kept: read(document)
            }
        spec.noteFiles(known.existing)
        return spec
    }

    /// The plugins, each with a state of its own from the first time on that it is needed.
    private final class Sessions {
        private let plugins: [Plugin]
        private let reader: TemplateReader
        private var open: [String: Result<Open, PluginFailure>] = [:]

        private final class Open {
            var session: PluginSession

            init(_ plugin: Plugin, _ reader: TemplateReader) throws(PluginFailure) {
                session = try PluginSession(plugin, reader)
            }
        }

        init(_ plugins: [Plugin], _ reader: TemplateReader) {
            self.plugins = plugins
            self.reader = reader
        }

        func run(
            _ rules: RulesOfPlugin,
            _ check: (inout PluginSession, [CheckRequest]) -> CheckResult
        ) -> CheckResult {
            var result = CheckResult()
            guard !rules.requests.isEmpty else { return result }
            do throws(PluginFailure) {
                let open = try session(of: rules.plugin).get()
                return check(&open.session, rules.requests)
            } catch {
                result.failures = [error]
                return result
            }
        }

        private func session(of name: String) -> Result<Open, PluginFailure> {
            if let known = open[name] { return known }
            let made = Result { () throws(PluginFailure) in
                guard let plugin = plugins.first(where: { $0.name == name }) else {
                    throw PluginFailure(plugin: name, kind: .manifest, message: "it is not loaded")
                }
                return try Open(plugin, reader)
            }
            open[name] = made
            return made
        }
    }
}

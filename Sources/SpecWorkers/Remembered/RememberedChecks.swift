internal import SpecPlugins
internal import Spilling

/// Has documents checked, those of which it is not known what would be said. What is known of the
/// others was said of the same bytes, by the same rules of the same plugins.
package struct RememberedChecks<Engine: CheckEngine, Memory: CheckMemory>: CheckEngine {
    private let engine: Engine
    private let memory: Memory

    package init(_ engine: Engine, _ memory: Memory) {
        self.engine = engine
        self.memory = memory
    }

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(WorkerPool.Unavailable) {
        let ruleKey = CheckKey(rules, wishes.facts, in: memory)
        let keys = documents.map { CheckKey($0, in: memory) }
        var kept = zip(documents, keys).map { document, key in
            self.kept(document, key, rules, ruleKey, tells: wishes.facts != nil)
        }
        var current = rules
        var next = 0
        func handOn(upTo end: Int) {
            while next < end {
                if let known = kept[next] { current = accept(next, known) }
                kept[next] = nil
                next += 1
            }
        }
        let missing = kept.indices.filter { kept[$0] == nil }
        if !missing.isEmpty {
            let asked = missing.map { documents[$0] }
            try engine.check(asked, rules, wishes) { number, checked in
                let place = missing[number]
                handOn(upTo: place)
                // With fewer rules, this is not what was asked for.
                if current == rules {
                    keep(checked, of: documents[place], keys[place], ruleKey, wishes.facts)
                }
                var checked = checked
                checked.known?.key = keys[place]
                current = accept(place, checked)
                next = place + 1
                return current
            }
        }
        handOn(upTo: documents.count)
    }

    package func rest() { engine.rest() }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) throws(WorkerPool.Unavailable) -> CheckedTogether {
        let reads = wishes.facts ?? .all
        let key = key(documents, rules)
        if let key, let results = results(documents, rules, key) { return CheckedTogether(results) }
        var known: [KnownDocument] = []
        let spills = SpillFile()
        for document in documents { known.append(try self.known(document, reads, spills)) }
        let checked = try engine.checkWorkspace(known, rules, wishes)
        let results = checked.results
        if let key, results.allSatisfy(\.isQuiet) {
            let paths = documents.map(\.document.path)
            memory.keep(results.map { RemoteResult($0, in: paths) }.frame, as: key)
        }
        return checked
    }
}

extension RememberedChecks {
    private func kept(
        _ document: Document, _ key: CheckKey, _ rules: [RulesOfPlugin], _ ruleKey: CheckKey,
        tells: Bool
    ) -> CheckedDocument? {
        guard let bytes = memory.bytes(CheckKey([key, ruleKey], "check", in: memory)),
            let kept = try? KeptCheck(frame: bytes)
        else { return nil }
        return kept.checked(document, rules, factsBy: tells ? key : nil)
    }

    private func keep(
        _ checked: CheckedDocument, of document: Document, _ key: CheckKey, _ ruleKey: CheckKey,
        _ reads: SpecReads?
    ) {
        guard let kept = KeptCheck(checked, of: document) else { return }
        memory.keep(kept.frame, as: CheckKey([key, ruleKey], "check", in: memory))
        if let known = checked.known, let reads {
            memory.keep(known.frame, as: factsKey(key, reads))
        }
    }

    private func factsKey(_ key: CheckKey, _ reads: SpecReads) -> CheckKey {
        CheckKey([key], "facts \(reads.rawValue)", in: memory)
    }

    /// A document with its facts: those that are kept, or what reading it again tells.
    private func known(
        _ document: KnownDocument, _ reads: SpecReads, _ spills: SpillFile
    ) throws(WorkerPool.Unavailable) -> KnownDocument {
        guard document.isKept, let key = document.key else { return document }
        var known: KnownDocument?
        let plain = document.document
        if let facts = memory.bytes(factsKey(key, reads)) {
            known = KnownDocument(plain, told: facts, in: spills)
        } else {
            try engine.check([plain], [], CheckWishes(facts: reads)) { _, checked in
                known = checked.known
                return []
            }
        }
        guard var known else { return document }
        known.existing = document.existing
        return known
    }

    /// Of all that rules over the whole workspace look at; nil where something has no key.
    private func key(_ documents: [KnownDocument], _ rules: [RulesOfPlugin]) -> CheckKey? {
        var writer = WireWriter()
        CheckKey(rules, .all, in: memory).write(to: &writer)
        for document in documents {
            guard let key = document.key else { return nil }
            key.write(to: &writer)
            document.existing.write(to: &writer)
        }
        return CheckKey([memory.key(writer.bytes)], "workspace", in: memory)
    }

    private func results(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ key: CheckKey
    ) -> [CheckResult]? {
        guard let bytes = memory.bytes(key), let kept = try? [RemoteResult](frame: bytes),
            kept.count == rules.count
        else { return nil }
        var verifier = Verifier(documents.map(\.document))
        let results = zip(rules, kept).map { rules, result in
            verifier.result(result, of: rules.plugin, rules.requests, in: nil)
        }
        return results.allSatisfy(\.isQuiet) ? results : nil
    }
}

internal import SpecModel
internal import SpecPlugins
internal import Spilling
internal import WorkerProcess

extension WorkerPool: CheckEngine {
    /// Of documents that workers died of, so many are looked into before others are tried.
    private static let suspects = 3

    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(Unavailable) {
        require(documents, together: false)
        var run = CheckedRun(documents, rules)
        tellRules(rules)
        let deadline = deadline(rules.map(\.plugin), largest(documents))
        var left = Array(documents.indices)
        while !left.isEmpty {
            var suspects: [Int] = []
            left = try work(
                left, workers: workers(for: documents), deadline: deadline,
                watched: (.checking, documents.count)
            ) {
                .check(documents[$0], set: 0, wishes)
            } accept: { document, answer, _ in
                guard case .success(let answer) = answer, run.add(document, answer, wishes) else {
                    suspects.append(document)
                    return suspects.count < Self.suspects ? .goOn : .stop
                }
                // What others are at is done again, without the rules that are out.
                return run.advance(accept) ? .stop : .goOn
            }
            for document in suspects.sorted() {
                run.add(document, try checkAlone(documents, document, run.rules, wishes))
            }
            _ = run.advance(accept)
            left = (left + run.takeOutdated()).sorted()
            if !left.isEmpty { tellRules(run.rules) }
        }
    }

    package func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) throws(Unavailable) -> CheckedTogether {
        var results = rules.map { _ in CheckResult() }
        var spent = wishes.times ? TimeSpent() : nil
        var verifier = Verifier(documents.map(\.document))
        var left = Array(rules.indices)
        while !left.isEmpty {
            for place in left { tell([plain(rules[place])], set: place + 1) }
            let asked = left
            let failure = try know(
                documents, plugins: left.map { rules[$0].plugin }, asking: left.count
            ) {
                .checkWorkspace(set: asked[$0] + 1, wishes)
            } accept: { question, answer in
                let place = asked[question]
                left.removeAll { $0 == place }
                if case .success(.checkedWorkspace(let remote, let told)) = answer,
                    remote.count == 1
                {
                    if let told = verifier.spent(told, on: [rules[place]]) { spent?.add(told) }
                    results[place] = verifier.result(
                        remote[0], of: rules[place].plugin, rules[place].requests, in: nil)
                    return .goOn
                }
                results[place].failures.append(
                    Self.death(Self.reason(answer), of: rules[place].plugin))
                return .stop
            }
            guard let failure else { continue }
            for place in left {
                results[place].failures.append(
                    Self.death(failure.reason, of: rules[place].plugin, at: failure.document))
            }
            break
        }
        return CheckedTogether(results, spent: spent)
    }

    /// A document that a worker died of: one plugin at a time, and none at all.
    private func checkAlone(
        _ documents: [Document], _ document: Int, _ rules: [RulesOfPlugin],
        _ wishes: CheckWishes
    ) throws(Unavailable) -> CheckedDocument {
        var verifier = Verifier(documents)
        var checked = CheckedDocument()
        checked.results = rules.map { _ in CheckResult() }
        // Without a plugin first: what reading dies of is nobody's fault.
        let reading = try read([document], of: documents, tells: wishes.facts)[document]
        checked.reading = reading?.findings ?? []
        checked.suppressions = reading?.suppressions ?? []
        guard let reading, !reading.isUnreadable else {
            checked.isUnreadable = true
            return checked
        }
        checked.known = KnownDocument(documents[document], told: reading.facts)
        for place in rules.indices { tell([plain(rules[place])], set: place + 1) }
        let size = documents[document].size
        for (place, rules) in rules.enumerated() {
            _ = try work([document], workers: 1, deadline: deadline([rules.plugin], size)) {
                .check(documents[$0], set: place + 1, CheckWishes())
            } accept: { _, answer, _ in
                if case .success(.checked(_, let results, _, _, _)) = answer, results.count == 1 {
                    checked.results[place] = verifier.result(
                        results[0], of: rules.plugin, rules.requests, in: document)
                } else {
                    checked.results[place].failures.append(
                        Self.death(
                            Self.reason(answer), of: rules.plugin, at: documents[document]))
                }
                return .goOn
            }
        }
        return checked
    }

    private func tellRules(_ rules: [RulesOfPlugin]) { tell(rules.map(plain), set: 0) }

    private func plain(_ rules: RulesOfPlugin) -> PluginRules {
        PluginRules(
            plugin: place(of: rules.plugin),
            requests: rules.requests)
    }
}

/// What came back of documents, handed on in their order.
private struct CheckedRun {
    private let documents: [Document]
    private var verifier: Verifier
    /// Takes what documents say.
    private let spills = SpillFile()
    private var waiting: [Int: CheckedDocument] = [:]
    private var next = 0
    /// Those of `waiting` that have to be checked again.
    private var outdated: Set<Int> = []
    /// With which documents behind `next` are checked from now on.
    private(set) var rules: [RulesOfPlugin]
    private let allRules: [RulesOfPlugin]

    init(_ documents: [Document], _ rules: [RulesOfPlugin]) {
        self.documents = documents
        self.rules = rules
        allRules = rules
        verifier = Verifier(documents)
    }

    /// - Parameter answer: with what is wished for, and a result of each plugin, in the order of the
    ///   rules; what else there is, or is not, is wrong.
    /// - Returns: is it one, with facts, if they are wished for, and with comments where they are said
    ///   to be?
    mutating func add(_ document: Int, _ answer: Answer, _ wishes: CheckWishes) -> Bool {
        let tells = wishes.facts != nil
        guard case .checked(let reading, let results, let comments, let told, let spent) = answer,
            let facts = verifier.facts(told, of: document, areWanted: tells),
            let suppressions = verifier.suppressions(comments, of: document)
        else { return false }
        defer { verifier.forget(document) }
        var checked = CheckedDocument()
        checked.reading = verifier.reading(reading, in: document)
        checked.suppressions = suppressions
        if wishes.times { checked.spent = verifier.spent(spent, on: allRules) }
        if tells { checked.known = KnownDocument(documents[document], told: facts, in: spills) }
        for (place, rules) in allRules.enumerated() {
            guard results.count == allRules.count else {
                checked.results.append(CheckResult())
                checked.results[place].failures = [WorkerPool.malformed(rules.plugin)]
                continue
            }
            checked.results.append(
                verifier.result(
                    results[place], of: rules.plugin, rules.requests, in: document))
        }
        waiting[document] = checked
        return true
    }

    mutating func add(_ document: Int, _ checked: CheckedDocument) {
        waiting[document] = checked
    }

    /// Hands on what is complete; have the rules changed?
    mutating func advance(_ accept: (Int, CheckedDocument) -> [RulesOfPlugin]) -> Bool {
        let before = rules
        while !outdated.contains(next), let checked = waiting.removeValue(forKey: next) {
            let last = rules
            rules = accept(next, checked)
            next += 1
            for place in rules.indices where rules[place] != last[place] { outdate(place) }
        }
        return rules != before
    }

    /// A rule that is out was in where documents were checked ahead of their turn. Its findings can be
    /// told apart, but not what it printed, nor which limit it brought others to.
    private mutating func outdate(_ place: Int) {
        for (document, checked) in waiting {
            let result = checked.results[place]
            if !result.log.isEmpty || result.failures.contains(where: { $0.kind == .limit }) {
                outdated.insert(document)
            }
        }
    }

    /// The documents that have to be checked again, with the rules as they are now.
    mutating func takeOutdated() -> Set<Int> {
        for document in outdated { waiting[document] = nil }
        defer { outdated = [] }
        return outdated
    }
}

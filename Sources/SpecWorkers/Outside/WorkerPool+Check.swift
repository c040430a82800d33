package import SpecModel
package import SpecPlugins
internal import WorkerProcess

/// The rules of one plugin that are to run.
package struct RulesOfPlugin: Sendable, Equatable {
    package var plugin: String
    package var requests: [CheckRequest]

    package init(plugin: String, requests: [CheckRequest]) {
        self.plugin = plugin
        self.requests = requests
    }
}

/// What was said of one document: by reading, and by the rules of each plugin in their order.
package struct CheckedDocument: Sendable {
    package var reading: [Finding] = []
    package var results: [CheckResult] = []
}

extension WorkerPool {
    /// Of documents that workers died of, so many are looked into before others are tried.
    private static let suspects = 3

    /// Runs rules over documents, those that look at one spec.
    /// - Parameters:
    ///   - keeps: may one worker keep all of them for `checkWorkspace`, which ends it?
    ///   - accept: takes what was said of each document, in their order, and gives the rules that
    ///     are still to run on those behind it.
    /// - Returns: whether one has kept them.
    package func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], keeps: Bool,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(Unavailable) -> Bool {
        require(documents, together: keeps)
        var run = CheckedRun(documents, rules)
        let workers = workers(for: documents)
        var keeps = keeps && workers == 1
        tellRules(rules)
        let deadline = deadline(rules.map(\.plugin), largest(documents))
        var left = Array(documents.indices)
        while !left.isEmpty {
            var suspects: [Int] = []
            left = try work(left, workers: workers, deadline: deadline) {
                .check(documents[$0], set: 0, keeps: keeps)
            } accept: { document, answer, _ in
                guard case .success(.checked(let reading, let results)) = answer else {
                    suspects.append(document)
                    return suspects.count < Self.suspects ? .goOn : .stop
                }
                run.add(document, reading, results)
                // What others are at is done again, without the rules that are out.
                return run.advance(accept) ? .stop : .goOn
            }
            for document in suspects.sorted() {
                run.add(document, try checkAlone(documents, document, run.rules))
            }
            _ = run.advance(accept)
            left = (left + run.takeOutdated()).sorted()
            if !left.isEmpty { tellRules(run.rules) }
            if keeps, !left.isEmpty || !suspects.isEmpty {
                // What the worker has kept is not what there is.
                keeps = false
                stopWorkers()
            }
        }
        return keeps
    }

    /// Runs rules that look at all specs together.
    /// - Parameter areKept: has the one worker kept all documents, in their order?
    package func checkWorkspace(
        _ documents: [Document], _ rules: [RulesOfPlugin], areKept: Bool
    ) throws(Unavailable) -> [CheckResult] {
        require(documents, together: true)
        var results = rules.map { _ in CheckResult() }
        var verifier = Verifier(documents)
        var areKept = areKept
        var left = Array(rules.indices)
        while !left.isEmpty {
            if !areKept { stopWorkers() }
            let first = areKept ? documents.count : 0
            let offset = documents.count
            for place in left { tell([plain(rules[place])], set: place + 1) }
            let undone = try work(
                Array(first..<offset) + left.map { offset + $0 }, workers: 1,
                deadline: left.map { deadline([rules[$0].plugin], total(documents)) }.max() ?? 1
            ) { job in
                job < offset
                    ? .check(documents[job], set: nil, keeps: true)
                    : .checkWorkspace(set: job - offset + 1)
            } accept: { job, answer, _ in
                if job < offset {
                    if case .success(.checked) = answer { return .goOn }
                    for place in left {
                        results[place].failures.append(
                            Self.death(
                                Self.reason(answer), of: rules[place].plugin, at: documents[job]))
                    }
                    left = []
                    return .stop
                }
                let place = job - offset
                left.removeAll { $0 == place }
                if case .success(.checkedWorkspace(let remote)) = answer, remote.count == 1 {
                    results[place] = verifier.result(
                        remote[0], of: rules[place].plugin, rules[place].requests, in: nil)
                    return .goOn
                }
                results[place].failures.append(
                    Self.death(Self.reason(answer), of: rules[place].plugin))
                return .stop
            }
            if undone.isEmpty { break }
            areKept = false
        }
        stopWorkers()
        return results
    }

    /// A document that a worker died of: one plugin at a time, and none at all.
    private func checkAlone(
        _ documents: [Document], _ document: Int, _ rules: [RulesOfPlugin]
    ) throws(Unavailable) -> CheckedDocument {
        var verifier = Verifier(documents)
        var checked = CheckedDocument()
        checked.results = rules.map { _ in CheckResult() }
        // Without a plugin first: what reading dies of is nobody's fault.
        let reading = try read([document], of: documents)[document]
        checked.reading = reading?.findings ?? []
        if reading?.isUnreadable != false { return checked }
        for place in rules.indices { tell([plain(rules[place])], set: place + 1) }
        let size = documents[document].bytes.count
        for (place, rules) in rules.enumerated() {
            _ = try work([document], workers: 1, deadline: deadline([rules.plugin], size)) {
                .check(documents[$0], set: place + 1, keeps: false)
            } accept: { _, answer, _ in
                if case .success(.checked(_, let results)) = answer, results.count == 1 {
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

    /// - Parameter results: of each plugin, in the order of the rules; what else there is, or is
    ///   not, is wrong.
    mutating func add(_ document: Int, _ reading: [RemoteFinding], _ results: [RemoteResult]) {
        var checked = CheckedDocument()
        checked.reading = verifier.reading(reading, in: document)
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

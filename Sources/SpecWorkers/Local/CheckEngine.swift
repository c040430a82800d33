package import SpecModel
package import SpecPlugins
internal import Spilling

/// What runs rules over documents: workers (`WorkerPool`), or this process (`LocalChecks`). Both say
/// the same of them, in the same order.
package protocol CheckEngine {
    /// Runs rules over documents, those that look at one spec.
    /// - Parameters:
    ///   - wishes: what is wanted beside what was said.
    ///   - accept: takes what was said of each document, in their order, and gives the rules that
    ///     are still to run on those behind it.
    func check(
        _ documents: [Document], _ rules: [RulesOfPlugin], _ wishes: CheckWishes,
        accept: (Int, CheckedDocument) -> [RulesOfPlugin]
    ) throws(WorkerPool.Unavailable)

    /// No document is looked at by itself for a while: what is held for that alone may go.
    func rest()

    /// Runs rules that look at all specs together, over what is known of them.
    func checkWorkspace(
        _ documents: [KnownDocument], _ rules: [RulesOfPlugin], _ wishes: CheckWishes
    ) throws(WorkerPool.Unavailable) -> CheckedTogether
}

extension CheckEngine {
    package func rest() {}
}

/// What is wanted of checks beside what they say.
package struct CheckWishes: Sendable, Equatable {
    /// Of the documents' facts those that are read, for `checkWorkspace`; nil where nobody wants any.
    package var facts: SpecReads?
    /// Where the time went.
    package var times: Bool

    package init(facts: SpecReads? = nil, times: Bool = false) {
        self.facts = facts
        self.times = times
    }

    /// What takes the time, if that is wished.
    var stopwatch: Stopwatch? { times ? Stopwatch() : nil }
}

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
    /// Its comments that are meant for the checks, in their order.
    package var suppressions: [Suppression] = []
    /// What the document says, for rules that look at all of them; nil where nobody wants to know, or
    /// where it cannot be read.
    package var known: KnownDocument?
    /// Where the time went; nil where nobody wants to know, or nothing was done.
    package var spent: TimeSpent?
    /// Was reading it the end of a worker? Another time it may not be.
    var isUnreadable = false

    init(reading: [Finding] = [], suppressions: [Suppression] = []) {
        self.reading = reading
        self.suppressions = suppressions
    }
}

/// What was said of all documents together.
package struct CheckedTogether: Sendable {
    /// By the rules of each plugin in their order.
    package var results: [CheckResult]
    /// Where the time went; nil where nobody wants to know, or nothing was done.
    package var spent: TimeSpent?

    init(_ results: [CheckResult], spent: TimeSpent? = nil) {
        self.results = results
        self.spent = spent
    }
}

/// A document and what it says, for what looks at all of them.
package struct KnownDocument: Sendable {
    /// In which form it is known.
    enum Facts: Sendable {
        /// As one worker told it for another; nothing in between looks into it, but for the names of
        /// files.
        case told(SpilledBytes)
        /// What is kept of a spec that was read in this process. Somewhere else, for most are told.
        indirect case read(Spec)
        /// Somewhere else.
        case kept
    }

    package let document: Document
    let facts: Facts
    /// The files that its links lead to.
    package let linkedFiles: [String]
    /// Of the linked files, those that are there; nil where nobody knows.
    package var existing: [Bool?] = []
    /// What its facts are kept by; nil where they are not.
    var key: CheckKey?

    /// - Parameter spills: takes the facts.
    init(_ document: Document, told facts: [UInt8], in spills: SpillFile? = nil) {
        self.document = document
        self.facts = .told(spills?.keep(facts) ?? SpilledBytes(facts))
        let files = (try? SpecFacts.linkedFiles(facts)) ?? []
        // A worker tells of more than the document has room for where it lies.
        linkedFiles = files.count <= document.size / 3 ? files : []
    }

    init(_ document: Document, read spec: Spec) {
        self.document = document
        facts = .read(spec)
        linkedFiles = spec.linkedFiles
    }

    init(_ document: Document, linking files: [String], kept key: CheckKey) {
        self.document = document
        self.key = key
        facts = .kept
        linkedFiles = files
    }

    /// Are the facts somewhere else?
    var isKept: Bool {
        if case .kept = facts { true } else { false }
    }

    /// As a worker is told; empty where the facts are somewhere else.
    var frame: [UInt8] {
        switch facts {
        case .told(let facts): facts.bytes
        case .read(let spec): SpecFacts.frame(of: spec)
        case .kept: []
        }
    }
}

/// What the tests of some plugins came to.
public struct PluginTestReport: Sendable, Equatable {
    /// Plugin by plugin as they were named, each in the order of its files.
    public var cases: [TestCase] = []
    /// Files that hold now what was made, as seen from the current folder.
    public var updated: [String] = []
    /// What the plugins printed.
    public var log: [LogLine] = []
    /// What does not hold of the lock of the processes that ran them, in words.
    public var looseLocks: [String] = []

    public init() {}

    /// Joins what another plugin's tests came to.
    public mutating func add(_ other: PluginTestReport) {
        cases += other.cases
        updated += other.updated
        log += other.log
        if looseLocks.isEmpty { looseLocks = other.looseLocks }
    }

    /// How many ended this way.
    public func count(_ verdict: TestCase.Verdict) -> Int { cases.count { $0.verdict == verdict } }
}

/// One thing that is tested.
public struct TestCase: Sendable, Equatable {
    /// How it ended.
    public enum Verdict: String, Sendable, CaseIterable {
        case passed
        /// To be written.
        case pending
        /// Something else was expected.
        case failed
        /// The plugin failed: it does not load, a rule errs, a limit was hit.
        case broken
    }

    /// What did not hold, at its place.
    public struct Note: Sendable, Equatable {
        /// As seen from the current folder.
        public var path: String
        public var line: Int?
        /// In bytes, from 1.
        public var column: Int?
        /// What was expected and what was found, on one line.
        public var message: String
        /// A unified diff, where files differ.
        public var diff: [UInt8] = []

        init(
            _ message: String, at path: String, line: Int? = nil, column: Int? = nil,
            diff: [UInt8] = []
        ) {
            self.message = message
            self.path = path
            self.line = line
            self.column = column
            self.diff = diff
        }

        /// `rules/tests/a.md:8:59: …`.
        var text: String { Problem(message, path: path, line: line, column: column).description }
    }

    /// The plugin's name.
    public var plugin: String
    /// The file that says what is expected, as seen from the current folder.
    public var file: String
    /// What the file has it called; `findings` of a fixture.
    public var name: String
    public var verdict = Verdict.passed
    /// Empty of one that passed.
    public var notes: [Note] = []

    /// Notes of one case; a plugin may find something in every word.
    private static let most = 100

    /// `rules/tests/a.md: findings`.
    public var title: String { "\(file): \(name)" }

    init(
        _ plugin: String, _ file: String, _ name: String, failed notes: [Note] = [],
        broken: [Note] = []
    ) {
        self.plugin = plugin
        self.file = file
        self.name = name
        let all = broken + notes
        self.notes = Array(all.prefix(Self.most))
        if all.count > Self.most {
            self.notes.append(Note("(and \(all.count - Self.most) more)", at: file))
        }
        verdict = !broken.isEmpty ? .broken : !notes.isEmpty ? .failed : .passed
    }

    /// Fails, at the beginning of its file.
    mutating func fail(_ message: String, diff: [UInt8] = []) {
        notes.append(Note(message, at: file, diff: diff))
        verdict = .failed
    }
}

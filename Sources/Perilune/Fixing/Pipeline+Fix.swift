public import SpecModel
internal import SpecReading
public import SpecWorkers

/// Which fixes are made.
public struct FixChoice {
    /// Full names of the rules whose fixes are made; nil for all.
    public var rules: Set<String>?
    /// Also those that are unsafe?
    public var takesUnsafe: Bool
    /// Those of some findings whose fixes may be made, the documents being what they are by then.
    public var filter: ([Finding], [Document]) -> [Finding] = { findings, _ in findings }
    /// Asks for each; nil where nobody is asked.
    public var ask: AskForChange?

    public init(rules: Set<String>? = nil, takesUnsafe: Bool = false) {
        self.rules = rules
        self.takesUnsafe = takesUnsafe
    }

    fileprivate func takes(_ finding: Finding) -> Bool {
        isWanted(finding) && (takesUnsafe || finding.applicability == .safe)
    }

    /// Would only be taken with the unsafe ones?
    fileprivate func passesOver(_ finding: Finding) -> Bool {
        isWanted(finding) && !takes(finding)
    }

    private func isWanted(_ finding: Finding) -> Bool {
        !finding.fix.isEmpty && rules?.contains(finding.rule) ?? true
    }
}

/// What the checks came to once fixes were made.
public struct FixReport: Sendable {
    /// Of the documents as they are with them.
    public var report: CheckReport
    /// Those that are other than they were, in their order.
    public var changes: [DocumentChange]
    /// How many findings have a fix that was not made because it is unsafe.
    public var passedOver: Int
}

extension Pipeline {
    /// Runs the rules and makes fixes of what they find, pass after pass, until none is left to make.
    /// No file is written. A document whose fixes do not come to rest stays as it is.
    /// - Throws: where there is no process to run a plugin in, and what `choice.ask` throws.
    public func fix(
        _ documents: [Document], _ choice: FixChoice, isWhole: Bool = true
    ) throws(Problem) -> FixReport {
        let places = Dictionary(
            documents.enumerated().map { (Array($1.path.utf8), $0) }, uniquingKeysWith: { $1 })
        var convergence = Convergence(
            documents.map { (path: $0.path, bytes: $0.bytes) }, by: .fixes)
        var choosing = ChangeChoice(ask: choice.ask)
        var documents = documents
        var made: [ProposedChange] = []
        var passes = 0
        while true {
            for place in documents.indices {
                documents[place].bytes = convergence.revisions[place].bytes
            }
            var report = try check(documents, isWhole: isWhole)
            let unreadable = report.findings.filter(\.isOfReading)
                .compactMap { places[Array($0.location.path.utf8)] }
                .filter { convergence.revisions[$0].isChanged }
            if !unreadable.isEmpty {
                unreadable.forEach { convergence.endUnreadable($0) }
                continue
            }
            let findings = choice.filter(report.findings, documents)
            let changes = try choosing.chosen(
                among: findings.filter(choice.takes)
                    .compactMap { ProposedChange(fixing: $0, places) }
                    .filter { convergence.isOpen($0.document) },
                in: { SourceText(path: documents[$0].path, bytes: documents[$0].bytes) },
                together: { chosen throws(Problem) in try composed(chosen, of: documents) })
            if changes.changes.isEmpty {
                report.failures += counted(convergence.failures)
                report.fixed = FixedFindings.all(made.filter { convergence.isOpen($0.document) })
                return FixReport(
                    report: report,
                    changes: DocumentChange.all(convergence.revisions, documents.map(\.path)),
                    passedOver: findings.count(where: choice.passesOver))
            }
            if passes == Convergence.mostPasses {
                convergence.endUnsettled(changes)
                continue
            }
            passes += 1
            convergence.make(changes)
            made += changes.changes
        }
    }
}

extension ProposedChange {
    /// - Parameter places: of the documents, by the bytes of their paths.
    fileprivate init?(fixing finding: Finding, _ places: [[UInt8]: Int]) {
        guard let document = places[Array(finding.location.path.utf8)] else { return nil }
        self.init(
            path: finding.location.path, author: finding.rule, message: finding.message,
            line: finding.location.start.line, edits: finding.fix, document: document)
    }
}

extension Finding {
    /// Does it say that the document cannot be read?
    fileprivate var isOfReading: Bool {
        severity == .error && ReadingRule.allCases.contains { $0.name == rule }
    }
}

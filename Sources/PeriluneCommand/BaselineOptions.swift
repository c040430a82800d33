internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecWorkers
internal import Spilling

/// What is done with findings that were there already.
struct BaselineOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: """
            Adopt what is found today: write it to \(BaselineFile.path), and report only what is \
            new from then on. Once the file is there it is used without being asked for, and \
            with this option loses what has been mended.
            """)
    var baseline: Bool?

    /// As a text, for what depends on it.
    var choice: String { baseline.map { $0 ? "adopt" : "none" } ?? "known" }

    /// What leaves those of a workspace's findings that are new; nil where there is no baseline.
    func filter(
        of group: Selection.Group
    ) throws(Problem) -> (([Finding], [Document]) -> [Finding])? {
        guard baseline != false, let known = try BaselineFile(of: group.workspace).read() else {
            return nil
        }
        return { findings, documents in
            let run = self.run(
                of: group, documents.lazy.map { (path: $0.path, content: $0.content) }, .unknown,
                isWhole: false)
            return known.applied(to: findings, run).new
        }
    }

    /// Takes what is known out of the report of a workspace.
    /// - Parameter isWhole: were all specs of the workspace looked at?
    func apply(
        to report: inout CheckReport, of group: Selection.Group,
        _ sources: some Sequence<(path: String, content: SpilledBytes)>,
        _ rules: BaselineRun.Rules, isWhole: Bool, _ messages: MessageOptions
    ) throws {
        if baseline == false { return }
        let file = BaselineFile(of: group.workspace)
        let known = try file.read()
        if baseline != true, known == nil { return }
        let run = run(
            of: group, sources, report.failures.isEmpty ? rules : .unknown, isWhole: isWhole)
        guard let known else {
            return try adopt(&report, run, file, messages)
        }
        let (new, count, stale) = known.applied(to: report.findings, run)
        report.findings = new
        report.known += count
        guard stale.count > 0 else { return }
        let text =
            "\(stale.count) of the findings in \(BaselineFile.path) \(stale.count == 1 ? "is" : "are") mended"
        if baseline == true, !Terminal.isVariableSet("CI") {
            try file.write(known.subtracting(stale))
            messages.note("\(text), and no longer in it")
        } else {
            messages.note("\(text); perilune check --baseline takes them out")
        }
    }

    private func run(
        of group: Selection.Group, _ sources: some Sequence<(path: String, content: SpilledBytes)>,
        _ rules: BaselineRun.Rules, isWhole: Bool
    ) -> BaselineRun {
        var run = BaselineRun(rules, isWhole: isWhole)
        let names = Dictionary(
            group.files.map { (Array($0.path.utf8), $0.workspacePath) }, uniquingKeysWith: { $1 })
        for (path, content) in sources {
            run.add(
                path: path, workspacePath: names[Array(path.utf8)] ?? path, content: content)
        }
        return run
    }

    private func adopt(
        _ report: inout CheckReport, _ run: BaselineRun, _ file: BaselineFile,
        _ messages: MessageOptions
    ) throws {
        if Terminal.isVariableSet("CI") {
            throw Problem(
                "there is no baseline: run perilune check --baseline where you can commit it")
        }
        guard report.failures.isEmpty else {
            messages.note("no baseline was written: a plugin failed")
            return
        }
        let baseline = Baseline(report.findings, run)
        try file.write(baseline)
        messages.note("wrote \(BaselineFile.path): \(baseline.count) findings; commit it")
        let (new, count, _) = baseline.applied(to: report.findings, run)
        report.findings = new
        report.known += count
    }
}

/// Whether comments in specs count.
struct SuppressionOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help:
            "Leave findings out that a comment in the spec suppresses, as perilune-disable-line does."
    )
    var suppressions = true
}

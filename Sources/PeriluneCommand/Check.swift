internal import ArgumentParser
internal import Perilune
internal import SpecModel
internal import SpecWorkers
internal import Spilling

/// What a line of `perilune check` says, and what it does. No command: a plain line (`init(plain:)`) makes
/// one without ArgumentParser's groups of options, which take long to make.
struct Check {
    var paths: [String]
    var reports: ReportOptions
    var failOn: Threshold
    var select: [String]
    var ignore: [String]
    var template: TemplateOption
    var exitZero: Bool
    var watch: Bool
    var caching: CacheOptions
    var timing: TimingsOptions
    var fixes: FixOptions
    var suppression: SuppressionOptions
    var baseline: BaselineOptions
    var configuration: ConfigurationOptions
    var input: InputOptions
    var sandbox: SandboxOptions
    var messages: MessageOptions

    func validate() throws {
        try validateWatch()
        if timing.isOn, fixes.isOn {
            throw ValidationError("--timings is about checks alone; leave --fix and --diff out")
        }
        guard fixes.diff else { return }
        if !reports.formats.isEmpty {
            throw ValidationError("--diff prints a diff and no findings; leave --format out")
        }
        if baseline.baseline == true {
            throw ValidationError("--diff writes nothing, and --baseline writes; leave one out")
        }
    }

    private func validateWatch() throws {
        guard watch else { return }
        if fixes.isOn || baseline.baseline == true {
            throw ValidationError(
                "--watch looks on and changes nothing; leave --fix, --diff and --baseline out")
        }
        if paths.contains("-") || input.filesFrom == "-" {
            throw ValidationError("--watch looks at files, and standard input is none")
        }
    }

    func run() throws {
        if watch {
            if let root = configuration.root { try StartFolder.leave(for: root) }
            var watch = CheckWatch(self)
            try watch.run()
        }
        try check(try documents())
    }

    /// What the command line and the configuration name at the moment.
    func documents() throws -> CheckInput {
        var clock = PhaseClock()
        var workspaces = try configuration.workspaces(
            sandbox, template: try template.choice())
        clock.end("configuration")
        let inputs = try input.inputs(paths)
        let selection = try input.selection(inputs, in: &workspaces)
        selection.notes.forEach(messages.note)
        let choice = try RuleChoice(select: split(select), ignore: split(ignore))
            .resolved(in: selection.groups.map(\.workspace))
        clock.end("specs found")
        return CheckInput(inputs: inputs, selection: selection, choice: choice, clock: clock)
    }

    /// Checks it, and shows what that came to.
    /// - Parameter links: takes what was asked of the disk about files that specs link.
    func check(_ given: CheckInput, links: ([LinkedFile]) -> Void = { _ in }) throws {
        let (inputs, selection, choice) = (given.inputs, given.selection, given.choice)
        var clock = given.clock
        let fixing = try fixes.isOn ? fixes.run(inputs, in: selection, messages) : nil

        var outcome = CheckOutcome(problems: selection.problems)
        var checked: [CheckedWorkspace] = []
        for group in selection.groups {
            // What is mended is at hand as a whole in any case.
            let (documents, unreadable) = group.documents(in: fixing == nil ? SpillFile() : nil)
            clock.end("specs read from disk")
            outcome.problems += unreadable
            let cache = caching.results(of: group.workspace)
            let pipeline = Pipeline(
                group.workspace, choice: choice, suppresses: suppression.suppressions,
                cache: cache, takesTimes: timing.isOn)
            let isWhole = inputs.isEverything && unreadable.isEmpty
            var workspace = CheckedWorkspace(
                group: group, documents: documents, isWhole: isWhole,
                rules: choice.isEverything ? .all : .chosen(pipeline.ruleNames))
            if let fixing {
                let choice = try fixing.choice(try baseline.filter(of: group))
                workspace.take(try pipeline.fix(documents, choice, isWhole: isWhole))
            } else {
                workspace.report = try pipeline.check(documents, isWhole: isWhole)
            }
            clock.end("specs checked")
            cache?.save()
            clock.end("cache written")
            checked.append(workspace)
        }
        sandbox.warn(selection.groups.map(\.workspace))
        if fixes.diff { return try showDiff(of: checked, &outcome) }
        try fixing?.write(checked)
        for var workspace in checked {
            try baseline.apply(
                to: &workspace.report, of: workspace.group, workspace.sources, workspace.rules,
                isWhole: workspace.isWhole, messages)
            outcome.report.add(workspace.report)
            if reports.needsSources { outcome.keep(workspace.sources) }
        }
        links(outcome.report.links)
        outcome.exitCode = exit(outcome, failOn.isReached(by: outcome.report)).rawValue
        outcome.problems += try reports.show(
            outcome, on: fixing?.findings ?? .output,
            fixes: fixes.isOn ? fixes.summary(outcome.report, checked) : nil, messages)
        clock.end("findings reported")
        if let times = outcome.report.times {
            let timings = Timings(
                phases: clock.phases, jobs: sandbox.processes, specs: outcome.report.specs,
                checks: times)
            outcome.problems += timing.show(timings, messages)
        }
        try end(outcome, failOn.isReached(by: outcome.report))
    }

    /// Prints what would be changed, and no findings.
    private func showDiff(
        of checked: [CheckedWorkspace], _ outcome: inout CheckOutcome
    ) throws {
        for workspace in checked { outcome.report.add(workspace.report) }
        let changes = checked.flatMap(\.changes).sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
        outcome.report.log.forEach(messages.show)
        try Terminal.output.write(product: changes.flatMap { $0.diff($0.path) }) {
            EditsReport.display($0, style: messages.outputStyle)
        }
        messages.report(outcome.report.failures)
        if !messages.quiet {
            Terminal.error.write(fixes.summary(outcome.report, checked) + "\n")
        }
        try end(outcome, !changes.isEmpty)
    }

    private func end(_ outcome: CheckOutcome, _ isFound: Bool) throws {
        Terminal.error.report(outcome.problems)
        let exit = exit(outcome, isFound)
        if exit != .clean { throw exit }
    }

    private func exit(_ outcome: CheckOutcome, _ isFound: Bool) -> Exit {
        if !outcome.report.failures.isEmpty { return .pluginFailure }
        if !outcome.problems.isEmpty { return .invocation }
        return isFound && !exitZero ? .findings : .clean
    }

    private func split(_ names: [String]) -> [String] {
        names.flatMap { $0.split(separator: ",").map { String($0) } }
    }
}

/// What a check is about.
struct CheckInput {
    let inputs: Inputs
    let selection: Selection
    let choice: RuleChoice
    /// Has taken the time up to here.
    let clock: PhaseClock
}

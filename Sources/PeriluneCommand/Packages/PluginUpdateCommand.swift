internal import ArgumentParser
internal import Perilune
internal import Printable
internal import SpecModel
internal import SpecPlugins
internal import Spilling

struct PluginUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Lock the newest versions that perilune.yml admits.",
        discussion: """
            Shows what that changes before it is written: commits, rules, permissions, and which findings \
            the specs of this workspace gain and lose.

            EXAMPLES
              perilune plugin update --dry-run
              perilune plugin update acme-rules

            EXIT CODES
              0 written, or nothing to do · 1 a plugin asks for more than it did, and nobody said yes
              2 it cannot be fetched or locked
            """)

    @Argument(help: "Names of shared plugins; all where none is named.")
    var names: [String] = []

    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    @Flag(help: "Take versions that ask for more than the locked ones do.")
    var allowPermissions = false

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        var manager = try arguments.manager()
        if arguments.configuration.isLocked, !dryRun {
            throw Problem(
                "perilune.lock is not changed with --locked, the default where CI is set; --dry-run "
                    + "shows what would change, --no-locked changes it")
        }
        let update = try manager.update(names)
        if update.changes.isEmpty {
            return arguments.messages.note(
                "all shared plugins are the newest that perilune.yml admits")
        }
        let before = try UpdateEffect(arguments, arguments.choice)
        let after = try UpdateEffect(arguments, update.choice(arguments.choice))
        var text = ""
        for change in update.changes {
            text += change.text.printable + "\n"
            for commit in update.commits[change.name] ?? [] { text += "  commit: \(commit)\n" }
            text += after.rules(of: change.name, since: before)
            let wider = update.widenings.first { $0.name == change.name }
            if let wider { text += "  asks for more: \(wider.permissions.json.printable)\n" }
        }
        text += after.findings(since: before)
        try Terminal.output.write(Array(text.utf8))
        if dryRun { return arguments.messages.note("nothing was written") }
        if !update.widenings.isEmpty, !allowPermissions, !isAgreed() {
            arguments.messages.note(
                "nothing was written: a plugin asks for more than it did; --allow-permissions says yes "
                    + "(it has only what perilune.yml grants)")
            throw Exit.findings
        }
        try manager.write(update)
    }

    private func isAgreed() -> Bool {
        guard Terminal.input.isInteractive, Terminal.error.isInteractive else { return false }
        Terminal.error.write("take plugins that ask for more than they did [y,n]? ")
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}

/// What the plugins of a lock file find in a workspace.
private struct UpdateEffect {
    private var rules: [Rule] = []
    private var lines: [String: Int] = [:]

    /// - Parameter choice: with the lock file that is tried.
    init(_ arguments: PackageArguments, _ choice: PackageChoice) throws {
        var workspaces = try arguments.configuration.workspaces(
            arguments.sandbox, packages: choice)
        let selection = try Selection(Inputs(), in: &workspaces) { () throws(Problem) in
            throw Problem("an update reads no standard input")
        }
        for group in selection.groups {
            rules += group.workspace.rules
            arguments.messages.report(group.workspace.countedFailures)
            let (documents, unreadable) = group.documents(in: SpillFile())
            Terminal.error.report(unreadable)
            let report = try Pipeline(group.workspace).check(documents, isWhole: true)
            for finding in report.findings { lines[Self.line(finding), default: 0] += 1 }
        }
    }

    private static func line(_ finding: Finding) -> String {
        let place = "\(finding.location.path.printablePath):\(finding.location.start.line)"
        return
            "\(place): \(finding.severity.rawValue): \(finding.message.printable) [\(finding.rule)]"
    }

    /// The rules of a plugin that there are and were not, and the other way round.
    func rules(of plugin: String, since before: UpdateEffect) -> String {
        func names(_ effect: UpdateEffect) -> [String] {
            effect.rules.filter { $0.plugin == plugin }.map(\.name)
        }
        let (old, new) = (names(before), names(self))
        return new.filter { !old.contains($0) }.map { "  new rule: \($0)\n" }.joined()
            + old.filter { !new.contains($0) }.map { "  rule gone: \($0)\n" }.joined()
    }

    private static let most = 20

    /// The findings that there are and were not, and the other way round.
    func findings(since before: UpdateEffect) -> String {
        func more(_ one: UpdateEffect, than other: UpdateEffect) -> [String] {
            one.lines.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { line in
                Array(
                    repeating: line,
                    count: max(0, one.lines[line, default: 0] - other.lines[line, default: 0]))
            }
        }
        func shown(_ lines: [String], _ word: String) -> String {
            let rest = lines.count - Self.most
            return lines.prefix(Self.most).map { "\(word): \($0)\n" }.joined()
                + (rest > 0 ? "\(word): \(rest) more\n" : "")
        }
        let (gained, lost) = (more(self, than: before), more(before, than: self))
        return shown(gained, "gained") + shown(lost, "lost")
            + "\(FindingsReport.counted(gained.count, "finding")) gained, \(lost.count) lost\n"
    }
}

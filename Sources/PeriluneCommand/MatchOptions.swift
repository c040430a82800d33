internal import ArgumentParser
internal import Perilune
internal import SpecPlugins

/// Which tickets are new, where that can be doubted.
struct MatchOptions: ParsableArguments {
    @Flag(help: "Take new tickets that are like vanished ones for these, in other words.")
    var acceptMatches = false

    @Flag(help: "Take new tickets that are like vanished ones for new.")
    var rejectMatches = false

    func validate() throws {
        if acceptMatches, rejectMatches {
            throw ValidationError(
                "--accept-matches and --reject-matches say the opposite; leave one out")
        }
    }

    /// Requires that `--locked` and these do not contradict each other.
    func validate(_ configuration: ConfigurationOptions) throws {
        if configuration.locked == true, acceptMatches || rejectMatches {
            throw ValidationError("--locked lets nobody say which tickets are new; leave one out")
        }
    }

    /// - Parameter isWhole: is the run about all specs of the workspace?
    func links(of workspace: Workspace, isWhole: Bool) throws(Problem) -> TicketLinks {
        TicketLinks(
            try LinksFile(of: workspace).read(),
            matches: acceptMatches ? .accept : rejectMatches ? .reject : .ask, isWhole: isWhole)
    }

    /// Says what is planned. A plan that leaves open which tickets are new ends the run.
    func show(
        _ tickets: [PlannedTicket], _ configuration: ConfigurationOptions,
        _ messages: MessageOptions
    ) throws {
        let report = PlanReport(tickets)
        if report.isEmpty { return }
        let matches = report.matches
        if !matches.isEmpty {
            Terminal.error.write(matches.text(style: messages.errorStyle))
            messages.note(
                configuration.locked == true
                    ? "nothing was written: new tickets are like vanished ones; record which they are "
                        + "without --locked"
                    : "nothing was written: new tickets are like vanished ones; are they the same in "
                        + "other words? --accept-matches or --reject-matches")
            throw Exit.findings
        }
        Terminal.error.write(report.vanished.text(style: messages.errorStyle))
        messages.note(report.summary)
    }
}

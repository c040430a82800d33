internal import ArgumentParser
internal import Perilune
internal import Printable

/// What may be done to have the shared plugins of a configuration.
struct PackageOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: """
            Change nothing that is committed: fail where perilune.lock would change, or somebody would \
            have to say which tickets are new; for the lock the default where CI is set.
            """)
    var locked: Bool?

    @Flag(help: "Never call git: shared plugins come from .perilune/vendor or the cache.")
    var offline = false

    @Flag(name: .customLong("no-plugins"), help: "Leave out plugins that are not bundled.")
    var leavesOutStrangers = false

    /// The options of messages stand elsewhere.
    private static let isQuiet =
        Main.line.arguments.contains { ["-q", "--quiet"].contains($0) }

    var isLocked: Bool { locked ?? Terminal.isVariableSet("CI") }

    var choice: PackageChoice {
        var choice = PackageChoice(
            mayLock: !isLocked, mayFetch: !offline, leavesOutStrangers: leavesOutStrangers,
            asks: Terminal.error.isInteractive)
        if !Self.isQuiet {
            choice.note = { Terminal.error.write("perilune: \($0.printable)\n") }
        }
        return choice
    }
}

internal import Perilune
internal import Printable

extension ConfigurationOptions {
    /// The options of messages stand elsewhere.
    private static let isQuiet =
        Main.line.arguments.contains { ["-q", "--quiet"].contains($0) }

    var isLocked: Bool { locked ?? Terminal.isVariableSet("CI") }

    /// What may be done to have the shared plugins of a configuration.
    var packageChoice: PackageChoice {
        var choice = PackageChoice(
            mayLock: !isLocked, mayFetch: !offline, leavesOutStrangers: leavesOutStrangers,
            asks: Terminal.error.isInteractive)
        if !Self.isQuiet {
            choice.note = { Terminal.error.write("perilune: \($0.printable)\n") }
        }
        return choice
    }
}

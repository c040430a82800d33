internal import ArgumentParser
internal import Perilune

struct PluginOutdatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outdated",
        abstract: "List the shared plugins that there are newer versions of.",
        discussion: """
            wanted is the newest that perilune.yml admits, which perilune plugin update takes; latest the \
            newest release that there is.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var arguments: PackageArguments

    func run() throws {
        let outdated = try arguments.manager().outdated()
        switch format {
        case .json: try Terminal.output.write(PackagesReport.json(outdated))
        case .text:
            let text = PackagesReport.text(outdated, style: arguments.messages.outputStyle)
            try Terminal.output.write(Array(text.utf8))
            if outdated.isEmpty { arguments.messages.note("all shared plugins are the newest") }
        }
    }
}

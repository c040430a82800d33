internal import ArgumentParser
internal import Perilune

/// Whether it is said where the time went.
struct TimingsOptions: ParsableArguments {
    @Flag(help: "Say on standard error where the time went, by phase, plugin and rule.")
    var timings = false

    @Option(
        help: ArgumentHelp("Write where the time went as JSON into this file.", valueName: "file"))
    var timingsFile: String?

    var isOn: Bool { timings || timingsFile != nil }

    /// Says it.
    /// - Returns: what is wrong with a file that could not be written.
    func show(_ timings: Timings, _ messages: MessageOptions) -> [Problem] {
        if self.timings {
            let style = Terminal.error.style(messages.color)
            Terminal.error.write(TimingsReport.text(timings, style: style))
        }
        return timingsFile.map { messages.write(TimingsReport.json(timings), to: $0) } ?? []
    }
}

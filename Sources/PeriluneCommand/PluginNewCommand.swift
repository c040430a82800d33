internal import ArgumentParser
internal import Perilune

struct PluginNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a plugin to begin with: a manifest, one rule and a test that it passes.",
        discussion: """
            EXAMPLES
              perilune plugin new tools/our-rules
            """)

    @Argument(help: "The folder to make; its name is the plugin's.")
    var folder: String

    @OptionGroup var messages: MessageOptions

    func run() throws {
        for path in try PluginScaffold.write(to: folder) { messages.note("wrote \(path)") }
        messages.note("turn it on in perilune.yml, and try: perilune plugin test \(folder)")
    }
}
